import {encodeCell, encodeWithCells, lineEnd} from './encode.ts';
import type {Table} from './table.ts';

/** Bytes of one read of a record that is too long. */
const copySize = 1024 * 1024;

/** A column that has the same value in every row. */
export type NewColumn = {readonly label: string; readonly value: string};

/**
Returns a table as it stands now, with columns added on the right and with the values of `replaced` (by column, from 0) in
every row that has all cells. Every record of it must have been found; blank rows stay blank.
*/
export async function* withColumns(
	table: Table,
	columns: readonly NewColumn[],
	signal: AbortSignal,
	replaced: ReadonlyMap<number, string> = new Map(),
): AsyncGenerator<Buffer, void, void> {
	const {delimiter, index} = table;
	const {length: cellCount} = table.cells(1);
	const cells = (values: readonly string[]) =>
		Buffer.from(values.map(value => `${delimiter}${encodeCell(value, delimiter)}`).join(''));
	const added = cells(columns.map(({value}) => value));
	yield* widened(table, table.currentBytes(1), cells(columns.map(({label}) => label)));
	for await (const batch of table.batches(2, table.lastRow, signal)) {
		if (table.isTooLong(batch.firstRow)) {
			yield* widenedUnread(table, batch.firstRow, added, signal);
			continue;
		}

		const pieces: Buffer[] = [];
		for (let row = batch.firstRow; row <= batch.lastRow; row++) {
			const inFile = batch.bytes.subarray(index.start(row) - batch.offset, index.end(row) - batch.offset);
			pieces.push(...widened(table, withValues(table, table.currentBytes(row, inFile), replaced, cellCount), added));
		}

		yield Buffer.concat(pieces);
	}
}

function withValues(table: Table, record: Buffer, values: ReadonlyMap<number, string>, cellCount: number): Buffer {
	if (values.size === 0 || record.length === 0) return record;
	const reader = table.read(record);
	return reader.blank || reader.count !== cellCount ? record : encodeWithCells(record, reader, values, table.delimiter);
}

function widened(table: Table, record: Buffer, added: Buffer): Buffer[] {
	if (record.length === 0 || table.read(record).blank) return [record];
	const end = lineEnd(record);
	return [record.subarray(0, record.length - end.length), added, end];
}

/** A record that is too long to be read at once. */
async function* widenedUnread(
	{file, index}: Table,
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
