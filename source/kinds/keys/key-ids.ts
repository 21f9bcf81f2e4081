import {enlarged} from './enlarged.ts';
import {HashIds} from './hash-ids.ts';
import type {ResourceKey} from './key-hash.ts';

/**
Assigns ids, from 1, to 128-bit keys, in about 25 bytes each. The first 64 bits find a key, the others confirm it, so that no names are
kept.
*/
export class KeyIds {
	readonly #hashes = new HashIds();
	#low2 = new Int32Array(1024);
	#high2 = new Int32Array(1024);
	/** The first half of each key with which another collides, by id: its hash in the table differs. */
	readonly #lows = new Map<number, number>();

	/** The number of keys, which is also the last id. */
	get count(): number {
		return this.#hashes.count;
	}

	/** Returns the id of a key; assigns one if it is new. */
	put({low, high, low2, high2}: ResourceKey): number {
		for (let attempt = 0; ; attempt++) {
			const known = this.#hashes.find((low + attempt) | 0, high);
			if (known === 0) {
				const id = this.#hashes.put((low + attempt) | 0, high);
				if (id >= this.#low2.length) {
					this.#low2 = enlarged(this.#low2, id * 2);
					this.#high2 = enlarged(this.#high2, id * 2);
				}

				this.#low2[id] = low2;
				this.#high2[id] = high2;
				if (attempt > 0) this.#lows.set(id, low);
				return id;
			}

			if (this.#low2[known] === low2 && this.#high2[known] === high2) return known;
		}
	}

	/** Returns the id of a key, or 0 if it is unknown. */
	find({low, high, low2, high2}: ResourceKey): number {
		for (let attempt = 0; ; attempt++) {
			const known = this.#hashes.find((low + attempt) | 0, high);
			if (known === 0 || (this.#low2[known] === low2 && this.#high2[known] === high2)) return known;
		}
	}

	/** Returns the id of the first key with these 64 bits, or 0 without one. */
	findHalf(low: number, high: number): number {
		return this.#hashes.find(low, high);
	}

	/** Returns a key. */
	keyOf(id: number): ResourceKey {
		const {low, high} = this.#hashes.hashOf(id);
		return {low: this.#lows.get(id) ?? low, high, low2: this.#low2[id] ?? 0, high2: this.#high2[id] ?? 0};
	}
}
