import {setImmediate} from 'node:timers/promises';
import type {Batch} from '../../records/batches.ts';
import type {Records} from '../../records/records.ts';
import type {Session} from '../session.ts';
import {BatchTester} from './batch-tester.ts';
import type {RowFilter} from './filter-language.ts';
import type {RowList} from './row-list.ts';
import {hasPattern, rowTests} from './row-test.ts';
import {TimeLimitReached, withTimeLimit} from './time-limit.ts';

/** The main thread is held for so long at a time, in milliseconds. */
export const sliceMs = 4;

/** Bytes of the records that are looked at between two reads. */
const pieceSize = 256 * 1024;

/** Rows that pass a filter, and the indices of the list that were looked at for them. */
export type Scanned = {readonly rows: readonly number[]; readonly from: number; readonly to: number};

/** The indices of a list that are looked at: from `from` on, or from `to` back. */
export type ScanRange = {readonly from: number; readonly to: number; readonly order: 'forward' | 'backward'};

/** A regular expression took too long on a row. */
export class PatternTooSlow extends Error {
	override readonly name = 'PatternTooSlow';
	readonly row: number;

	constructor(row: number) {
		super(`a regular expression takes too long on row ${row}`);
		this.row = row;
	}
}

/**
Finds the rows of a list that pass a filter, a slice of a few milliseconds after the other. Rows count as they are
edited, skipped ones too. Backward, the rows of each piece come in descending order. @throws PatternTooSlow, FileError
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
				look(tester, rows);
				if (tester.row === undefined) break;
				await setImmediate();
				signal.throwIfAborted();
			}
		}

		// Where nothing was read, nothing else lets other work in.
		if (!readsCells) await setImmediate();
		signal.throwIfAborted();
		if (range.order === 'backward') rows.reverse();
		yield {rows, from: piece.from, to: piece.to};
	}
}

function lookFreely(tester: BatchTester, rows: number[]): void {
	tester.look(rows, performance.now() + sliceMs);
}

/** The same with a regular expression that may never end. */
function lookGuarded(tester: BatchTester, rows: number[]): void {
	const {at} = tester;
	try {
		withTimeLimit(() => lookFreely(tester, rows));
	} catch (error) {
		if (!(error instanceof TimeLimitReached)) throw error;
		// A machine that is busy elsewhere gets a second chance, row by row.
		if (tester.at === at) throw new PatternTooSlow(tester.row ?? 0);
	}
}

/** Records of a list that lie close to each other. */
type Piece = {readonly from: number; readonly to: number; readonly firstRow: number; readonly lastRow: number};

/** Cuts a range into pieces of about equal size. */
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
