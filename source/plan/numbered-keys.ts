import {enlarged} from '../kinds/keys/enlarged.ts';
import type {ResourceKey} from '../kinds/keys/key-hash.ts';

/** The number of 32-bit words of a key. */
const keyWords = 4;

/** Minimum number of slots per key: a fuller hash table has longer probe sequences. */
const slotsPerKey = 1.6;

/** The number of keys whose memory is read together; see `#prefetch`. */
const batchSize = 256;

/** Numbers 128-bit keys, from 1 in the order of their addition, in about 24 bytes each. */
export class NumberedKeys {
	/** The number of keys, with those that are appended and not placed. */
	count = 0;
	#words = new Int32Array(keyWords * 512);
	/** An open hash table of numbers; 0 marks a free slot. */
	#slots = new Int32Array(1024);
	/** The last number that has a slot. */
	#placed = 0;
	/** A value that depends on all reads of `#prefetch`, so that none is optimized away. */
	protected prefetched = 0;

	/** The numbers below this one have room. */
	get capacity(): number {
		return this.#words.length / keyWords;
	}

	/** True if all keys are placed, so that they have their final numbers and can be found. */
	get arePlaced(): boolean {
		return this.#placed === this.count;
	}

	/** Reserves room for this number of keys, so that they do not grow in steps. */
	reserve(count: number): void {
		this.#words = enlarged(this.#words, keyWords * (count + 1));
	}

	/** Returns the number of a key; 0 if it has none. All must be placed. */
	find({low, high, low2, high2}: ResourceKey): number {
		return this.#slots[this.#slotOf(low, high, low2, high2)] ?? 0;
	}

	/** Returns the number of a key of others; 0 if it has none. `guess` is tried first. */
	findOf(other: NumberedKeys, otherNumber: number, guess: number): number {
		const theirs = other.#words;
		const from = keyWords * otherNumber;
		const low = theirs[from] as number;
		const high = theirs[from + 1] as number;
		const low2 = theirs[from + 2] as number;
		const high2 = theirs[from + 3] as number;
		const isGuess = guess <= this.count && this.#isKey(guess, low, high, low2, high2);
		return isGuess ? guess : (this.#slots[this.#slotOf(low, high, low2, high2)] ?? 0);
	}

	/** Returns the key with a number. */
	keyOf(number: number): ResourceKey {
		const at = keyWords * number;
		const [low = 0, high = 0, low2 = 0, high2 = 0] = this.#words.subarray(at, at + keyWords);
		return {low, high, low2, high2};
	}

	/** Adds a key when all others are placed. Returns its number; 0 if it exists already. */
	add(key: ResourceKey): number {
		const slot = this.#slotOf(key.low, key.high, key.low2, key.high2);
		if (this.#slots[slot] !== 0) return 0;
		const number = this.append(key);
		this.#slots[slot] = number;
		this.#placed = number;
		if (number * slotsPerKey > this.#slots.length) this.#makeSlots(2 * this.#slots.length);
		return number;
	}

	/** Adds a key without looking for an equal one. Returns its number, which `place` can change. */
	append({low, high, low2, high2}: ResourceKey): number {
		const number = ++this.count;
		const at = keyWords * number;
		if (at === this.#words.length) this.#words = enlarged(this.#words, 2 * at);
		const words = this.#words;
		words[at] = low;
		words[at + 1] = high;
		words[at + 2] = low2;
		words[at + 3] = high2;
		return number;
	}

	/** Places the keys that were appended. Drops those that equal earlier ones, and calls `move` with each number that a drop changes. */
	place(move: (from: number, to: number) => void): void {
		const appended = this.count;
		const first = this.#placed + 1;
		const slots = 2 ** Math.ceil(Math.log2(appended * slotsPerKey + 1));
		if (slots > this.#slots.length) this.#makeSlots(slots);
		this.count = this.#placed;
		for (let from = first; from <= appended; from += batchSize) {
			const end = Math.min(from + batchSize, appended + 1);
			this.#prefetch(from, end);
			this.#placeBatch(from, end, move);
		}

		this.#placed = this.count;
	}

	/** Returns the first 64 bits of the keys whose numbers `isWanted`. */
	halves(isWanted: (number: number) => boolean): BigUint64Array<ArrayBuffer> {
		const halves = new Int32Array(2 * this.count);
		let at = 0;
		for (let number = 1; number <= this.count; number++) {
			if (!isWanted(number)) continue;
			halves[at++] = this.#words[keyWords * number] ?? 0;
			halves[at++] = this.#words[keyWords * number + 1] ?? 0;
		}

		return new BigUint64Array(halves.buffer, 0, at / 2);
	}

	/**
	Reads the memory that `#slotOf` will need for the numbers from `from` to before `end`. The reads do not depend on each other, so the
	processor waits for many of them at once.
	*/
	#prefetch(from: number, end: number): void {
		const slots = this.#slots;
		const words = this.#words;
		const mask = slots.length - 1;
		let sum = 0;
		for (let number = from; number < end; number++) {
			const found = slots[(words[keyWords * number] as number) & mask] as number;
			sum ^= words[keyWords * found] as number;
		}

		this.prefetched = sum;
	}

	/** Places the keys from `from` to before `end`. */
	#placeBatch(from: number, end: number, move: (from: number, to: number) => void): void {
		const words = this.#words;
		for (let number = from; number < end; number++) {
			const at = keyWords * number;
			const slot = this.#slotOf(
				words[at] as number,
				words[at + 1] as number,
				words[at + 2] as number,
				words[at + 3] as number,
			);
			if (this.#slots[slot] !== 0) continue;
			const to = ++this.count;
			this.#slots[slot] = to;
			if (to === number) continue;
			words.copyWithin(keyWords * to, at, at + keyWords);
			move(number, to);
		}
	}

	#isKey(number: number, low: number, high: number, low2: number, high2: number): boolean {
		const words = this.#words;
		const at = keyWords * number;
		return words[at] === low && words[at + 1] === high && words[at + 2] === low2 && words[at + 3] === high2;
	}

	#slotOf(low: number, high: number, low2: number, high2: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		let slot = low & mask;
		for (let number = slots[slot]; number; number = slots[slot]) {
			if (this.#isKey(number, low, high, low2, high2)) return slot;
			slot = (slot + 1) & mask;
		}

		return slot;
	}

	/** Makes a larger hash table for the keys that are placed. */
	#makeSlots(length: number): void {
		const slots = new Int32Array(length);
		const mask = slots.length - 1;
		for (let number = 1; number <= this.#placed; number++) {
			let slot = (this.#words[keyWords * number] ?? 0) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = number;
		}

		this.#slots = slots;
	}
}
