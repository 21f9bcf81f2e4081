import {Hash} from './hash.ts';
import {HashIds} from './hash-ids.ts';

/** Assigns ids, from 1, to names. It keeps their bytes to resolve hash collisions. */
export class NameIds {
	readonly #hashes = new HashIds();
	readonly #hash: Hash;
	#bytes: Buffer = Buffer.alloc(4096);
	#ends = new Float64Array(256);

	constructor(hash = new Hash()) {
		this.#hash = hash;
	}

	/** The number of names, which is also the last id. */
	get count(): number {
		return this.#hashes.count;
	}

	/** Returns the id of the name from `start` to `end`; assigns one if it is new. */
	put(bytes: Buffer, start: number, end: number): number {
		const {low, high} = this.#hash.of(bytes, start, end);
		for (let attempt = 0; ; attempt++) {
			const known = this.#hashes.find((low + attempt) | 0, high);
			if (known === 0) return this.#keep(this.#hashes.put((low + attempt) | 0, high), bytes, start, end);
			if (bytes.compare(this.#bytes, this.#ends[known - 1], this.#ends[known], start, end) === 0) return known;
		}
	}

	/** Returns the bytes of a name. */
	bytesOf(number: number): Buffer {
		return this.#bytes.subarray(this.#ends[number - 1], this.#ends[number]);
	}

	#keep(number: number, bytes: Buffer, start: number, end: number): number {
		const from = this.#ends[number - 1] ?? 0;
		const to = from + end - start;
		if (number >= this.#ends.length) {
			const wider = new Float64Array(this.#ends.length * 2);
			wider.set(this.#ends);
			this.#ends = wider;
		}

		if (to > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(to, this.#bytes.length * 2));
		bytes.copy(this.#bytes, from, start, end);
		this.#ends[number] = to;
		return number;
	}
}
