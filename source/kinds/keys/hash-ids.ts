import {enlarged} from './enlarged.ts';

/** Assigns ids, from 1, to 64-bit hashes: a hash table with open addressing, and both halves of each hash by id. */
export class HashIds {
	/** The number of hashes, which is also the last id. */
	count = 0;
	#slots = new Int32Array(1024);
	#low = new Int32Array(1024);
	#high = new Int32Array(1024);

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
		if (number === this.#low.length) {
			this.#low = enlarged(this.#low, number * 2);
			this.#high = enlarged(this.#high, number * 2);
		}

		this.#low[number] = low;
		this.#high[number] = high;
		this.#slots[slot] = number;
		if (number * 1.6 > this.#slots.length) this.#rehash();
		return number;
	}

	/** Returns all hashes in the order of their ids. */
	hashes(): BigUint64Array {
		const halves = new Uint32Array(2 * this.count);
		let at = 0;
		for (let number = 1; number <= this.count; number++) {
			halves[at++] = this.#low[number] ?? 0;
			halves[at++] = this.#high[number] ?? 0;
		}

		return new BigUint64Array(halves.buffer);
	}

	/** Calls `visit` with each hash, in the order of their ids. */
	forEach(visit: (low: number, high: number) => void): void {
		for (let number = 1; number <= this.count; number++) visit(this.#low[number] ?? 0, this.#high[number] ?? 0);
	}

	#slotOf(low: number, high: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = low & mask;
		for (let number = slots[slot]; number; number = slots[slot]) {
			if (this.#low[number] === low && this.#high[number] === high) return slot;
			slot = (slot + 1) & mask;
		}

		return slot;
	}

	#rehash(): void {
		this.#slots = new Int32Array(this.#slots.length * 2);
		for (let number = 1; number <= this.count; number++) {
			this.#slots[this.#slotOf(this.#low[number] ?? 0, this.#high[number] ?? 0)] = number;
		}
	}
}
