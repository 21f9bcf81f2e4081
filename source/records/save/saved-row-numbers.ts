import {firstIndex} from '../first-index.ts';
import type {Records} from '../records.ts';
import {asNumber, type RowNumbers} from '../row-numbers.ts';

/** Returns the numbers that the rows have in the saved file, which has no skipped rows. A skipped row has that of the next one. */
export function savedRowNumbers(records: Records): RowNumbers {
	const {index, overlay} = records;
	const rows = overlay.rows();
	/** The number of rows and lines that the file gains up to and including each edited row. */
	const gained: Array<{readonly rows: number; readonly lines: number}> = [];
	let gain = {rows: 0, lines: 0};
	for (const row of rows) {
		const lines = linesOf(records, records.currentBytes(row)) - linesOf(records, records.fileBytes(row));
		gain = {rows: gain.rows - (records.isSkipped(row) ? 1 : 0), lines: gain.lines + lines};
		gained.push(gain);
	}

	const gainBefore = (row: number) => gained[firstIndex(rows.length, at => (rows[at] ?? 0) >= row) - 1];
	const numberOf = (row: number) => asNumber(row + (gainBefore(row)?.rows ?? 0));
	return {
		of: numberOf,
		inFile: numberOf,
		lineOf: row => index.lineOf(row) + (gainBefore(row)?.lines ?? 0),
		rowFrom(number) {
			const before = firstIndex(index.lastRow, at => numberOf(at + 1) >= number);
			return before < index.lastRow ? before + 1 : undefined;
		},
	};
}

/** Returns the number of physical lines of a record. */
function linesOf(records: Records, record: Buffer): number {
	return record.length === 0 ? 0 : records.read(record).innerLines + 1;
}
