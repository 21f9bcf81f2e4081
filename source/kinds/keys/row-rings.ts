import type {Renumbering} from '../../records/renumbering.ts';
import {enlarged} from './enlarged.ts';

/** The successor and the predecessor of each row; the arrays are those of `RowRings`. */
export type RowRingsState = {readonly next: Int32Array<ArrayBuffer>; readonly previous: Int32Array<ArrayBuffer>};

/**
Groups of rows in row order, as circular linked lists in two arrays. A group is identified by its first row, whose predecessor is
its last row. A row is in at most one group.
*/
export class RowRings {
	#next = new Int32Array(1024);
	#previous = new Int32Array(1024);
	/** The row that was inserted last, and its group: consecutive inserts need no search. */
	#hint = 0;
	#hintFirst = 0;

	get state(): RowRingsState {
		return {next: this.#next, previous: this.#previous};
	}

	set state({next, previous}: RowRingsState) {
		this.#next = next;
		this.#previous = previous;
		this.#hint = 0;
		this.#hintFirst = 0;
	}

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		this.#next = enlarged(this.#next, rows);
		this.#previous = enlarged(this.#previous, rows);
	}

	/** Inserts a row into the group of `first` (0 = a new group). Returns the first row of the group. */
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

	/** Removes a row from the group of `first`. Returns the new first row of the group, or 0 if it is empty. */
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

	/** Renumbers the rows: `rowsAfter` maps old to new numbers. Inserted and removed rows are not in any group. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.reserve(Math.max(lastRow + 1, rowsAfter.length));
		for (const rows of [this.#next, this.#previous]) {
			for (let row = 1; row < rowsAfter.length; row++) rows[row] = rowsAfter[rows[row] as number] ?? 0;
			renumbering.move(rows, lastRow);
		}

		this.#hint = 0;
		this.#hintFirst = 0;
	}

	/** Returns the row after `row` in the group of `first`, or 0 after the last. */
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
