import type {Renumbering} from '../../records/renumbering.ts';
import {enlarged} from './enlarged.ts';

/**
Groups of rows, each in row order. A group is a ring through two arrays: it is named by its first row, whose
predecessor is its last. A row is in one group at most.
*/
export class RowRings {
	#next = new Int32Array(1024);
	#previous = new Int32Array(1024);
	/** The row that was put in last, and its group: rows put in one after the other need no search. */
	#hint = 0;
	#hintFirst = 0;

	/** Makes room for so many rows. */
	reserve(rows: number): void {
		this.#next = enlarged(this.#next, rows);
		this.#previous = enlarged(this.#previous, rows);
	}

	/** Puts a row into the group of `first` (0 = a new one). Answers the group's first row. */
	insert(first: number, row: number): number {
		if (row >= this.#next.length) this.reserve(Math.ceil(row * 1.5));
		if (first === 0) {
			this.#next[row] = row;
			this.#previous[row] = row;
			return row;
		}

		const last = this.#previous[first] as number;
		const before = row > last || row < first ? last : this.#before(first, row);
		const after = this.#next[before] as number;
		this.#next[before] = row;
		this.#previous[row] = before;
		this.#next[row] = after;
		this.#previous[after] = row;
		this.#hint = row;
		this.#hintFirst = Math.min(first, row);
		return this.#hintFirst;
	}

	/** Takes a row out of the group of `first`. Answers the group's first row then; 0 when it is empty. */
	remove(first: number, row: number): number {
		const after = this.#next[row] ?? 0;
		const before = this.#previous[row] ?? 0;
		this.#next[before] = after;
		this.#previous[after] = before;
		this.#next[row] = 0;
		if (this.#hint === row) this.#hint = before;
		if (first !== row) return first;
		this.#hintFirst = 0;
		return after === row ? 0 : after;
	}

	/** Gives rows their new numbers: `rowsAfter` has them by the old ones. Rows that are inserted or removed are in no group. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.reserve(Math.max(lastRow + 1, rowsAfter.length));
		for (const rows of [this.#next, this.#previous]) {
			for (let row = 1; row < rowsAfter.length; row++) rows[row] = rowsAfter[rows[row] as number] ?? 0;
			renumbering.move(rows, lastRow);
		}

		this.#hint = 0;
		this.#hintFirst = 0;
	}

	/** The row behind `row` in the group of `first`; 0 behind the last. */
	after(first: number, row: number): number {
		const next = this.#next[row] ?? 0;
		return next === first ? 0 : next;
	}

	#before(first: number, row: number): number {
		let before = this.#hintFirst === first && this.#hint < row ? this.#hint : first;
		for (let after = this.#next[before] ?? 0; after < row && after !== first; after = this.#next[before] ?? 0) {
			before = after;
		}

		return before;
	}
}
