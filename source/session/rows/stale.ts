import {setImmediate} from 'node:timers/promises';
import type {Session} from '../session.ts';
import type {RowFilter} from './filter-language.ts';
import {passesAll} from './piece.ts';
import {isListed, type RowList} from './row-list.ts';
import {hasPattern, type RowTest, rowTests} from './row-test.ts';
import {sliceMs} from './scan.ts';
import {TimeLimitReached, withTimeLimit} from './time-limit.ts';

/**
Counts the rows of a list that no longer pass the filter that has made it. Cells count only of `touched` rows, the others
are as they were; a problem may have gone with an edit elsewhere. @throws FileError
*/
export async function countStale(
	session: Session,
	filter: RowFilter,
	{list, touched}: {readonly list: RowList; readonly touched: Iterable<number>},
	signal: AbortSignal,
): Promise<number> {
	const {records} = session;
	const tests = rowTests(session, filter);
	const onProblems = tests.filter(({readsCells}) => !readsCells);
	const onCells = tests.filter(({readsCells}) => readsCells);
	const listed = new Set([...touched].filter(row => isListed(list, row)));
	const passes = (row: number, some: readonly RowTest[]) => passesAll(records, some, row);
	const passesCells = hasPattern(filter) ? guarded(passes) : passes;
	const isStale = (row: number) =>
		!passes(row, onProblems) || (listed.has(row) && onCells.length > 0 && !passesCells(row, onCells));
	let stale = 0;
	let until = performance.now() + sliceMs;
	for (const row of onProblems.length > 0 ? rowsOf(list) : listed) {
		if (isStale(row)) stale++;
		if (performance.now() < until) continue;
		await setImmediate();
		signal.throwIfAborted();
		until = performance.now() + sliceMs;
	}

	return stale;
}

type Passes = (row: number, tests: readonly RowTest[]) => boolean;

/** The same with a regular expression that may never end: then the row counts as one that passes. */
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
