import {mix} from './hash.ts';

/**
A 64-bit hash of the fields of a resource: two independent 32-bit hashes, four bytes at a time. Reuse one instance.
*/
export class ContentHash {
	low = 0;
	high = 0;
	#bytes: Uint8Array = new Uint8Array(0);
	/** A view of the same bytes, which reads four at once at any offset. */
	#words: DataView = new DataView(new ArrayBuffer(0));

	/** Starts a new hash. */
	start(): this {
		this.low = 0x3c6ef372;
		this.high = 0x1b873593;
		return this;
	}

	/** Adds a field: the bytes from `start` to `end`. The length is hashed too, so that field boundaries matter. */
	addField(bytes: Uint8Array, start: number, end: number): this {
		let {low, high} = this;
		if (bytes !== this.#bytes) {
			this.#bytes = bytes;
			this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		}

		const words = this.#words;
		const whole = end - 3;
		let at = start;
		for (; at < whole; at += 4) {
			const word = words.getInt32(at, true);
			low = stepLow(low, word);
			high = stepHigh(high, word);
		}

		let rest = 0;
		for (; at < end; at++) rest = (rest << 8) | (bytes[at] as number);
		low = stepLow(low, rest);
		high = stepHigh(high, rest);
		this.low = stepLow(low, end - start);
		this.high = stepHigh(high, end - start);
		return this;
	}

	/** Finalizes the hash. */
	finish(): this {
		this.low = mix(this.low);
		this.high = mix(this.high ^ this.low);
		return this;
	}
}

/** Multiplies before and after a rotation, so that a difference in one word cannot be cancelled by the next word. */
function stepLow(state: number, word: number): number {
	const mixed = Math.imul(word, 0xcc9e2d51);
	const next = state ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
	return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0;
}

function stepHigh(state: number, word: number): number {
	const mixed = Math.imul(word, 0x239b961b);
	const next = state ^ Math.imul((mixed << 16) | (mixed >>> 16), 0xab0e9789 | 0);
	return (Math.imul((next << 17) | (next >>> 15), 5) + 0x561ccd1b) | 0;
}
