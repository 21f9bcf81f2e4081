import {firstIndex} from '../../records/first-index.ts';
import type {Records} from '../../records/records.ts';
import type {Renumbering} from '../../records/renumbering.ts';

/** The rows that a screen shows, in file order: all of them, or those that pass a filter. */
export type RowList = {
	readonly length: number;
	/** Returns the row at an index from 0; `undefined` outside the list. */
	rowAt(index: number): number | undefined;
	/** Returns the index of a row, or that of the next listed row behind it: where it would be. */
	indexOf(row: number): number;
};

/** Returns every row with data. The list grows while the file is read. */
export function allRows(records: Records): RowList {
	const first = records.firstRow;
	const length = () => Math.max(0, records.lastRow - first + 1);
	return {
		get length() {
			return length();
		},
		rowAt: index => (index >= 0 && index < length() ? first + index : undefined),
		indexOf: row => Math.min(Math.max(row - first, 0), length()),
	};
}

/** True if a list holds a row. */
export function isListed(list: RowList, row: number): boolean {
	return list.rowAt(list.indexOf(row)) === row;
}

/** Returns the listed row that is nearest to a row: itself, else the next one, else the last one; `undefined` in an empty list. */
export function nearestRow(list: RowList, row: number): number | undefined {
	return list.rowAt(list.indexOf(row)) ?? list.rowAt(list.length - 1);
}

/** Some rows in file order, four bytes each. */
export class ListedRows implements RowList {
	readonly #rows: Uint32Array;
	readonly length: number;

	private constructor(rows: Uint32Array, length: number) {
		this.#rows = rows;
		this.length = length;
	}

	/** Returns a list of rows, which must be in file order. */
	static of(rows: readonly number[]): ListedRows {
		return new ListedRows(Uint32Array.from(rows), rows.length);
	}

	/**
	Returns the list with more rows at its end, or in their places where one that was added lies behind them. It shares the
	memory of this one, so only the longest list may be extended.
	*/
	extended(rows: readonly number[]): ListedRows {
		const [first = 0] = rows;
		if (first <= (this.rowAt(this.length - 1) ?? 0)) return this.#merged(rows);
		const length = this.length + rows.length;
		const memory = length <= this.#rows.length ? this.#rows : new Uint32Array(Math.max(256, length * 2));
		if (memory !== this.#rows) memory.set(this.#rows.subarray(0, this.length));
		memory.set(rows, this.length);
		return new ListedRows(memory, length);
	}

	/** Returns a list, in memory of its own, with more rows in their places. */
	#merged(rows: readonly number[]): ListedRows {
		const all = new Uint32Array(this.length + rows.length);
		all.set(this.#rows.subarray(0, this.length));
		all.set(rows, this.length);
		const sorted = all.sort().filter((row, at, others) => row !== others[at - 1]);
		return new ListedRows(sorted, sorted.length);
	}

	/** Returns the list with one more row in its place, in memory of its own. */
	with(row: number): ListedRows {
		const at = this.indexOf(row);
		if (this.rowAt(at) === row) return this;
		const rows = new Uint32Array(this.length + 1);
		rows.set(this.#rows.subarray(0, at));
		rows[at] = row;
		rows.set(this.#rows.subarray(at, this.length), at + 1);
		return new ListedRows(rows, rows.length);
	}

	/** Returns the list with the new numbers of its rows; rows that are inserted behind one of them are listed too. */
	renumbered(renumbering: Renumbering): ListedRows {
		const rows: number[] = [];
		for (let at = 0; at < this.length; at++) {
			const row = this.#rows[at] ?? 0;
			const after = renumbering.rowAfter(row);
			if (after === undefined) continue;
			const next = renumbering.kind === 'insert' ? renumbering.nearestAfter(row + 1) : after + 1;
			for (let listed = after; listed < next; listed++) rows.push(listed);
		}

		return ListedRows.of(rows);
	}

	rowAt(index: number): number | undefined {
		return index < this.length ? this.#rows[index] : undefined;
	}

	indexOf(row: number): number {
		return firstIndex(this.length, at => (this.#rows[at] ?? 0) >= row);
	}
}
