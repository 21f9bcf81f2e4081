import {basename} from 'node:path';
import {encodingNames} from '../../../records/source/encoding.ts';
import {problemNumber} from '../../../session/rows/problem-rows.ts';
import {cutTo} from '../../../text/fit.ts';
import {count, percent, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import {type Paint, signs} from '../../theme.ts';
import {summary} from './draw-detail.ts';
import type {ReviewContext, ReviewState} from './state.ts';

/** How much a title says: everything, or less and less where there is no room for it. */
type TitleDetail = {
	readonly summary: 'cells' | 'words' | 'numbers' | 'none';
	readonly edits: 'long' | 'short' | 'shortest';
	readonly rows: 'long' | 'short';
	readonly number: 'long' | 'short';
};

const details: readonly TitleDetail[] = [
	{summary: 'cells', edits: 'long', number: 'long', rows: 'long'},
	{summary: 'words', edits: 'long', number: 'long', rows: 'long'},
	{summary: 'words', edits: 'short', number: 'long', rows: 'long'},
	{summary: 'numbers', edits: 'short', number: 'long', rows: 'long'},
	{summary: 'words', edits: 'short', number: 'short', rows: 'long'},
	{summary: 'numbers', edits: 'short', number: 'short', rows: 'long'},
	{summary: 'numbers', edits: 'shortest', number: 'short', rows: 'long'},
	{summary: 'numbers', edits: 'shortest', number: 'short', rows: 'short'},
	{summary: 'none', edits: 'shortest', number: 'short', rows: 'short'},
];

/** Terminal cells that the name of the file has at least. */
const shortestName = 8;

/** Draws the first line: the file, the rows that are shown, how many are not saved, the problems, and which of them is looked at. */
export function drawTitle(state: ReviewState, context: ReviewContext, paint: Paint): string {
	const {columns} = state.size;
	const path = visible(context.session.path);
	const name = visible(basename(context.session.path));
	const shortest = Math.min(width(name), Math.floor(columns / 2));
	let rest = '';
	for (const detail of details) {
		rest = partsOf(state, context, detail, paint).join('  ');
		if (width(rest) + shortest + 3 < columns) break;
	}

	const room = Math.max(shortestName, columns - width(rest) - 4);
	return ` ${paint('title', cutTo(width(path) <= room ? path : name, room))}  ${rest}`;
}

/** Returns what stands behind the name, from left to right. */
function partsOf(state: ReviewState, context: ReviewContext, detail: TitleDetail, paint: Paint): readonly string[] {
	const facts = factsOf(state, context, detail).join('  ');
	return [
		paint('dim', facts),
		...(state.isUnprotected ? [paint('warning', `${signs.warning} not protected`)] : []),
		...problemsText(state, context, detail, paint),
	].filter(part => part !== '');
}

function factsOf(state: ReviewState, {session, convertedFrom}: ReviewContext, detail: TitleDetail): readonly string[] {
	const {checked, checkFailure, shown, size} = state;
	const {changedSinceSave: unsaved} = session.records.overlay;
	const rows =
		shown.kind === 'some'
			? shownText(shown, session.records.count, size.columns, detail)
			: detail.rows === 'short' && unsaved > 0
				? ''
				: plural(session.recordCount, 'row');
	return [
		...(checked < 1 ? [`${checkFailure === undefined ? 'checking' : 'checked'} ${percent(checked, 1)}`] : []),
		...(rows === '' ? [] : [rows]),
		...(unsaved > 0 ? [editsText(unsaved, detail)] : []),
		...(convertedFrom === undefined ? [] : [encodingNames[convertedFrom]]),
	];
}

function editsText(unsaved: number, {edits}: TitleDetail): string {
	switch (edits) {
		case 'long':
			return `${plural(unsaved, 'edited row')}, not saved`;
		case 'short':
			return `${plural(unsaved, 'row')} not saved`;
		case 'shortest':
			return `${count(unsaved)} unsaved`;
	}
}

/** Returns how many rows of how many are shown, and which: `214 of 1,000 rows · schema=sales`. */
function shownText(
	{choice, list, progress, stale}: Extract<ReviewState['shown'], {kind: 'some'}>,
	all: number,
	columns: number,
	{rows}: TitleDetail,
): string {
	const isShort = rows === 'short';
	const more = progress === 'whole' ? '' : '+';
	return [
		`${count(list.length)}${more} of ${isShort ? count(all) : plural(all, 'row')}`,
		...(choice.problemsOnly ? [isShort ? 'problems' : 'with problems'] : []),
		...(choice.text === '' ? [] : [cutTo(visible(choice.text), Math.max(12, Math.floor(columns / 5)))]),
		...(stale > 0 ? [isShort ? `${count(stale)} no match` : `${count(stale)} no longer match`] : []),
	].join(' · ');
}

/** Returns how many problems there are, and which one is looked at. */
function problemsText(
	{checked, cursor}: ReviewState,
	context: ReviewContext,
	detail: TitleDetail,
	paint: Paint,
): readonly string[] {
	const {session} = context;
	if (checked < 1 && session.counts.size === 0) return [];
	const number = checked < 1 ? undefined : problemNumber(session, cursor);
	const all = session.findings.count;
	return [
		...(detail.summary === 'none' ? [] : [summary(context, paint, detail.summary)]),
		...(number === undefined
			? []
			: [detail.number === 'long' ? `problem ${count(number)} of ${count(all)}` : `${count(number)}/${count(all)}`]),
	];
}
