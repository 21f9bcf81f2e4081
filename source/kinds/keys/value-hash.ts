import {mix} from './hash.ts';

/**
A 64-bit hash of a value, four bytes at once: values are longer than names. Equal bytes have equal hashes wherever they are. Reuse one
instance; it holds the last hash.
*/
export class ValueHash {
	low = 0;
	high = 0;
	#bytes: Buffer | undefined;
	#words: DataView = new DataView(new ArrayBuffer(0));

	/** Hashes the bytes from `start` to `end`. Different seeds separate values of different fields. */
	of(bytes: Buffer, start: number, end: number, seed: number): this {
		if (bytes !== this.#bytes) {
			this.#bytes = bytes;
			this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		}

		const words = this.#words;
		let low = 0x3c6ef372 ^ seed;
		let high = 0x1b873593 + seed;
		let at = start;
		for (; at + 4 <= end; at += 4) {
			const word = words.getInt32(at, true);
			low = Math.imul(low ^ word, 0x85ebca6b);
			low ^= low >>> 15;
			high = Math.imul(high + word, 0x27d4eb2f);
			high ^= high >>> 13;
		}

		let rest = 0;
		for (; at < end; at++) rest = (rest << 8) | (bytes[at] as number);
		low = Math.imul(low ^ rest, 0x9e3779b1);
		this.low = mix(low ^ (end - start));
		high = Math.imul(high + rest, 0xc2b2ae3d | 0);
		this.high = mix(high ^ (end - start)) ^ this.low;
		return this;
	}
}
