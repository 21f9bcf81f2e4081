import type {Renumbering} from '../../records/renumbering.ts';
import {RowKeys, type RowKeysState} from '../keys/row-keys.ts';
import type {EdgeFacts} from './edge-facts.ts';

/** Groups of rows with the same two ends. Rows without two well-formed ends are in no group. */
export class EdgeGroups {
	readonly #facts: EdgeFacts;
	readonly #keys: RowKeys;

	/** `isSame` compares the ends of two rows, whose numbers are equal, by their texts. */
	constructor(facts: EdgeFacts, isSame: (one: number, other: number) => boolean) {
		this.#facts = facts;
		const hashes = {
			get low() {
				return facts.to;
			},
			get high() {
				return facts.to;
			},
		};
		this.#keys = new RowKeys(hashes, row => facts.from[row] as number, isSame);
	}

	get state(): RowKeysState {
		return this.#keys.state;
	}

	set state(state: RowKeysState) {
		this.#keys.state = state;
	}

	reserve(rows: number): void {
		this.#keys.reserve(rows);
	}

	/** Adds a row by its facts. Returns the first row with the same ends, if it is an earlier one; otherwise 0. */
	add(row: number): number {
		if (!this.#facts.isEdge(row)) return 0;
		const first = this.#keys.add(row);
		return first < row ? first : 0;
	}

	/** Reads what `add` will need for some rows; see `HashIds.prefetch`. */
	prefetch(rows: Int32Array, count: number): void {
		this.#keys.prefetch(rows, count);
	}

	/** Removes a row by its facts. Returns the salt to restore it with. */
	remove(row: number): number {
		if (!this.#facts.isEdge(row)) return 0;
		const salt = this.#keys.saltOf(row);
		this.#keys.remove(row);
		return salt;
	}

	/** Restores a row that was removed, by its facts. Reads no rows. */
	restore(row: number, salt: number): void {
		if (this.#facts.isEdge(row)) this.#keys.restore(row, salt);
	}

	/** Returns the first row with the ends of a row, if it is an earlier one; otherwise 0. */
	earlier(row: number): number {
		if (!this.#facts.isEdge(row)) return 0;
		const first = this.#keys.first(row);
		return first === row ? 0 : first;
	}

	/** Returns the next row with the same ends, if a row is the first that has them; otherwise 0. */
	successor(row: number): number {
		return this.#facts.isEdge(row) ? this.#keys.successor(row) : 0;
	}

	/** Renumbers the rows; the facts must be renumbered already. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		this.#keys.renumber(renumbering, renumbering.rowsAfter(renumbering.lastBefore(lastRow)), lastRow);
	}
}
