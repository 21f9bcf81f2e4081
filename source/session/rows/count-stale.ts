import {setImmediate} from 'node:timers/promises';
import type {UndoStep} from '../../records/undo-step.ts';
import type {Session} from '../session.ts';
import {passesAll} from './batch-tester.ts';
import type {RowFilter} from './filter-language.ts';
import {isListed, type RowList} from './row-list.ts';
import {hasPattern, type RowTest, rowTests} from './row-test.ts';
import {sliceMs} from './scan.ts';
import {TimeLimitReached, withTimeLimit} from './time-limit.ts';

/**
Counts the rows of a list that no longer pass its filter. Cells are tested only in rows that were edited in `steps`; problems are
tested in all rows, because an edit elsewhere can change them. @throws FileError
*/
export async function countStale(
	session: Session,
	filter: RowFilter,
	{list, steps}: {readonly list: RowList; readonly steps: readonly UndoStep[]},
	signal: AbortSignal,
): Promise<number> {
	const {records} = session;
	const tests = rowTests(session, filter);
	const onProblems = tests.filter(({readsCells}) => !readsCells);
	const onCells = tests.filter(({readsCells}) => readsCells);
	const passes = (row: number, some: readonly RowTest[]) => passesAll(records, some, row);
	const passesCells = hasPattern(filter) ? guarded(passes) : passes;
	const edited = new Set<number>();
	for await (const row of inSlices(editedRows(steps), signal)) if (isListed(list, row)) edited.add(row);
	let stale = 0;
	for await (const row of inSlices(onProblems.length > 0 ? rowsOf(list) : edited, signal)) {
		if (!passes(row, onProblems) || (edited.has(row) && !passesCells(row, onCells))) stale++;
	}

	return stale;
}

/** Returns to the event loop every few milliseconds. */
async function* inSlices(rows: Iterable<number>, signal: AbortSignal): AsyncGenerator<number, void, void> {
	let until = performance.now() + sliceMs;
	for (const row of rows) {
		yield row;
		if (performance.now() < until) continue;
		await setImmediate();
		signal.throwIfAborted();
		until = performance.now() + sliceMs;
	}
}

function* editedRows(steps: readonly UndoStep[]): Generator<number, void, void> {
	for (const {changes} of steps) for (const {row} of changes) yield row;
}

type Passes = (row: number, tests: readonly RowTest[]) => boolean;

/** Adds a time limit for a regular expression that may never end: a row that reaches it counts as passing. */
function guarded(passes: Passes): Passes {
	return (row, tests) => {
		let result = true;
		try {
			withTimeLimit(() => {
				result = passes(row, tests);
			});
		} catch (error) {
			if (!(error instanceof TimeLimitReached)) throw error;
		}

		return result;
	};
}

function* rowsOf(list: RowList): Generator<number, void, void> {
	for (let at = 0; at < list.length; at++) yield list.rowAt(at) ?? 0;
}
