import {firstIndex} from '../../records/first-index.ts';
import type {Records} from '../../records/records.ts';
import type {Renumbering} from '../../records/renumbering.ts';

/** The rows on a screen, in file order: all rows, or those that pass a filter. */
export type RowList = {
	readonly length: number;
	/** Returns the row at an index from 0; `undefined` outside the list. */
	rowAt(index: number): number | undefined;
	/** Returns the index of a row, or of the next listed row after it. */
	indexOf(row: number): number;
};

/** Returns a list of all data rows, which grows while the file is read. */
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

/** True if a list contains a row. */
export function isListed(list: RowList, row: number): boolean {
	return list.rowAt(list.indexOf(row)) === row;
}

/** Returns the nearest listed row: the row itself, the next one, or the last one; `undefined` for an empty list. */
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
	Returns the list with more rows, in order. Rows after the end are appended to the memory that both lists share, so only the
	longest list may be extended.
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

	/** Returns a copy of the list with more rows, in order. */
	#merged(rows: readonly number[]): ListedRows {
		const all = new Uint32Array(this.length + rows.length);
		all.set(this.#rows.subarray(0, this.length));
		all.set(rows, this.length);
		const sorted = all.sort().filter((row, at, others) => row !== others[at - 1]);
		return new ListedRows(sorted, sorted.length);
	}

	/** Returns a copy of the list with one more row. */
	with(row: number): ListedRows {
		const at = this.indexOf(row);
		if (this.rowAt(at) === row) return this;
		const rows = new Uint32Array(this.length + 1);
		rows.set(this.#rows.subarray(0, at));
		rows[at] = row;
		rows.set(this.#rows.subarray(at, this.length), at + 1);
		return new ListedRows(rows, rows.length);
	}

	/** Returns the list with renumbered rows. It includes rows that are inserted after a listed one. */
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
