import {firstIndex} from '../first-index.ts';
import type {Records} from '../records.ts';

/** Returns the physical line, from 1, on which each row starts in the saved file. */
export function savedLineNumbers(records: Records): (row: number) => number {
	const {index, overlay} = records;
	const rows = overlay.rows();
	/** The number of lines that the file gains up to and including each edited row. */
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

/** Returns the number of physical lines of a record. */
function linesOf(records: Records, record: Buffer): number {
	return record.length === 0 ? 0 : records.read(record).innerLines + 1;
}
