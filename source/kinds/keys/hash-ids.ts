import {enlarged} from './enlarged.ts';

/** All ids and hashes; its arrays are those of `HashIds`. */
export type HashIdsState = {
	readonly count: number;
	readonly size: number;
	readonly slots: Int32Array<ArrayBuffer>;
	readonly halves: Int32Array<ArrayBuffer>;
};

/** The number of slots at first: many tables of a small upload have few hashes. */
const firstSize = 4;

/** Assigns ids, from 1, to 64-bit hashes: a hash table with open addressing, and both halves of each hash by id. */
export class HashIds {
	/** The number of hashes, which is also the last id. */
	count = 0;
	/** The number of slots, a power of two. */
	#size = firstSize;
	/** By slot: an id, or 0, and both halves of its hash. They are side by side, because a search mostly waits for memory. */
	#slots = new Int32Array(3 * firstSize);
	/** By id: both halves of each hash. */
	#halves = new Int32Array(2 * firstSize);
	/** A value that depends on all reads of `prefetch`, so that none is optimized away. */
	protected prefetched = 0;

	get state(): HashIdsState {
		return {count: this.count, size: this.#size, slots: this.#slots, halves: this.#halves};
	}

	set state({count, size, slots, halves}: HashIdsState) {
		this.count = count;
		this.#size = size;
		this.#slots = slots;
		this.#halves = halves;
	}

	/** Returns the id of a hash, or 0 if it is unknown. */
	find(low: number, high: number): number {
		return this.#slots[this.#slotOf(low, high)] ?? 0;
	}

	/** Returns the id of a hash; assigns one if it is new. */
	put(low: number, high: number): number {
		const slot = this.#slotOf(low, high);
		const known = this.#slots[slot];
		if (known) return known;
		const number = ++this.count;
		if (2 * number === this.#halves.length) this.#halves = enlarged(this.#halves, number * 4);
		this.#halves[2 * number] = low;
		this.#halves[2 * number + 1] = high;
		this.#fill(slot, number, low, high);
		if (number * 1.6 > this.#size) this.#rehash();
		return number;
	}

	/**
	Reads the memory that `put` will need for the first `count` of these hashes. The reads do not depend on each other, so the processor
	waits for many of them at once; `put` would wait for each alone.
	*/
	prefetch(low: Int32Array, count: number): void {
		const slots = this.#slots;
		const mask = this.#size - 1;
		let sum = 0;
		for (let at = 0; at < count; at++) sum ^= slots[3 * ((low[at] as number) & mask)] as number;
		this.prefetched = sum;
	}

	/** Returns the hash of an id. */
	hashOf(number: number): {readonly low: number; readonly high: number} {
		return {low: this.#halves[2 * number] ?? 0, high: this.#halves[2 * number + 1] ?? 0};
	}

	/** Returns all hashes in the order of their ids. */
	hashes(): BigUint64Array {
		return new BigUint64Array(this.#halves.slice(2, 2 * (this.count + 1)).buffer);
	}

	/** Calls `visit` with each hash, in the order of their ids. */
	forEach(visit: (low: number, high: number) => void): void {
		for (let number = 1; number <= this.count; number++) {
			const {low, high} = this.hashOf(number);
			visit(low, high);
		}
	}

	/** Returns the index in `#slots` of a hash, or of the free slot for it. */
	#slotOf(low: number, high: number): number {
		const slots = this.#slots;
		const mask = this.#size - 1;
		for (let slot = low & mask; ; slot = (slot + 1) & mask) {
			const at = 3 * slot;
			if (slots[at] === 0 || (slots[at + 1] === low && slots[at + 2] === high)) return at;
		}
	}

	#fill(at: number, number: number, low: number, high: number): void {
		this.#slots[at] = number;
		this.#slots[at + 1] = low;
		this.#slots[at + 2] = high;
	}

	#rehash(): void {
		this.#size *= 2;
		this.#slots = new Int32Array(3 * this.#size);
		for (let number = 1; number <= this.count; number++) {
			const {low, high} = this.hashOf(number);
			this.#fill(this.#slotOf(low, high), number, low, high);
		}
	}
}
