import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import {trimmedStart} from '../bytes/classes.ts';
import type {FileProblem} from '../problem.ts';
import {describeFileProblem} from './file-problem.ts';

/** Finds columns with values but no label. */
export class BlankLabels {
	/** The first row with a value, by column. */
	readonly #firstRows = new Map<number, number>();
	/** The columns without a label and, so far, without a value, from left to right. */
	#unfilled: readonly number[];

	/** `columns` are the columns without a label. */
	constructor(columns: readonly number[]) {
		this.#unfilled = columns;
	}

	get problems(): readonly FileProblem[] {
		return Array.from(this.#firstRows, ([column, row]) => describeFileProblem({code: 'blank-label', column, row}));
	}

	/** Renumbers the rows; the first rows with a value are never removed. */
	renumber(renumbering: Renumbering): void {
		for (const [column, row] of this.#firstRows) this.#firstRows.set(column, renumbering.rowAfter(row) ?? row);
	}

	add(row: number, record: RecordScanner): void {
		if (this.#unfilled.length === 0) return;
		let found = false;
		for (const column of this.#unfilled) {
			if (column >= record.readableCount) break;
			const end = record.ends[column] ?? 0;
			if (trimmedStart(record.bytes, record.starts[column] ?? 0, end) === end) continue;
			this.#firstRows.set(column, row);
			found = true;
		}

		if (found) this.#unfilled = this.#unfilled.filter(column => !this.#firstRows.has(column));
	}
}
