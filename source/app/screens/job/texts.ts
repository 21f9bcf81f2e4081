/** The texts of the screens of an upload, in the order in which the user meets them. The labels of keys are in `keys.ts`. */
import {sentRows} from '../../../plan/sent-rows.ts';
import type {SnapshotTotals} from '../../../plan/snapshot.ts';
import {bytes, count, duration, percent, plural} from '../../../text/format.ts';

export const preparingTexts = {
	title: 'Plan',
	connecting: 'Connecting',
	connected: (host: string) => `Connected to ${host}. Creating the snapshot`,
	snapshot: (rows: number, all: number) => `Creating the snapshot: row ${count(rows)} of ${count(all)}`,
	catalog: (rows: number, all: number | undefined, entities: string) =>
		`Reading the catalog: ${count(rows)}${all === undefined ? '' : ` of ${count(all)}`} ${entities}`,
	nothingSent: 'Nothing has been sent.',
};

export const targetTexts = {
	target: (integration: string, host: string) => `${integration} at ${host}`,
};

export const sendingTexts = {
	title: (target: string) => `Upload: ${target}`,
	progress: (sent: number, total: number) => `${percent(sent, total)}   ${bytes(sent)} of ${bytes(total)}`,
	rate: (perSecond: number, left: number | undefined) =>
		`   ${bytes(perSecond)}/s${left === undefined ? '' : `, ${duration(left)} left`}`,
	cancelling: 'Cancelling',
	waitingForAnswer: 'The whole file was sent. Waiting for the response.',
	rateLimited: (seconds: number) => `Secoda asks to wait (429). Retrying in ${seconds} s. Nothing was accepted yet.`,
	unreachable: (seconds: number) => `Secoda cannot be reached. Retrying in ${seconds} s. Nothing was accepted yet.`,
};

export const syncTexts = {
	title: (target: string) => `Sync: ${target}`,
	untitled: 'Sync',
	connecting: 'Connecting',
	sent: (snapshot: SnapshotTotals) => `Sent ${sentRows(snapshot)}, ${bytes(snapshot.bytes)}`,
	accepted: 'Accepted by Secoda',
	unclear: 'No clear response. Checking the catalog to see if Secoda accepted the file',
	notRead: (expected: number, one: string, many: string) => `${plural(expected, one, many)} expected, not read yet`,
	hiddenNotRead: 'Pages to hide: not read yet',
	found: (found: number, expected: number, entities: string) =>
		`Found ${count(found)} of ${count(expected)} ${entities}`,
	edgesFound: (found: number, expected: number) => `Found ${count(found)} of ${plural(expected, 'edge')}`,
	edgesNotRead: 'Edges: not read yet',
	edgesFailed: (problem: string) => `The edges cannot be read: ${problem}`,
	stillShown: (pages: number) =>
		pages === 0
			? 'All pages to hide are hidden'
			: `${plural(pages, 'page')} to hide ${pages === 1 ? 'is' : 'are'} still shown`,
	waiting: (elapsed: number) => `Waiting for the sync, ${duration(elapsed)}`,
	stopping: 'Stopping',
	link: 'Sync page:',
};

export const resultTexts = {
	title: (target: string) => `Result: ${target}`,
	untitled: 'Result',
	catalog: (state: string) => `Catalog  ${state}`,
	next: (action: string) => `Next     ${action}`,
	undo: (command: string) => `Undo     ${command}`,
	more: (lines: number) => `${plural(lines, 'more line')}: enlarge the window to see them.`,
	noPlan: 'This upload ended before it was planned.',
	sha256: (digest: string) => `SHA-256  ${digest}`,
	unsaved: (save: string) => `The edits were sent, but are not saved in a file yet. Go back and press ${save}.`,
	columns: {kind: 'kind', file: 'in the file', created: 'new', kept: 'already in Secoda', hidden: 'hidden'},
};
