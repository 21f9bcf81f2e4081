import {firstIndex} from '../first-index.ts';
import type {Records} from '../records.ts';

/** Returns the physical line, from 1, on which each row starts in the file once it is saved. */
export function savedLineNumbers(records: Records): (row: number) => number {
	const {index, overlay} = records;
	const rows = overlay.rows();
	/** How many lines the file has gained up to and with each edited row. */
	const gained: number[] = [];
	let gain = 0;
	for (const row of rows) {
		gain += linesOf(records, records.currentBytes(row)) - linesOf(records, records.fileBytes(row));
		gained.push(gain);
	}

	return row => {
		const edited = firstIndex(rows.length, at => (rows[at] ?? 0) >= row);
		return index.lineOf(row) + (gained[edited - 1] ?? 0);
	};
}

/** The physical lines that a record takes. */
function linesOf(records: Records, record: Buffer): number {
	return record.length === 0 ? 0 : records.read(record).innerLines + 1;
}
