import {smallBatch} from './batches.ts';
import type {CellSpans} from './cell-spans.ts';
import {lineEnd} from './line-end.ts';
import type {Records} from './records.ts';
import type {SourceFile} from './source/source-file.ts';

/** The bytes of one read of what is copied as it is. */
const copySize = 1024 * 1024;

/** A column that has the same value in every row. */
export type NewColumn = {readonly label: string; readonly value: string};

/** The values to set in every row. */
export type NewConstants = {
	/** New columns on the right. */
	readonly columns: readonly NewColumn[];
	/** The new values of columns (from 0) in every row that has all cells. */
	readonly replaced?: ReadonlyMap<number, string>;
	/** Returns the cells that a record without data gets in the new columns, `header` for the header again; `undefined` for data. */
	readonly cellsWithoutData?: (record: CellSpans) => readonly string[] | 'header' | undefined;
};

/**
Returns the current records with constants. Blank rows stay blank, and the preamble as it is. All records must be indexed; to add
columns, the format must have a header.
*/
export async function* appendColumns(
	records: Records,
	{columns, replaced = new Map(), cellsWithoutData = () => undefined}: NewConstants,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const {format, index, firstRow, headerRow} = records;
	const cellCount = records.labels?.length ?? 0;
	// The text after the record's own cells.
	const cells = (values: readonly string[]) => Buffer.from(values.length === 0 ? '' : format.encode(['', ...values]));
	const added = cells(columns.map(({value}) => value));
	yield* preamble(records, signal);
	const header =
		headerRow === undefined
			? []
			: widened(records, records.currentBytes(headerRow), cells(columns.map(({label}) => label)));
	yield* header;
	for await (const batch of records.batches(firstRow, records.lastRow, signal, smallBatch)) {
		if (records.isTooLong(batch.firstRow)) {
			yield* widenedUnread(records, batch.firstRow, added, signal);
			continue;
		}

		const pieces: Buffer[] = [];
		for (let row = batch.firstRow; row <= batch.lastRow; row++) {
			const inFile = batch.bytes.subarray(index.start(row) - batch.offset, index.end(row) - batch.offset);
			const record = records.currentBytes(row, inFile);
			const others = record.length === 0 ? undefined : cellsWithoutData(records.read(record));
			if (others === 'header') pieces.push(...header.slice(0, -1), lineEnd(record));
			else if (others === undefined)
				pieces.push(...widened(records, withValues(records, record, replaced, cellCount), added));
			else pieces.push(...widened(records, record, cells(others)));
		}

		yield Buffer.concat(pieces);
	}
}

/** Yields the bytes above the header. */
async function* preamble(
	{file, index, headerRow = 1}: Records,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	yield* copied(file, 0, index.start(headerRow), signal);
}

/** Yields the bytes of a file from `start` to `end`. */
async function* copied(
	file: SourceFile,
	start: number,
	end: number,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	for (let position = start; position < end; position += copySize) {
		signal.throwIfAborted();
		yield await file.read(position, Math.min(copySize, end - position));
	}
}

function withValues(records: Records, record: Buffer, values: ReadonlyMap<number, string>, cellCount: number): Buffer {
	if (values.size === 0 || record.length === 0) return record;
	const reader = records.read(record);
	return reader.isBlank || reader.count !== cellCount ? record : records.format.encodeWithCells(record, reader, values);
}

function widened(records: Records, record: Buffer, added: Buffer): Buffer[] {
	if (record.length === 0 || records.read(record).isBlank) return [record];
	const end = lineEnd(record);
	return [record.subarray(0, record.length - end.length), added, end];
}

/** Yields a record that is too long for one read. */
async function* widenedUnread(
	{file, index}: Records,
	row: number,
	added: Buffer,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const to = index.end(row);
	const end = lineEnd(await file.read(to - 2, 2));
	yield* copied(file, index.start(row), to - end.length, signal);
	yield added;
	yield end;
}
