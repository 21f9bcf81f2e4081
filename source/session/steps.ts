import type {RowChange, Step} from '../records/overlay.ts';
import {nextProblemRow, previousProblemRow} from './rows/problem-rows.ts';
import type {RowList} from './rows/row-list.ts';
import type {Position, RowsWithProblems} from './rows-with-problems.ts';

/** What a step to another problem found; `wrapped` when it went on at the other end of the file. */
export type StepFound = {readonly position: Position; readonly wrapped: boolean};

/** Returns the cell of the next problem behind `from`, or of the last before it, in the rows of a list or in all; `undefined` when there is none. */
export function stepToProblem(
	session: RowsWithProblems,
	from: Position,
	direction: 'next' | 'previous',
	list?: RowList,
): StepFound | undefined {
	return direction === 'next' ? next(session, from, list) : previous(session, from, list);
}

function next(session: RowsWithProblems, from: Position, list: RowList | undefined): StepFound | undefined {
	const here = columnsAt(session, from.row).find(column => column > from.column);
	if (here !== undefined) return {position: {row: from.row, column: here}, wrapped: false};
	const {findings} = session;
	const behind = nextProblemRow(findings, from.row, list);
	const row = behind ?? nextProblemRow(findings, 0, list);
	if (row === undefined) return undefined;
	return {position: {row, column: columnsAt(session, row)[0] ?? 0}, wrapped: behind === undefined};
}

function previous(session: RowsWithProblems, from: Position, list: RowList | undefined): StepFound | undefined {
	const here = columnsAt(session, from.row).findLast(column => column < from.column);
	if (here !== undefined) return {position: {row: from.row, column: here}, wrapped: false};
	const {findings} = session;
	const before = previousProblemRow(findings, from.row, list);
	const row = before ?? previousProblemRow(findings, Number.MAX_SAFE_INTEGER, list);
	if (row === undefined) return undefined;
	return {position: {row, column: columnsAt(session, row).at(-1) ?? 0}, wrapped: before === undefined};
}

/** The columns of a row that have problems, from left to right; a problem of the whole row is at the first. */
function columnsAt(session: RowsWithProblems, row: number): readonly number[] {
	const columns = session.findings.at(row).map(finding => session.columnOf(finding) ?? 0);
	return [...new Set(columns)].sort((one, other) => one - other);
}

/** Returns the cell at which a step can be seen: `from` where the step changed that, else the first that it changed. */
export function changedCell({changes}: Step, from: Position): Position {
	const change = changes.find(({row}) => row === from.row) ?? changes[0];
	if (change === undefined) return from;
	const columns = changedColumns(change);
	const column = columns.includes(from.column) ? from.column : (columns[0] ?? from.column);
	return {row: change.row, column};
}

/** Returns the columns that a change is about, from left to right; none when it is about the whole row. */
function changedColumns({before, after}: RowChange): readonly number[] {
	if ((before !== undefined && before.kind !== 'cells') || (after !== undefined && after.kind !== 'cells')) return [];
	const columns = new Set([...(before?.cells.keys() ?? []), ...(after?.cells.keys() ?? [])]);
	return [...columns]
		.filter(column => before?.cells.get(column) !== after?.cells.get(column))
		.sort((one, other) => one - other);
}
