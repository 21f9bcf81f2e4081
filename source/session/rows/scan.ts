import {setImmediate} from 'node:timers/promises';
import type {Batch} from '../../records/batches.ts';
import type {Records} from '../../records/records.ts';
import type {RowNumber} from '../../records/row-numbers.ts';
import type {Session} from '../session.ts';
import {BatchTester} from './batch-tester.ts';
import type {RowFilter} from './filter-language.ts';
import type {RowList} from './row-list.ts';
import {hasPattern, rowTests} from './row-test.ts';
import {TimeLimitReached, withTimeLimit} from './time-limit.ts';

/** The longest time without a return to the event loop, in milliseconds. */
export const sliceMs = 4;

/** The number of bytes of one chunk of records. */
const pieceSize = 256 * 1024;

/** The rows of a list range that pass a filter. */
export type Scanned = {readonly rows: readonly number[]; readonly from: number; readonly to: number};

/** A range of list indices: scanned from `from` forward, or from `to` backward. */
export type ScanRange = {readonly from: number; readonly to: number; readonly order: 'forward' | 'backward'};

/** A regular expression took too long on a row. */
export class PatternTooSlow extends Error {
	override readonly name = 'PatternTooSlow';
	readonly row: RowNumber;

	constructor(row: RowNumber) {
		super(`a regular expression takes too long on row ${row}`);
		this.row = row;
	}
}

/**
Finds the rows of a list that pass a filter, in time slices of a few milliseconds. Rows are tested with their edits, including
skipped ones. A backward scan returns the rows of each chunk in descending order. @throws PatternTooSlow, FileError
*/
export async function* scanRows(
	session: Session,
	filter: RowFilter,
	list: RowList,
	range: ScanRange,
	signal: AbortSignal,
): AsyncGenerator<Scanned, void, void> {
	const {records} = session;
	const tests = rowTests(session, filter);
	const readsCells = tests.some(test => test.readsCells);
	const look = hasPattern(filter) ? lookGuarded : lookFreely;
	for (const piece of pieces(records, list, range)) {
		const rows: number[] = [];
		const batches = readsCells ? records.batches(piece.firstRow, piece.lastRow, signal) : [unread(records, piece)];
		for await (const batch of batches) {
			const tester = new BatchTester(records, tests, list, batch);
			for (;;) {
				look(tester, rows, records);
				if (tester.row === undefined) break;
				await setImmediate();
				signal.throwIfAborted();
			}
		}

		// Without a read, nothing else returns to the event loop.
		if (!readsCells) await setImmediate();
		signal.throwIfAborted();
		if (range.order === 'backward') rows.reverse();
		yield {rows, from: piece.from, to: piece.to};
	}
}

function lookFreely(tester: BatchTester, rows: number[]): void {
	tester.test(rows, performance.now() + sliceMs);
}

/** Tests with a time limit, for a regular expression that may never end. */
function lookGuarded(tester: BatchTester, rows: number[], records: Records): void {
	const {at} = tester;
	try {
		withTimeLimit(() => lookFreely(tester, rows));
	} catch (error) {
		if (!(error instanceof TimeLimitReached)) throw error;
		// On a busy machine, the limit can be reached although progress is made: only a row without progress counts.
		if (tester.at === at) throw new PatternTooSlow(records.numberOf(tester.row ?? 0));
	}
}

/** Listed records that are close together in the file. */
type Piece = {readonly from: number; readonly to: number; readonly firstRow: number; readonly lastRow: number};

/** Splits a range into chunks of about equal size. */
function* pieces(records: Records, list: RowList, {from, to, order}: ScanRange): Generator<Piece, void, void> {
	const {index} = records;
	let start = from;
	let end = to;
	while (start < end) {
		const row = list.rowAt(order === 'forward' ? start : end - 1);
		if (row === undefined) return;
		if (order === 'forward') {
			const next = Math.min(end, Math.max(start + 1, list.indexOf(index.rowAt(index.start(row) + pieceSize))));
			yield pieceOf(list, start, next);
			start = next;
		} else {
			const first = index.rowAt(Math.max(0, index.end(row) - pieceSize));
			const next = Math.max(start, Math.min(end - 1, list.indexOf(first + 1)));
			yield pieceOf(list, next, end);
			end = next;
		}
	}
}

function pieceOf(list: RowList, from: number, to: number): Piece {
	return {from, to, firstRow: list.rowAt(from) ?? 0, lastRow: list.rowAt(to - 1) ?? 0};
}

function unread({index}: Records, {firstRow, lastRow}: Piece): Batch {
	return {bytes: Buffer.alloc(0), offset: index.start(firstRow), firstRow, lastRow};
}
