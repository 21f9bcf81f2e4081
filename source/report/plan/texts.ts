import {type ActionCounts, type ChangeAction, sumActions} from '../../plan/changes/action.ts';
import {reasonText} from '../../plan/guard-texts.ts';
import {sentRows} from '../../plan/sent-rows.ts';
import {bytes, count, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import type {ComparedFile, EdgeChanges, ReportedVerdict, SkippedPart} from './reported-plan.ts';

/** The sign of each effect in front of a resource. */
export const actionSigns: Readonly<Record<ChangeAction, string>> = {
	hidden: '-',
	renamed: '>',
	created: '+',
	revived: '+',
	updated: '~',
	retimed: '~',
};

export const causesTitle = 'Probable causes:';

/** The meaning of the signs. */
export const signLegend = '+ create, ~ update, - hide, > rename';

/** The order of counts: what a file adds and changes, then what disappears. */
export const countedActions = ['created', 'revived', 'updated', 'renamed', 'hidden', 'retimed'] as const;

/** The effects as labels of columns. */
export const actionLabels: Readonly<Record<ChangeAction, string>> = {
	created: 'create',
	revived: 'show again',
	updated: 'update',
	renamed: 'rename',
	hidden: 'hide',
	retimed: 'timestamp only',
};

export const markdownTexts = {
	title: 'Secoda plan',
	tableHead: (comparedWith: 'catalog' | 'file') => [
		'',
		'in the file',
		comparedWith === 'catalog' ? 'in Secoda' : 'before',
	],
};

const countTexts: Readonly<Record<ChangeAction, (number: number) => string>> = {
	created: number => `${count(number)} to create`,
	revived: number => `${count(number)} to show again`,
	updated: number => `${count(number)} to update`,
	renamed: number => `${count(number)} to rename`,
	hidden: number => `${count(number)} to hide`,
	retimed: number => `${plural(number, 'timestamp')} to update`,
};

/** Formats counts of changes: "12 to create, 3 to update". Only effects that occur. */
export function actionCountsText(counts: ActionCounts): string {
	return countParts(counts).join(', ');
}

/** Formats counts of edges: "2 to add, 1 to remove". */
export function edgeCountsText({added, removed}: EdgeChanges): string {
	return [
		...(added === 0 ? [] : [`${count(added)} to add`]),
		...(removed === 0 ? [] : [`${count(removed)} to remove`]),
	].join(', ');
}

/** Returns what is not shown: "and 214 more: 200 to hide, 14 to create (all: --json)". */
export function moreText(counts: ActionCounts): string {
	return `and ${plural(sumActions(counts), 'more', 'more')}: ${actionCountsText(counts)} (all: --json)`;
}

/** Returns the number of changes that are not shown. */
export function restText(changes: number): string {
	return `and ${count(changes)} more (all: --json)`;
}

/** Formats the counts of a whole plan: "Plan: 12 to create, 40 to hide." */
export function planCountsLine(counts: ActionCounts, {added, removed}: EdgeChanges): string {
	const parts = [
		...countParts(counts),
		...(added === 0 ? [] : [`${plural(added, 'edge')} to add`]),
		...(removed === 0 ? [] : [`${plural(removed, 'edge')} to remove`]),
	];
	return `Plan: ${parts.length === 0 ? 'no changes' : parts.join(', ')}.`;
}

function countParts(counts: ActionCounts): readonly string[] {
	return countedActions.filter(action => counts[action] > 0).map(action => countTexts[action](counts[action]));
}

/** Returns the name of a resource that differs from the hidden one only in its id. */
export function otherIdText(name: string): string {
	return `${name}, with another id`;
}

/** Returns what a rename does not keep, if there are any. */
export function renameNote({renamed}: ActionCounts): readonly string[] {
	return renamed === 0
		? []
		: [
				'A rename is probable: both pages look alike. The new page starts without the owners, tags and documentation of the hidden one.',
			];
}

/** Returns which files are compared. */
export function comparedText(file: ComparedFile, other: ComparedFile): string {
	return `Compared: ${fileText(file)} with ${fileText(other)}.`;
}

/** Returns what is skipped in a file that another one is compared with. */
export function skippedText({file, rows, problem}: SkippedPart): string {
	return problem === undefined
		? `${plural(rows, 'row')} of ${visible(file)} with errors, which an upload would not have sent`
		: `${visible(file)}, which an upload would not have sent: ${visible(problem)}`;
}

function fileText({name, totals}: ComparedFile): string {
	return `${visible(name)} (${sentRows(totals)}, ${bytes(totals.bytes)})`;
}

/** Returns whether an upload of the file would be sent, and what to do if not. */
export function verdictLines({result, approve}: ReportedVerdict): readonly string[] {
	if (result.kind === 'clear') return ['Guard: clear. An upload needs no approval.'];
	return [
		'Safety stop: an upload would send nothing, because',
		...result.reasons.map(reason => `  ${visible(reasonText(reason))}`),
		...(approve === undefined ? [] : ['To send it anyway:', `  ${approve}`]),
	];
}
