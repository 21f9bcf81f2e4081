import type {RowChange, UndoStep} from '../records/overlay.ts';
import type {CellPosition, ProblemSource} from './problem-source.ts';
import {nextProblemRow, previousProblemRow} from './rows/problem-rows.ts';
import type {RowList} from './rows/row-list.ts';

/** What a step to another problem found; `wrapped` when it went on at the other end of the file. */
export type FoundProblem = {readonly position: CellPosition; readonly wrapped: boolean};

/** Returns the cell of the next problem behind `from`, or of the last before it, in the rows of a list or in all; `undefined` when there is none. */
export function findNextProblem(
	session: ProblemSource,
	from: CellPosition,
	direction: 'next' | 'previous',
	list?: RowList,
): FoundProblem | undefined {
	return direction === 'next' ? next(session, from, list) : previous(session, from, list);
}

function next(session: ProblemSource, from: CellPosition, list: RowList | undefined): FoundProblem | undefined {
	const here = columnsAt(session, from.row).find(column => column > from.column);
	if (here !== undefined) return {position: {row: from.row, column: here}, wrapped: false};
	const {findings} = session;
	const behind = nextProblemRow(findings, from.row, list);
	const row = behind ?? nextProblemRow(findings, 0, list);
	if (row === undefined) return undefined;
	return {position: {row, column: columnsAt(session, row)[0] ?? 0}, wrapped: behind === undefined};
}

function previous(session: ProblemSource, from: CellPosition, list: RowList | undefined): FoundProblem | undefined {
	const here = columnsAt(session, from.row).findLast(column => column < from.column);
	if (here !== undefined) return {position: {row: from.row, column: here}, wrapped: false};
	const {findings} = session;
	const before = previousProblemRow(findings, from.row, list);
	const row = before ?? previousProblemRow(findings, Number.MAX_SAFE_INTEGER, list);
	if (row === undefined) return undefined;
	return {position: {row, column: columnsAt(session, row).at(-1) ?? 0}, wrapped: before === undefined};
}

/** The columns of a row that have problems, from left to right; a problem of the whole row is at the first. */
function columnsAt(session: ProblemSource, row: number): readonly number[] {
	const columns = session.findings.at(row).map(finding => session.columnOf(finding) ?? 0);
	return [...new Set(columns)].sort((one, other) => one - other);
}

/** Returns the number of a row after a step was made or undone; for a row that is gone that of the row which it was split from. */
export function rowAfter({renumbering}: UndoStep, row: number, done: 'made' | 'undone'): number {
	if (renumbering === undefined) return row;
	return (done === 'made' ? renumbering : renumbering.inverse).nearestAfter(row);
}

/**
Returns the cell at which a step that was made or undone can be seen: `from`, a cell before that, where the step changed it,
else the first that it changed.
*/
export function changedCell(step: UndoStep, from: CellPosition, done: 'made' | 'undone'): CellPosition {
	const row = done === 'made' ? from.row : rowAfter(step, from.row, done);
	const change = step.changes.find(change => change.row === row) ?? step.changes[0];
	if (change === undefined) return from;
	const columns = changedColumns(change);
	const column = columns.includes(from.column) ? from.column : (columns[0] ?? from.column);
	return {row: done === 'made' ? rowAfter(step, change.row, done) : change.row, column};
}

/** Returns the columns that a change is about, from left to right; none when it is about the whole row. */
function changedColumns({before, after}: RowChange): readonly number[] {
	if ((before !== undefined && before.kind !== 'cells') || (after !== undefined && after.kind !== 'cells')) return [];
	const columns = new Set([...(before?.cells.keys() ?? []), ...(after?.cells.keys() ?? [])]);
	return [...columns]
		.filter(column => before?.cells.get(column) !== after?.cells.get(column))
		.sort((one, other) => one - other);
}
