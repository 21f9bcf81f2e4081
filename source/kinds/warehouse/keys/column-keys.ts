import type {Renumbering} from '../../../records/renumbering.ts';
import {RowRings} from '../../keys/row-rings.ts';
import type {RowFacts} from './row-facts.ts';

/** Minimum number of slots per group: a fuller hash table has longer probe sequences. */
const slotsPerGroup = 1.5;

/**
The rows of a warehouse table are mostly adjacent, so its groups are placed in a few adjacent slots that are in the CPU cache;
other slots are used only when those are full.
*/
const nearSlots = 64;
const nearSteps = 8;

/** A tombstone: a slot whose group was removed. A search continues after it. */
const tombstone = -1;

/**
Groups of rows that describe the same column: rows with the same warehouse table (the number from `tableOf`) and the same column
name. The 64-bit hash of the name finds the group, and `sameName` confirms it.
*/
export class ColumnKeys {
	readonly #rings = new RowRings();
	/** The first row of each group. */
	#slots = new Int32Array(1024);
	#groups = 0;
	/** The number of used slots, including tombstones. */
	#used = 0;
	readonly #facts: RowFacts;
	readonly #tableOf: (row: number) => number;
	readonly #sameName: (one: number, other: number) => boolean;
	/** For rows whose hash collides with another name: the salt that separates them. */
	#salts = new Map<number, number>();

	constructor(facts: RowFacts, tableOf: (row: number) => number, sameName: (one: number, other: number) => boolean) {
		this.#facts = facts;
		this.#tableOf = tableOf;
		this.#sameName = sameName;
	}

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		this.#rings.reserve(rows);
		this.#rehash(2 ** Math.ceil(Math.log2(rows * slotsPerGroup)));
	}

	/** Adds a row to its group by its facts. Returns the first row of the group. Changes nothing if a name cannot be read. */
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

	/** Returns a row to its group, after all later changes were undone. Reads no names. */
	restore(row: number, salt: number): void {
		if (salt > 0) this.#salts.set(row, salt);
		this.#insert(row, this.#slotOf(row));
	}

	/** Returns the salt that separates the row's name from others with the same hash. */
	saltOf(row: number): number {
		return this.#salts.size === 0 ? 0 : (this.#salts.get(row) ?? 0);
	}

	/** Removes a row from its group; its facts must be the same as when it was added. */
	remove(row: number): void {
		const slot = this.#slotOf(row);
		const first = this.#rings.remove(this.#slots[slot] as number, row);
		this.#slots[slot] = first || tombstone;
		if (first === 0) this.#groups--;
		this.#salts.delete(row);
	}

	/** Renumbers the rows: `rowsAfter` maps old to new numbers. The facts must be renumbered already. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.#rings.renumber(renumbering, rowsAfter, lastRow);
		this.#salts = renumbering.keys(this.#salts);
		const slots = this.#slots;
		for (let slot = 0; slot < slots.length; slot++) {
			const first = slots[slot] as number;
			if (first > 0) slots[slot] = rowsAfter[first] as number;
		}
	}

	/** Returns the first row of a row's group. */
	first(row: number): number {
		return this.#slots[this.#slotOf(row)] as number;
	}

	/** Returns the next row of the group if a row is the first; otherwise 0. */
	successor(row: number): number {
		return this.first(row) === row ? this.#rings.after(row, row) : 0;
	}

	/** Adds a row to the group of a slot. Returns the first row of the group. */
	#insert(row: number, slot: number): number {
		const first = this.#slots[slot] as number;
		if (first === 0) {
			this.#groups++;
			this.#used++;
		}

		const newFirst = this.#rings.insert(first, row);
		this.#slots[slot] = newFirst;
		if (this.#used * slotsPerGroup > this.#slots.length) {
			// A table that is full of tombstones need not grow.
			this.#rehash(this.#slots.length * (this.#groups > this.#used / 2 ? 2 : 1));
		}

		return newFirst;
	}

	/** Returns the slot of a row's group, or the free slot for it. */
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
				first !== tombstone &&
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
