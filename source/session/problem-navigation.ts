import type {RowChange, UndoStep} from '../records/undo-step.ts';
import type {CellPosition, ProblemSource} from './problem-source.ts';
import {nextProblemRow, previousProblemRow} from './rows/problem-rows.ts';
import type {RowList} from './rows/row-list.ts';

/** The cell of a problem; `wrapped` if the search continued at the other end of the file. */
export type FoundProblem = {readonly position: CellPosition; readonly wrapped: boolean};

/** Returns the cell of the next or previous problem from a cell, in the rows of a list or in all; `undefined` without problems. */
export function findNextProblem(
	session: ProblemSource,
	from: CellPosition,
	direction: 'next' | 'previous',
	list?: RowList,
): FoundProblem | undefined {
	return direction === 'next' ? next(session, from, list) : previous(session, from, list);
}

/** Returns the cell of the first error of the file; `undefined` without errors. */
export function findFirstError(session: ProblemSource): CellPosition | undefined {
	const {kind, findings} = session;
	const isError = (code: string) => kind.codes.get(code)?.severity === 'error';
	const rows = [...kind.codes.keys()].filter(isError).flatMap(code => findings.firstOf(code)?.row ?? []);
	if (rows.length === 0) return undefined;
	const row = Math.min(...rows);
	const errors = findings.at(row).filter(({code, severity}) => severity === undefined && isError(code));
	return {row, column: Math.min(...errors.map(finding => session.columnOf(finding) ?? 0))};
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

/** Returns the columns with problems in a row, from left to right; a problem of the whole row is in the first column. */
function columnsAt(session: ProblemSource, row: number): readonly number[] {
	const columns = session.findings.at(row).map(finding => session.columnOf(finding) ?? 0);
	return [...new Set(columns)].sort((one, other) => one - other);
}

/** Returns the number of a row after a change or its undo. A row that was removed by it maps to the row that it was split from. */
export function rowAfter({renumbering}: UndoStep, row: number, done: 'made' | 'undone'): number {
	if (renumbering === undefined) return row;
	return (done === 'made' ? renumbering : renumbering.inverse).nearestAfter(row);
}

/**
Returns the cell that shows the effect of a change or its undo: `from`, a position before the change, if it was changed, otherwise
the first changed cell.
*/
export function changedCell(step: UndoStep, from: CellPosition, done: 'made' | 'undone'): CellPosition {
	const row = done === 'made' ? from.row : rowAfter(step, from.row, done);
	const change = step.changes.find(change => change.row === row) ?? step.changes[0];
	if (change === undefined) return from;
	const columns = changedColumns(change);
	const column = columns.includes(from.column) ? from.column : (columns[0] ?? from.column);
	return {row: done === 'made' ? rowAfter(step, change.row, done) : change.row, column};
}

/** Returns the changed columns of a row, from left to right; none if the whole row was replaced. */
function changedColumns({before, after}: RowChange): readonly number[] {
	if ((before !== undefined && before.kind !== 'cells') || (after !== undefined && after.kind !== 'cells')) return [];
	const columns = new Set([...(before?.cells.keys() ?? []), ...(after?.cells.keys() ?? [])]);
	return [...columns]
		.filter(column => before?.cells.get(column) !== after?.cells.get(column))
		.sort((one, other) => one - other);
}
