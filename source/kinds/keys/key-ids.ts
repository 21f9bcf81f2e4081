import {enlarged} from './enlarged.ts';
import type {ResourceKey} from './key-hash.ts';

/** Minimum number of slots per key: a fuller hash table has longer probe sequences. */
const slotsPerKey = 1.6;

/** The number of slots at first: many tables of a small upload have few keys. */
const firstSize = 4;

/** Assigns ids, from 1, to 128-bit keys, in about 30 bytes each. No names are kept: equal keys are taken for equal names. */
export class KeyIds {
	/** The number of keys, which is also the last id. */
	count = 0;
	/** A hash table with open addressing: in each slot an id and a part of its key, so that most other keys need no more memory. */
	#slots = new Int32Array(2 * firstSize);
	#low = new Int32Array(firstSize);
	#high = new Int32Array(firstSize);
	#low2 = new Int32Array(firstSize);
	#high2 = new Int32Array(firstSize);

	/** Reserves capacity for a number of keys. */
	reserve(count: number): void {
		this.#grow(count + 1);
		const slots = 2 ** Math.ceil(Math.log2(count * slotsPerKey + 1));
		if (2 * slots > this.#slots.length) this.#rehash(2 * slots);
	}

	/** Returns the id of a key; assigns one if it is new. */
	put({low, high, low2, high2}: ResourceKey): number {
		const slot = this.#slotOf(low, high, low2, high2);
		const known = this.#slots[slot] as number;
		if (known !== 0) return known;
		const id = ++this.count;
		if (id >= this.#low.length) this.#grow(id * 2);
		this.#low[id] = low;
		this.#high[id] = high;
		this.#low2[id] = low2;
		this.#high2[id] = high2;
		this.#slots[slot] = id;
		this.#slots[slot + 1] = high;
		if (2 * id * slotsPerKey > this.#slots.length) this.#rehash(2 * this.#slots.length);
		return id;
	}

	/** Returns the id of a key, or 0 if it is unknown. */
	find({low, high, low2, high2}: ResourceKey): number {
		return this.#slots[this.#slotOf(low, high, low2, high2)] as number;
	}

	/** Returns the id of the first key with these 64 bits, or 0 without one. */
	findHalf(low: number, high: number): number {
		const slots = this.#slots;
		const last = slots.length - 1;
		for (let slot = (2 * low) & last; ; slot = (slot + 2) & last) {
			const id = slots[slot] as number;
			if (id === 0 || (slots[slot + 1] === high && this.#low[id] === low)) return id;
		}
	}

	/** Returns a key. */
	keyOf(id: number): ResourceKey {
		return {
			low: this.#low[id] ?? 0,
			high: this.#high[id] ?? 0,
			low2: this.#low2[id] ?? 0,
			high2: this.#high2[id] ?? 0,
		};
	}

	#slotOf(low: number, high: number, low2: number, high2: number): number {
		const slots = this.#slots;
		const last = slots.length - 1;
		for (let slot = (2 * low) & last; ; slot = (slot + 2) & last) {
			const id = slots[slot] as number;
			if (id === 0) return slot;
			if (slots[slot + 1] !== high) continue;
			if (this.#low[id] === low && this.#low2[id] === low2 && this.#high2[id] === high2) return slot;
		}
	}

	#grow(length: number): void {
		this.#low = enlarged(this.#low, length);
		this.#high = enlarged(this.#high, length);
		this.#low2 = enlarged(this.#low2, length);
		this.#high2 = enlarged(this.#high2, length);
	}

	#rehash(size: number): void {
		this.#slots = new Int32Array(size);
		for (let id = 1; id <= this.count; id++) {
			const high = this.#high[id] as number;
			const slot = this.#slotOf(this.#low[id] as number, high, this.#low2[id] as number, this.#high2[id] as number);
			this.#slots[slot] = id;
			this.#slots[slot + 1] = high;
		}
	}
}
