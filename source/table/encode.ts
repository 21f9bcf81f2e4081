import {contentEnd, type FieldSpans} from './fields.ts';

/** A value as a CSV cell, quoted only where it must be. */
export function encodeCell(value: string): string {
	return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Cells as a CSV line without its line end. A single empty cell is quoted, or it would be a blank line. */
export function encodeRow(cells: readonly string[]): string {
	return cells.length === 1 && cells[0] === '' ? '""' : cells.map(encodeCell).join(',');
}

/** The bytes of a record in which some cells were changed: every other cell, and the line end, keep theirs. */
export function encodeWithCells(record: Buffer, spans: FieldSpans, cells: ReadonlyMap<number, string>): Buffer {
	const count = Math.max(spans.count, ...[...cells.keys()].map(column => column + 1));
	const parts: Buffer[] = [];
	for (let column = 0; column < count; column++) {
		if (column > 0) parts.push(comma);
		const value = cells.get(column);
		if (value !== undefined) parts.push(Buffer.from(encodeCell(value)));
		else if (column < spans.count) parts.push(spans.raw(column));
	}

	parts.push(lineEnd(record));
	return Buffer.concat(parts);
}

/** The line end that a record has in the file; empty for a last record without one. */
export function lineEnd(record: Buffer): Buffer {
	return record.subarray(contentEnd(record, 0, record.length));
}

const comma = Buffer.from(',');
