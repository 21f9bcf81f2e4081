import type {Delimiter} from './dialect.ts';
import {contentEnd, type RecordReader} from './record-reader.ts';

/** A value as a CSV cell, quoted only where it must be. */
export function encodeCell(value: string, delimiter: Delimiter): string {
	return /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Cells as a CSV line without its line end. A single empty cell is quoted, or it would be a blank line. */
export function encodeRow(cells: readonly string[], delimiter: Delimiter): string {
	return cells.length === 1 && cells[0] === '' ? '""' : cells.map(cell => encodeCell(cell, delimiter)).join(delimiter);
}

/**
The bytes of a record, as it was read last, in which some cells were changed: every other cell, and the line end,
keep theirs.
*/
export function encodeWithCells(
	record: Buffer,
	reader: RecordReader,
	cells: ReadonlyMap<number, string>,
	delimiter: Delimiter,
): Buffer {
	const count = Math.max(reader.count, ...[...cells.keys()].map(column => column + 1));
	const separator = Buffer.from(delimiter);
	const parts: Buffer[] = [];
	for (let column = 0; column < count; column++) {
		if (column > 0) parts.push(separator);
		const value = cells.get(column);
		if (value !== undefined) parts.push(Buffer.from(encodeCell(value, delimiter)));
		else if (column < reader.count) parts.push(reader.raw(column));
	}

	parts.push(lineEnd(record));
	return Buffer.concat(parts);
}

/** The line end that a record has in the file; empty for a last record without one. */
export function lineEnd(record: Buffer): Buffer {
	return record.subarray(contentEnd(record, 0, record.length));
}
