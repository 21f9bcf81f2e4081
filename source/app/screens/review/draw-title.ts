import {basename} from 'node:path';
import {encodingNames} from '../../../records/source/encoding.ts';
import {problemNumber} from '../../../session/rows/problem-rows.ts';
import {cutTo} from '../../../text/fit.ts';
import {count, plural} from '../../../text/format.ts';
import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Paint, signs} from '../../theme.ts';
import {summary} from './draw-detail.ts';
import type {ReviewContext, ReviewState} from './state.ts';
import {titleTexts as texts} from './texts.ts';

/** The level of detail of the title: everything, or less where there is no room. */
type TitleDetail = {
	readonly summary: 'cells' | 'words' | 'numbers' | 'none';
	readonly unsaved: 'long' | 'short';
	readonly rows: 'long' | 'short';
	readonly number: 'long' | 'short';
};

const details: readonly TitleDetail[] = [
	{summary: 'cells', unsaved: 'long', number: 'long', rows: 'long'},
	{summary: 'words', unsaved: 'long', number: 'long', rows: 'long'},
	{summary: 'numbers', unsaved: 'long', number: 'long', rows: 'long'},
	{summary: 'words', unsaved: 'long', number: 'short', rows: 'long'},
	{summary: 'numbers', unsaved: 'long', number: 'short', rows: 'long'},
	{summary: 'numbers', unsaved: 'short', number: 'short', rows: 'long'},
	{summary: 'numbers', unsaved: 'short', number: 'short', rows: 'short'},
	{summary: 'none', unsaved: 'short', number: 'short', rows: 'short'},
];

/** The least number of terminal cells for the name of the file. */
const shortestName = 8;

/** Draws the first line: the file, the rows shown, unsaved rows, the numbers of problems, and the current one. */
export function drawTitle(state: ReviewState, context: ReviewContext, paint: Paint): string {
	const {columns} = state.size;
	const path = valueText(context.session.path);
	const name = valueText(basename(context.session.path));
	const shortest = Math.min(width(name), Math.floor(columns / 2));
	let rest = '';
	for (const detail of details) {
		rest = partsOf(state, context, detail, paint).join('  ');
		if (width(rest) + shortest + 3 < columns) break;
	}

	const room = Math.max(shortestName, columns - width(rest) - 4);
	return ` ${paint('title', cutTo(width(path) <= room ? path : name, room))}  ${rest}`;
}

/** Returns the parts after the name, from left to right. */
function partsOf(state: ReviewState, context: ReviewContext, detail: TitleDetail, paint: Paint): readonly string[] {
	const facts = factsOf(state, context, detail).join('  ');
	return [
		paint('dim', facts),
		...(state.isUnprotected ? [paint('warning', `${signs.warning} ${texts.unprotected}`)] : []),
		...problemsText(state, context, detail, paint),
	].filter(part => part !== '');
}

function factsOf(state: ReviewState, {session, convertedFrom}: ReviewContext, detail: TitleDetail): readonly string[] {
	const {checked, checkFailure, shown, size} = state;
	const {changedSinceSave: unsaved} = session.records.overlay.saved;
	const rows =
		shown.kind === 'some'
			? shownText(shown, session.records.count, size.columns, detail)
			: detail.rows === 'short' && unsaved > 0
				? ''
				: plural(session.recordCount, 'row');
	return [
		...(checked < 1 ? [checkFailure === undefined ? texts.checking(checked) : texts.checkedPart(checked)] : []),
		...(rows === '' ? [] : [rows]),
		...(unsaved > 0 ? [unsavedText(unsaved, detail)] : []),
		...(convertedFrom === undefined ? [] : [encodingNames[convertedFrom]]),
	];
}

function unsavedText(rows: number, detail: TitleDetail): string {
	return detail.unsaved === 'long' ? texts.unsaved(rows) : texts.unsavedShort(rows);
}

/** Returns the number of rows shown and the filter: `214 of 1,000 rows · schema=sales`. */
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
		...(choice.problemsOnly ? [isShort ? texts.withProblemsShort : texts.withProblems] : []),
		...(choice.text === '' ? [] : [cutTo(valueText(choice.text), Math.max(12, Math.floor(columns / 5)))]),
		...(stale > 0 ? [isShort ? texts.staleShort(stale) : texts.stale(stale)] : []),
	].join(' · ');
}

/** Returns the numbers of problems, and the current one. */
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
			: [detail.number === 'long' ? texts.problem(number, all) : `${count(number)}/${count(all)}`]),
	];
}
