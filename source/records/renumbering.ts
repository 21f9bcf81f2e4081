import {firstIndex} from './first-index.ts';

/** Rows that are inserted after a row, by its number without them. */
export type InsertedRows = {readonly after: number; readonly count: number};

/** An insertion or removal of rows, which changes the numbers of the rows after them. */
export class Renumbering {
	readonly kind: 'insert' | 'remove';
	/** In the order of their rows, each row once. */
	readonly #places: readonly InsertedRows[];
	/** The number of rows inserted up to and including each place. */
	readonly #sums: readonly number[];

	constructor(kind: Renumbering['kind'], places: readonly InsertedRows[]) {
		this.kind = kind;
		this.#places = places;
		let sum = 0;
		this.#sums = places.map(({count}) => (sum += count));
	}

	/** The number of inserted or removed rows. */
	get count(): number {
		return this.#sums.at(-1) ?? 0;
	}

	/** The inverse, which restores the number of every row. */
	get inverse(): Renumbering {
		return new Renumbering(this.kind === 'insert' ? 'remove' : 'insert', this.#places);
	}

	/** Returns the last row before, by the last row after. */
	lastBefore(lastAfter: number): number {
		return this.kind === 'insert' ? lastAfter - this.count : lastAfter + this.count;
	}

	/** The rows that are inserted or removed, in order, by the numbers that they have while they are there. */
	*rows(): Generator<number, void, void> {
		for (const [at, {after, count}] of this.#places.entries()) {
			const first = after + this.#sumBefore(at) + 1;
			for (let row = first; row < first + count; row++) yield row;
		}
	}

	/** Returns the new number of a row; `undefined` for a removed one. */
	rowAfter(row: number): number | undefined {
		const places = this.#places;
		if (this.kind === 'insert') {
			const at = firstIndex(places.length, at => (places[at]?.after ?? 0) >= row);
			return row + this.#sumBefore(at);
		}

		const at = firstIndex(places.length, at => (places[at]?.after ?? 0) + this.#sumBefore(at) >= row) - 1;
		const sum = this.#sums[at] ?? 0;
		return row <= (places[at]?.after ?? 0) + sum ? (at < 0 ? row : undefined) : row - sum;
	}

	/** Like `rowAfter`, but returns for a removed row the number of the row after which it was inserted. */
	nearestAfter(row: number): number {
		for (let near = row; near > 0; near--) {
			const after = this.rowAfter(near);
			if (after !== undefined) return after;
		}

		return 0;
	}

	/** Returns the new numbers of the rows from 0 to `last`; 0 for removed rows. */
	rowsAfter(last: number): Int32Array {
		const after = new Int32Array(last + 1);
		for (const {from, to, shift} of this.#moves(last)) for (let row = from; row <= to; row++) after[row] = row + shift;
		return after;
	}

	/**
	Moves the values of rows to their new rows, up to the new last row; values of inserted rows are 0. `first` is the row of the
	first value. The array must have room for all.
	*/
	move(values: Int32Array | Uint8Array | Float64Array, lastAfter: number, first = 0): void {
		const moves = this.#moves(this.lastBefore(lastAfter));
		// Nothing may be overwritten before it is moved.
		for (const {from, to, shift} of this.kind === 'insert' ? moves.reverse() : moves) {
			if (shift !== 0) values.copyWithin(from + shift - first, from - first, to + 1 - first);
		}

		if (this.kind === 'insert') for (const row of this.rows()) values[row - first] = 0;
		else values.fill(0, lastAfter + 1 - first, lastAfter + this.count + 1 - first);
	}

	/** Returns a map with the new numbers of the rows that are its keys, without those that are removed. */
	keys<Value>(map: ReadonlyMap<number, Value>): Map<number, Value> {
		const renumbered = new Map<number, Value>();
		for (const [row, value] of map) {
			const after = this.rowAfter(row);
			if (after !== undefined) renumbered.set(after, value);
		}

		return renumbered;
	}

	/** Returns the new numbers of rows, without those that are removed. */
	renumbered(rows: Iterable<number>): number[] {
		return Array.from(rows).flatMap(row => this.rowAfter(row) ?? []);
	}

	#sumBefore(at: number): number {
		return this.#sums[at - 1] ?? 0;
	}

	/** Returns the runs of rows that stay together, in order, and by how much their numbers change. */
	#moves(last: number): Array<{readonly from: number; readonly to: number; readonly shift: number}> {
		const isInsertion = this.kind === 'insert';
		return [-1, ...this.#places.keys()].map(at => {
			const sum = this.#sums[at] ?? 0;
			const next = this.#places[at + 1]?.after;
			const start = this.#places[at]?.after ?? -1;
			const offset = isInsertion ? 0 : sum;
			return {from: start + 1 + offset, to: next === undefined ? last : next + offset, shift: isInsertion ? sum : -sum};
		});
	}
}
