import type {Renumbering} from '../../records/renumbering.ts';
import {enlarged} from '../keys/enlarged.ts';

/** The facts of one row. */
export type EdgeFact = {
	/** The numbers of its ends; 0 for an end that is not well-formed. */
	readonly from: number;
	readonly to: number;
	/** The number of its keys that Secoda does not know. */
	readonly unknownKeys: number;
	/** 1 if the edge has the older form. */
	readonly old: number;
};

/** The facts of a row without an edge. */
export const noEdge: EdgeFact = {from: 0, to: 0, unknownKeys: 0, old: 0};

/** The facts of all rows; the arrays are those of `EdgeFacts`. */
export type EdgeFactsState = {
	readonly from: Int32Array<ArrayBuffer>;
	readonly to: Int32Array<ArrayBuffer>;
	readonly unknownKeys: Int32Array<ArrayBuffer>;
	readonly old: Uint8Array<ArrayBuffer>;
};

/** The facts of the edge in each row, as columns of numbers. */
export class EdgeFacts {
	from = new Int32Array(1024);
	to = new Int32Array(1024);
	#unknownKeys = new Int32Array(1024);
	#old = new Uint8Array(1024);

	get state(): EdgeFactsState {
		return {from: this.from, to: this.to, unknownKeys: this.#unknownKeys, old: this.#old};
	}

	set state({from, to, unknownKeys, old}: EdgeFactsState) {
		this.from = from;
		this.to = to;
		this.#unknownKeys = unknownKeys;
		this.#old = old;
	}

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		if (rows <= this.from.length) return;
		this.from = enlarged(this.from, rows);
		this.to = enlarged(this.to, rows);
		this.#unknownKeys = enlarged(this.#unknownKeys, rows);
		const old = new Uint8Array(rows);
		old.set(this.#old);
		this.#old = old;
	}

	/** Reserves capacity up to a row. */
	ensureRow(row: number): void {
		if (row >= this.from.length) this.reserve(Math.ceil(row * 1.5));
	}

	/** Renumbers the rows after an insert or a removal; `lastRow` is the new last row. Inserted rows have no edge. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		this.ensureRow(Math.max(lastRow, renumbering.lastBefore(lastRow)));
		for (const column of [this.from, this.to, this.#unknownKeys, this.#old]) renumbering.move(column, lastRow);
	}

	get(row: number): EdgeFact {
		return {
			from: this.from[row] ?? 0,
			to: this.to[row] ?? 0,
			unknownKeys: this.#unknownKeys[row] ?? 0,
			old: this.#old[row] ?? 0,
		};
	}

	/** Sets the facts of a row, for which there must be room. */
	set(row: number, {from, to, unknownKeys, old}: EdgeFact): void {
		this.from[row] = from;
		this.to[row] = to;
		this.#unknownKeys[row] = unknownKeys;
		this.#old[row] = old;
	}

	/** True if both ends of a row are well-formed. */
	isEdge(row: number): boolean {
		return (this.from[row] ?? 0) !== 0 && (this.to[row] ?? 0) !== 0;
	}
}
