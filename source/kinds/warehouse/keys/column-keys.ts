import type {Renumbering} from '../../../records/renumbering.ts';
import {RowRings} from '../../keys/row-rings.ts';
import type {RowFacts} from './row-facts.ts';

/** Slots for each group at least: the fuller the table, the longer the search. */
const slotsPerGroup = 1.5;

/**
The rows of a warehouse table mostly stand together, so its groups are looked for in a few slots that lie together,
which the processor has at hand; only when those are taken, anywhere.
*/
const nearSlots = 64;
const nearSteps = 8;

/** A slot whose rows were all taken away; a search goes on behind it. */
const emptied = -1;

/**
The rows that describe the same column: those whose warehouse table, by the number that `tableOf` gives it, and
column name are the same. The name's 64-bit hash finds the group, and `sameName` confirms it.
*/
export class ColumnKeys {
	readonly #rings = new RowRings();
	/** The first row of each group. */
	#slots = new Int32Array(1024);
	#groups = 0;
	/** Slots of groups, and emptied ones. */
	#used = 0;
	readonly #facts: RowFacts;
	readonly #tableOf: (row: number) => number;
	readonly #sameName: (one: number, other: number) => boolean;
	/** Rows whose hash is that of another name, and what is added to it to tell them apart. */
	#salts = new Map<number, number>();

	constructor(facts: RowFacts, tableOf: (row: number) => number, sameName: (one: number, other: number) => boolean) {
		this.#facts = facts;
		this.#tableOf = tableOf;
		this.#sameName = sameName;
	}

	/** Makes room for so many rows. */
	reserve(rows: number): void {
		this.#rings.reserve(rows);
		this.#rehash(2 ** Math.ceil(Math.log2(rows * slotsPerGroup)));
	}

	/** Adds a row, of which the facts are known, to its group, unless a name cannot be read. Returns the group's first row. */
	add(row: number): number {
		try {
			let slot = this.#slotOf(row);
			let first = this.#slots[slot] as number;
			while (first > 0 && !this.#sameName(first, row)) {
				this.#salts.set(row, this.saltOf(row) + 1);
				slot = this.#slotOf(row);
				first = this.#slots[slot] as number;
			}

			return this.#insert(row, slot);
		} catch (error) {
			this.#salts.delete(row);
			throw error;
		}
	}

	/** Adds a row to the group from which it was removed, all changes since then being undone. Reads no name. */
	restore(row: number, salt: number): void {
		if (salt > 0) this.#salts.set(row, salt);
		this.#insert(row, this.#slotOf(row));
	}

	/** The number that tells the row's name from others that have the same hash. */
	saltOf(row: number): number {
		return this.#salts.size === 0 ? 0 : (this.#salts.get(row) ?? 0);
	}

	/** Takes a row out of its group; its facts must be those with which it was added. */
	remove(row: number): void {
		const slot = this.#slotOf(row);
		const first = this.#rings.remove(this.#slots[slot] as number, row);
		this.#slots[slot] = first || emptied;
		if (first === 0) this.#groups--;
		this.#salts.delete(row);
	}

	/** Gives rows their new numbers: `rowsAfter` has them by the old ones. The facts have them already. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.#rings.renumber(renumbering, rowsAfter, lastRow);
		this.#salts = renumbering.keys(this.#salts);
		const slots = this.#slots;
		for (let slot = 0; slot < slots.length; slot++) {
			const first = slots[slot] as number;
			if (first > 0) slots[slot] = rowsAfter[first] as number;
		}
	}

	/** The first row of a row's group. */
	first(row: number): number {
		return this.#slots[this.#slotOf(row)] as number;
	}

	/** When a row is the first of its group, the row behind it; else 0. */
	successor(row: number): number {
		return this.first(row) === row ? this.#rings.after(row, row) : 0;
	}

	/** Adds a row to the group of a slot. Returns its first row. */
	#insert(row: number, slot: number): number {
		const first = this.#slots[slot] as number;
		if (first === 0) {
			this.#groups++;
			this.#used++;
		}

		const newFirst = this.#rings.insert(first, row);
		this.#slots[slot] = newFirst;
		if (this.#used * slotsPerGroup > this.#slots.length) {
			// Mostly emptied slots need no wider table.
			this.#rehash(this.#slots.length * (this.#groups > this.#used / 2 ? 2 : 1));
		}

		return newFirst;
	}

	/** The slot of a row's group, or the free one where it belongs. */
	#slotOf(row: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		const {low, high} = this.#facts;
		const table = this.#tableOf(row);
		const salt = this.saltOf(row);
		const home = Math.imul(table + salt, 0x9e3779b1);
		const near = home + ((low[row] as number) & (nearSlots - 1));
		const far = home ^ (low[row] as number);
		for (let step = 0; ; step++) {
			const slot = (step < nearSteps ? near + step : far + step) & mask;
			const first = slots[slot] as number;
			if (first === 0 || first === row) return slot;
			if (
				first !== emptied &&
				low[first] === low[row] &&
				high[first] === high[row] &&
				this.#tableOf(first) === table &&
				this.saltOf(first) === salt
			) {
				return slot;
			}
		}
	}

	#rehash(size: number): void {
		const old = this.#slots;
		this.#used = this.#groups;
		this.#slots = new Int32Array(size);
		for (const first of old) if (first > 0) this.#slots[this.#slotOf(first)] = first;
	}
}
