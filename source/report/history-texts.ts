import {count, plural} from '../text/format.ts';

/** The texts about uploads in the history. */
export const historyTexts = {
	empty: 'No uploads yet.',
	running: 'running',
	inProgress: 'In progress: the process of this upload is running.',
	noTarget: 'no target',
	title: (id: number, outcome: string) => `Upload #${id}: ${outcome}`,
	/** "12 created". */
	change: (total: number, action: string) => `${count(total)} ${action}`,
	/** "2 tables, 10 columns"; types have the names of JSON, such as `dashboardGroups`. */
	counts: (counts: ReadonlyArray<readonly [type: string, number: number]>) =>
		counts.map(([type, number]) => plural(number, wordsOf(type).replace(/s$/, ''), wordsOf(type))).join(', '),
	/** The label of an action: "Created". */
	action: (action: string) => `${action.charAt(0).toUpperCase()}${action.slice(1)}`,
	/** The upload that a rollback sends again. */
	upload: (id: number) => `to upload #${id}`,
	integration: (id: string, name: string | undefined) =>
		name === undefined ? `integration ${id}` : `integration "${name}" (${id})`,
	/** "renamed database or schema: hidden 40 columns; fix: --value schema:new=old". */
	cause: (kind: string, explained: readonly string[], fix: readonly string[]) =>
		[
			[causeNames.get(kind) ?? kind, explained.join(', ')].filter(text => text !== '').join(': '),
			...(fix.length === 0 ? [] : [`fix: ${fix.join(' ')}`]),
		].join('; '),
	noChange: 'no resource is created or hidden',
	time: (iso: string) => iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC'),
	found: (found: number, expected: number, time: string) => `${count(found)} of ${count(expected)} found after ${time}`,
	next: 'Next',
} as const;

/** The labels of the facts of an upload. */
export const factLabels = {
	started: 'Started',
	ended: 'Ended',
	profile: 'Profile',
	target: 'To',
	rollback: 'Rollback',
	file: 'File',
	snapshot: 'Snapshot',
	sha256: 'SHA-256',
	version: 'Version',
	plan: 'Plan',
	cause: 'Cause',
	reason: 'Stopped by',
	approval: 'Approved',
	code: 'Error',
	sync: 'Sync',
	link: 'Sync page',
} as const;

/** The names of causes by their kind. */
const causeNames: ReadonlyMap<string, string> = new Map([
	['other-kind', 'upload of another kind'],
	['empty', 'file without resources'],
	['truncated', 'truncated file'],
	['fewer', 'less than half of the resources'],
	['case', 'names in another case'],
	['id-case', 'ids in another case'],
	['id-punctuated', 'ids with other separators'],
	['other-ids', 'other ids'],
	['container-renamed', 'renamed database or schema'],
	['container-gone', 'missing database or schema'],
	['type-gone', 'missing type'],
	['date-shards', 'tables with dates in their names'],
	['shrunk', 'tables that lost columns'],
	['punctuated', 'names with periods or white space'],
]);

function wordsOf(type: string): string {
	return type.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
