import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import type {FileProblem} from '../problem.ts';
import {describeFileProblem} from './file-problem.ts';

/** Finds columns that have values and no name. */
export class BlankLabels {
	/** For each such column the first row that has a value there. */
	readonly #firstRows = new Map<number, number>();
	/** The columns without a name in which no row had a value yet, from left to right. */
	#unfilled: readonly number[];

	/** `columns` are those without a name. */
	constructor(columns: readonly number[]) {
		this.#unfilled = columns;
	}

	get problems(): readonly FileProblem[] {
		return Array.from(this.#firstRows, ([column, row]) => describeFileProblem({code: 'blank-label', column, row}));
	}

	/** Gives rows their new numbers; none of those that are known is ever removed. */
	renumber(renumbering: Renumbering): void {
		for (const [column, row] of this.#firstRows) this.#firstRows.set(column, renumbering.rowAfter(row) ?? row);
	}

	add(row: number, record: RecordScanner): void {
		if (this.#unfilled.length === 0) return;
		let found = false;
		for (const column of this.#unfilled) {
			if (column >= record.readableCount) break;
			if (record.starts[column] === record.ends[column]) continue;
			this.#firstRows.set(column, row);
			found = true;
		}

		if (found) this.#unfilled = this.#unfilled.filter(column => !this.#firstRows.has(column));
	}
}
