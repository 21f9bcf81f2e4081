import {lineEnd} from './line-end.ts';
import type {Records} from './records.ts';

/** The bytes of one read of a record that is too long. */
const copySize = 1024 * 1024;

/** A column that has the same value in every row. */
export type NewColumn = {readonly label: string; readonly value: string};

/**
Returns the current records with columns added on the right, and with the values of `replaced` (by column, from 0) in every row
that has all cells. Blank rows stay blank. All records must be indexed; to add columns, the format must have a header of one row.
*/
export async function* appendColumns(
	records: Records,
	columns: readonly NewColumn[],
	signal: AbortSignal,
	replaced: ReadonlyMap<number, string> = new Map(),
): AsyncGenerator<Buffer, void, void> {
	const {format, index, firstRow} = records;
	const cellCount = records.labels?.length ?? 0;
	// The text after the record's own cells.
	const cells = (values: readonly string[]) => Buffer.from(values.length === 0 ? '' : format.encode(['', ...values]));
	const added = cells(columns.map(({value}) => value));
	for (let row = 1; row < firstRow; row++)
		yield* widened(records, records.currentBytes(row), cells(columns.map(({label}) => label)));
	for await (const batch of records.batches(firstRow, records.lastRow, signal)) {
		if (records.isTooLong(batch.firstRow)) {
			yield* widenedUnread(records, batch.firstRow, added, signal);
			continue;
		}

		const pieces: Buffer[] = [];
		for (let row = batch.firstRow; row <= batch.lastRow; row++) {
			const inFile = batch.bytes.subarray(index.start(row) - batch.offset, index.end(row) - batch.offset);
			pieces.push(
				...widened(records, withValues(records, records.currentBytes(row, inFile), replaced, cellCount), added),
			);
		}

		yield Buffer.concat(pieces);
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
	for (let position = index.start(row); position < to - end.length; position += copySize) {
		signal.throwIfAborted();
		yield await file.read(position, Math.min(copySize, to - end.length - position));
	}

	yield added;
	yield end;
}
