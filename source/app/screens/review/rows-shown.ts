import {allRows, isListed, nearestRow, type RowList} from '../../../session/rows/row-list.ts';
import {shownColumnFrom} from './hidden-columns.ts';
import type {RowChoice, ShownRows} from './shown.ts';
import {type ReviewContext, type ReviewEffect, type ReviewState, type ReviewTransition, withNotice} from './state.ts';
import {workTexts} from './texts.ts';

/** Returns the rows that the grid shows. */
export function rowsShown({shown}: Pick<ReviewState, 'shown'>, {session}: ReviewContext): RowList {
	return shown.kind === 'all' ? allRows(session.records) : shown.list;
}

/** Returns the rows that the grid shows if a filter is applied. */
export function listShown({shown}: Pick<ReviewState, 'shown'>): RowList | undefined {
	return shown.kind === 'all' ? undefined : shown.list;
}

/** Returns the rows of a bulk change: those shown if a filter is applied. */
export function withinShown(state: ReviewState): {readonly list?: RowList} {
	const list = listShown(state);
	return list === undefined ? {} : {list};
}

/** Moves the cursor by a number of the rows shown. */
export function moveByRows(state: ReviewState, rows: number, context: ReviewContext): ReviewState {
	return moveToIndex(state, rowsShown(state, context).indexOf(state.cursor.row) + rows, context);
}

/** Moves the cursor to an index in the list, or to its nearest end. */
export function moveToIndex(state: ReviewState, index: number, context: ReviewContext): ReviewState {
	const list = rowsShown(state, context);
	const row = list.rowAt(Math.max(0, Math.min(index, list.length - 1)));
	return row === undefined || row === state.cursor.row ? state : {...state, cursor: {...state.cursor, row}};
}

/** Moves the cursor to a column, or to the nearest one. */
export function moveToColumn(state: ReviewState, column: number, {session}: ReviewContext): ReviewState {
	const last = session.header.labels.length - 1;
	const direction = column < state.cursor.column ? -1 : 1;
	const target = shownColumnFrom(Math.max(0, Math.min(column, last)), direction, session);
	return target === state.cursor.column ? state : {...state, cursor: {...state.cursor, column: target}};
}

/** Moves the cursor to the nearest row shown, unless the running filter may still find its row. */
export function keepCursorListed(state: ReviewState): ReviewState {
	const {shown, cursor, mode} = state;
	if (shown.kind === 'all' || mode.name !== 'browse') return state;
	const {list, line} = shown;
	const isReached = shown.progress !== 'growing' || (list.rowAt(list.length - 1) ?? 0) >= cursor.row;
	if (!isListed(list, cursor.row) && !isReached) return state;
	const row = nearestRow(list, cursor.row) ?? cursor.row;
	const placed = row === cursor.row ? state : {...state, cursor: {...cursor, row}};
	if (line === undefined) return placed;
	// The record stays on its line of the screen.
	return {...placed, top: list.indexOf(row) - line, shown: {...shown, line: undefined}};
}

/** Returns the grid line of the selected row. */
function cursorLine(state: ReviewState, context: ReviewContext): number {
	return rowsShown(state, context).indexOf(state.cursor.row) - state.top;
}

/** Starts a filter; the rows shown stay until it finds the first ones. */
export function startFilter(state: ReviewState, choice: RowChoice, context: ReviewContext): ReviewTransition {
	const line = cursorLine(state, context);
	const {shown} = state;
	const before: ShownRows =
		shown.kind === 'some' && shown.progress === 'growing' ? {...shown, progress: 'stopped'} : shown;
	return [
		{...state, shown: before, work: {kind: 'filter', choice, part: 0, line}},
		{type: 'filter', choice},
	];
}

/** Shows all rows; the selected record stays on its line of the screen. */
export function showAll(state: ReviewState, context: ReviewContext): ReviewTransition {
	const {shown, work, cursor} = state;
	const stop: readonly ReviewEffect[] = work?.kind === 'filter' ? [{type: 'stop-work'}] : [];
	const idle = work?.kind === 'filter' ? {...state, work: undefined} : state;
	if (shown.kind === 'all') return [idle, ...stop];
	const all: ReviewState = {...idle, shown: {kind: 'all'}};
	const top = rowsShown(all, context).indexOf(cursor.row) - cursorLine(state, context);
	return [{...all, top}, ...stop];
}

/** Moves the cursor to a row. One that the filter hides is shown, with a notice. */
export function goToRow(state: ReviewState, row: number, {session}: ReviewContext): ReviewState {
	const listed = withRowListed(state, row);
	const moved: ReviewState = {...listed, cursor: {...state.cursor, row}};
	return listed === state ? moved : withNotice(moved, 'info', workTexts.rowAdded(session.numberOf(row)));
}

/** Adds a row that the filter hides to the rows shown. */
export function withRowListed(state: ReviewState, row: number): ReviewState {
	const {shown} = state;
	if (shown.kind === 'all' || isListed(shown.list, row)) return state;
	return {...state, shown: {...shown, list: shown.list.with(row)}};
}
