/** The texts of the plan screen. The labels of its keys are in `keys.ts`. */
import type {ChangeAction} from '../../../plan/changes/action.ts';
import {sentRows, sentRowsOf} from '../../../plan/sent-rows.ts';
import type {SnapshotTotals} from '../../../plan/snapshot.ts';
import {bytes, count, percent, plural} from '../../../text/format.ts';

/** The effects on a resource as the legend of the signs has them, and in one word. */
export const actionTexts: Readonly<Record<ChangeAction, readonly [long: string, short: string]>> = {
	hidden: ['to hide', 'hide'],
	renamed: ['to rename', 'rename'],
	created: ['to create', 'new'],
	revived: ['to show again', 'again'],
	updated: ['to update', 'update'],
	retimed: ['timestamps', 'times'],
};

export const planTexts = {
	title: (target: string) => `Plan: ${target}`,
	position: (place: number, all: number) => `${count(place)} of ${count(all)}`,
	filtered: (changes: number) => plural(changes, 'change'),
	noChanges: 'No changes',
	nothingSent: 'Nothing has been sent yet.',
	hasEnded: 'This upload has ended. Its plan can only be read.',
	toApprove: (what: string, number: number) => `To send anyway, type the number of ${what}: ${count(number)}`,
	typeNumber: (what: string, number: number, counts: string, send: string) =>
		`To send anyway, type the number of ${what} (${count(number)}${counts === '' ? '' : `: ${counts}`}) and press ${send}.`,
	pagesToHide: 'pages to hide',
	rowsToSend: 'rows to send',
	wrongNumber: (number: number) => `Type ${count(number)}. Nothing was sent.`,
	unreadable: 'cannot be read',
	noName: 'without a name',
	searching: (text: string, part: number, stop: string) =>
		`Searching for "${text}": ${percent(part, 1)}. ${stop} stops.`,
	filtering: (part: number, stop: string) => `Filtering: ${percent(part, 1)}. ${stop} stops.`,
	jumping: (part: number, stop: string) => `Searching the next kind of change: ${percent(part, 1)}. ${stop} stops.`,
	noMatch: (text: string) => `No matches for "${text}".`,
	noChangeMatches: 'No change matches the filter.',
	noSearch: (key: string) => `${key} searches first.`,
	stopped: 'Stopped.',
	noFix: 'Select a cause with a fix first.',
	noNode: 'Select a change first.',
	noStop: 'This plan has no safety stop.',
	nothingBelow: 'Nothing more is known about this change.',
	tooMany: (most: number) => `These are more than ${count(most)} changes. Open some of them, or filter first.`,
} as const;

/** The rows above the tree. */
export const headTexts = {
	stop: (reason: string) => `Safety stop: ${reason}.`,
	stopTitle: 'safety stop',
	causeTitle: 'likely cause',
	factTitle: 'about this upload',
	/** A line for each file. */
	toSend: ({records, bytes: size, files = []}: SnapshotTotals): readonly string[] => {
		const rows = files.length === 0 ? [sentRows({records})] : files.map(file => sentRowsOf(file));
		const last = rows.length - 1;
		return rows.map((text, at) => (at === last ? `${text}, ${bytes(size)}` : text));
	},
	problems: (warnings: number) => (warnings === 0 ? 'no problems' : `no errors, ${plural(warnings, 'warning')}`),
	labels: {
		rollback: 'Rollback',
		toSend: 'To send',
		notSent: 'Not sent',
		pages: 'Pages',
		edges: 'Edges',
		edited: 'Edited',
		notCompared: 'Not compared',
	},
	created: (counts: string) => `create ${counts}`,
	hidden: (counts: string) => `hide ${counts}`,
	edited: (pages: number, names: string) =>
		`people changed ${plural(pages, 'description')} in Secoda since the last upload: ${names}`,
	kept: (counts: string) => `keep ${counts}`,
	effectOfFix: (option: string, key: string) => `${key} reads the file with ${option} and plans again.`,
} as const;

/** The details of a node. */
export const detailTexts = {
	inside: 'changes inside',
	filtered: (shown: number, all: number) => `The filter shows ${count(shown)} of ${plural(all, 'change')}.`,
	empty: '(empty)',
	what: {
		hidden: 'Not in the file: Secoda hides (archives) it.',
		renamed:
			'Probably the same with another name or id. Secoda hides the old page; its owners, tags and documentation do not follow.',
		created: 'Not in the catalog: Secoda creates it.',
		revived: 'Secoda has hidden (archived) it, and shows it again.',
		updated: 'Values differ from those that were sent last.',
		retimed: 'Only the time of the last update differs.',
	} satisfies Record<ChangeAction, string>,
	workOfPeople: (marks: readonly string[]) => `People worked on it in Secoda: ${marks.join(', ')}.`,
	inSecoda: (value: string) => `in Secoda: ${value}`,
	inFile: (value: string) => `in the file: ${value}`,
	lastSent: (value: string) => `last sent: ${value}`,
	was: (name: string) => `was ${name}`,
	more: (fields: number) => `and ${plural(fields, 'other field')}`,
} as const;

/** The line for a search text or a filter. */
export const planFilterTexts = {
	/** The words of each action in a filter. */
	words: {
		hidden: ['hidden', 'hide'],
		renamed: ['renamed', 'rename'],
		created: ['created', 'new', 'create'],
		revived: ['revived', 'again'],
		updated: ['updated', 'update'],
		retimed: ['timestamps', 'times'],
	} satisfies Record<ChangeAction, readonly string[]>,
	searchTitle: 'Search in names and changed fields',
	filterTitle: 'Filter changes',
	numberTitle: 'Send in spite of the safety stop',
	searchHelp: 'Upper-case letters make a search case-sensitive.',
	filterHelp:
		'hidden, renamed, created, revived, updated, timestamps or their signs; other words are texts of names and fields: hidden orders. Without a filter, all changes are shown.',
} as const;
