import {firstIndex} from './first-index.ts';
import type {Renumbering} from './renumbering.ts';

/** The arrays of `TallRows`. */
export type TallRowsState = {
	readonly rows: Uint32Array<ArrayBuffer>;
	readonly innerLines: Uint32Array<ArrayBuffer>;
	readonly count: number;
};

/** The rows with line ends inside, which separate row numbers from line numbers. */
export class TallRows {
	#rows = new Uint32Array(64);
	/** The total number of line ends inside of rows, up to and including each row. */
	#innerLines = new Uint32Array(64);
	#count = 0;

	get state(): TallRowsState {
		return {rows: this.#rows, innerLines: this.#innerLines, count: this.#count};
	}

	set state({rows, innerLines, count}: TallRowsState) {
		this.#rows = rows;
		this.#innerLines = innerLines;
		this.#count = count;
	}

	/** Adds a row after all others. */
	add(row: number, innerLines: number): void {
		if (this.#count === this.#rows.length) {
			this.#rows = doubled(this.#rows);
			this.#innerLines = doubled(this.#innerLines);
		}

		this.#rows[this.#count] = row;
		this.#innerLines[this.#count] = (this.#innerLines[this.#count - 1] ?? 0) + innerLines;
		this.#count++;
	}

	/** Returns the number of line ends inside of the rows before a row. */
	innerLinesBefore(row: number): number {
		const before = firstIndex(this.#count, at => (this.#rows[at] ?? 0) >= row);
		return this.#innerLines[before - 1] ?? 0;
	}

	renumber(renumbering: Renumbering): void {
		for (let at = 0; at < this.#count; at++) this.#rows[at] = renumbering.rowAfter(this.#rows[at] ?? 0) ?? 0;
	}
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(array.length * 2);
	larger.set(array);
	return larger;
}
