import {allRows, isListed, nearestRow, type RowList} from '../../../session/rows/row-list.ts';
import type {ReviewContext, ReviewState} from './state.ts';

/** Returns the rows that the grid shows. */
export function rowsShown({shown}: Pick<ReviewState, 'shown'>, {session}: ReviewContext): RowList {
	return shown.kind === 'all' ? allRows(session.records) : shown.list;
}

/** Returns the rows that the grid shows where these are not all rows. */
export function listShown({shown}: Pick<ReviewState, 'shown'>): RowList | undefined {
	return shown.kind === 'all' ? undefined : shown.list;
}

/** Returns where a bulk change is made: in the rows that are shown, where these are not all rows. */
export function withinShown(state: ReviewState): {readonly list?: RowList} {
	const list = listShown(state);
	return list === undefined ? {} : {list};
}

/** Moves the cursor by rows that are shown. */
export function moveByRows(state: ReviewState, rows: number, context: ReviewContext): ReviewState {
	const list = rowsShown(state, context);
	const at = list.indexOf(state.cursor.row);
	// A row that is not listed lies between two that are.
	const from = rows > 0 && !isListed(list, state.cursor.row) ? at - 1 : at;
	return moveToIndex(state, from + rows, context);
}

/** Moves the cursor to a place in the list, as far as there are rows. */
export function moveToIndex(state: ReviewState, index: number, context: ReviewContext): ReviewState {
	const list = rowsShown(state, context);
	const row = list.rowAt(Math.max(0, Math.min(index, list.length - 1)));
	return row === undefined || row === state.cursor.row ? state : {...state, cursor: {...state.cursor, row}};
}

/** Moves the cursor to a column, as far as there are columns. */
export function moveToColumn(state: ReviewState, column: number, {session}: ReviewContext): ReviewState {
	const last = session.header.labels.length - 1;
	const target = Math.max(0, Math.min(column, last));
	return target === state.cursor.column ? state : {...state, cursor: {...state.cursor, column: target}};
}

/** Moves the cursor to the nearest row that is shown, unless its own row may still be found. */
export function keepCursorListed(state: ReviewState): ReviewState {
	const {shown, work, cursor, mode} = state;
	if (shown.kind === 'all' || mode.name !== 'browse') return state;
	const {list} = shown;
	const isListedNow = isListed(list, cursor.row);
	const isReached = shown.progress !== 'growing' || (list.rowAt(list.length - 1) ?? 0) >= cursor.row;
	if (!isListedNow && !isReached) return state;
	const row = isListedNow ? cursor.row : (nearestRow(list, cursor.row) ?? cursor.row);
	const placed = row === cursor.row ? state : {...state, cursor: {...cursor, row}};
	if (work?.kind !== 'filter' || work.line === undefined) return placed;
	// The record stays on the line of the screen where it was.
	return {...placed, top: list.indexOf(row) - work.line, work: {...work, line: undefined}};
}
