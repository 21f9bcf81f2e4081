import type {Renumbering} from '../../records/renumbering.ts';
import {RowRings, type RowRingsState} from './row-rings.ts';

/** All groups; the arrays are those of `RowKeys`. */
export type RowKeysState = {
	readonly rings: RowRingsState;
	readonly slots: Int32Array<ArrayBuffer>;
	readonly groups: number;
	readonly used: number;
	readonly salts: Map<number, number>;
};

/** The hash of a key within its owner, by row. The arrays may be replaced by longer ones. */
type RowHashes = {readonly low: Int32Array; readonly high: Int32Array};

/** Minimum number of slots per group: a fuller hash table has longer probe sequences. */
const slotsPerGroup = 1.5;

/**
The rows of an owner are mostly adjacent, so its groups are placed in a few adjacent slots that are in the CPU cache; other slots are
used only when those are full.
*/
const nearSlots = 64;
const nearSteps = 8;

/** A tombstone: a slot whose group was removed. A search continues after it. */
const tombstone = -1;

/**
Groups of rows that describe the same thing: rows with the same owner (the number from `ownerOf`, such as a warehouse table) and the
same key in it, such as the name of a column. The hash of the key finds the group, and `isSame` confirms it.
*/
export class RowKeys {
	readonly #rings = new RowRings();
	/** The first row of each group. */
	#slots = new Int32Array(1024);
	#groups = 0;
	/** The number of used slots, including tombstones. */
	#used = 0;
	readonly #facts: RowHashes;
	readonly #ownerOf: (row: number) => number;
	readonly #isSame: (one: number, other: number) => boolean;
	/** For rows whose hash collides with that of another key: the salt that separates them. */
	#salts = new Map<number, number>();
	/** A value that depends on all reads of `prefetch`, so that none is optimized away. */
	protected prefetched = 0;

	constructor(facts: RowHashes, ownerOf: (row: number) => number, isSame: (one: number, other: number) => boolean) {
		this.#facts = facts;
		this.#ownerOf = ownerOf;
		this.#isSame = isSame;
	}

	get state(): RowKeysState {
		const [slots, groups, used, salts] = [this.#slots, this.#groups, this.#used, this.#salts];
		return {rings: this.#rings.state, slots, groups, used, salts};
	}

	set state({rings, slots, groups, used, salts}: RowKeysState) {
		this.#rings.state = rings;
		this.#slots = slots;
		this.#groups = groups;
		this.#used = used;
		this.#salts = salts;
	}

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		this.#rings.reserve(rows);
		this.#rehash(2 ** Math.ceil(Math.log2(rows * slotsPerGroup)));
	}

	/** Adds a row to its group by its facts. Returns the first row of the group. Changes nothing if a row cannot be read. */
	add(row: number): number {
		try {
			let slot = this.#slotOf(row);
			let first = this.#slots[slot] as number;
			while (first > 0 && !this.#isSame(first, row)) {
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

	/** Reads the memory that `add` will need for the first `count` of these rows; see `HashIds.prefetch`. */
	prefetch(rows: Int32Array, count: number): void {
		const slots = this.#slots;
		const mask = slots.length - 1;
		const {low} = this.#facts;
		let sum = 0;
		for (let at = 0; at < count; at++) {
			const row = rows[at] as number;
			sum ^= slots[nearSlot(this.#ownerOf(row), low[row] as number) & mask] as number;
		}

		this.prefetched = sum;
	}

	/** Returns a row to its group, after all later changes were undone. Reads no rows. */
	restore(row: number, salt: number): void {
		if (salt > 0) this.#salts.set(row, salt);
		this.#insert(row, this.#slotOf(row));
	}

	/** Returns the salt that separates the row's key from others with the same hash. */
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
		const owner = this.#ownerOf(row);
		const salt = this.saltOf(row);
		const near = nearSlot(owner + salt, low[row] as number);
		const far = homeSlot(owner + salt) ^ (low[row] as number);
		for (let step = 0; ; step++) {
			const slot = (step < nearSteps ? near + step : far + step) & mask;
			const first = slots[slot] as number;
			if (first === 0 || first === row) return slot;
			if (
				first !== tombstone &&
				low[first] === low[row] &&
				high[first] === high[row] &&
				this.#ownerOf(first) === owner &&
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

/** Returns the slot near which the groups of an owner are. */
function homeSlot(owner: number): number {
	return Math.imul(owner, 0x9e3779b1);
}

/** Returns the first slot that a group can have. */
function nearSlot(owner: number, low: number): number {
	return homeSlot(owner) + (low & (nearSlots - 1));
}
