import {contentEnd} from '../line-end.ts';
import type {CsvScanner} from './csv-scanner.ts';
import type {Delimiter} from './dialect.ts';

/** Encodes a value as a CSV cell, quoted only if necessary. */
export function encodeCell(value: string, delimiter: Delimiter): string {
	return /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Encodes cells as a CSV line without its line end. A single empty cell is quoted, because it would be a blank line. */
export function encodeRow(cells: readonly string[], delimiter: Delimiter): string {
	return cells.length === 1 && cells[0] === '' ? '""' : cells.map(cell => encodeCell(cell, delimiter)).join(delimiter);
}

/**
Encodes the record that was read last with new values for some cells. All other cells and the line end keep their bytes.
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
	// One allocation for each record, because a bulk change writes many. A UTF-16 unit takes at most three bytes of UTF-8.
	const bytes = Buffer.allocUnsafe(record.length + last + texts.reduce((sum, text) => sum + text.length * 3, 0));
	let copied = 0;
	let length = 0;
	let count = reader.count;
	for (const [at, column] of columns.entries()) {
		const isThere = column < reader.count;
		// Cells between the record's last cell and this one may be missing.
		const end = isThere ? reader.rawStart(column) : contentEnd(record, 0, record.length);
		length += record.copy(bytes, length, copied, end);
		for (; count <= column; count++) length += bytes.write(delimiter, length);
		length += bytes.write(texts[at] ?? '', length);
		copied = isThere ? reader.rawEnd(column) : end;
	}

	length += record.copy(bytes, length, copied);
	return bytes.subarray(0, length);
}
