import {contentEnd} from '../line-end.ts';
import type {CsvScanner} from './csv-scanner.ts';
import type {Delimiter} from './dialect.ts';

/** A value as a CSV cell, quoted only where it must be. */
function encodeCell(value: string, delimiter: Delimiter): string {
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
	reader: CsvScanner,
	cells: ReadonlyMap<number, string>,
	delimiter: Delimiter,
): Buffer {
	const columns = cells.size === 1 ? [...cells.keys()] : [...cells.keys()].sort((one, other) => one - other);
	const texts = columns.map(column => encodeCell(cells.get(column) ?? '', delimiter));
	const last = Math.max(0, (columns.at(-1) ?? 0) + 1 - reader.count);
	// One allocation a record: a bulk change writes many. A UTF-16 unit takes three bytes of UTF-8 at most.
	const bytes = Buffer.allocUnsafe(record.length + last + texts.reduce((sum, text) => sum + text.length * 3, 0));
	let copied = 0;
	let length = 0;
	let count = reader.count;
	for (const [at, column] of columns.entries()) {
		const isThere = column < reader.count;
		// Behind the record's last cell there may be others missing before this one.
		const end = isThere ? reader.rawStart(column) : contentEnd(record, 0, record.length);
		length += record.copy(bytes, length, copied, end);
		for (; count <= column; count++) length += bytes.write(delimiter, length);
		length += bytes.write(texts[at] ?? '', length);
		copied = isThere ? reader.rawEnd(column) : end;
	}

	length += record.copy(bytes, length, copied);
	return bytes.subarray(0, length);
}
