/** For each byte itself. */
export const identityBytes = Uint8Array.from({length: 256}, (_, byte) => byte);

/**
A 64-bit hash of bytes, as two halves of 32 bits that are worked out apart: multiply and shift over the bytes, then a
last mixing. One instance is used again and again; it holds the hash that was worked out last.
*/
export class Hash {
	low = 0;
	high = 0;

	/** Hashes the bytes from `start` to `end`, each as `map` gives it. `seed` keeps keys of different kinds apart. */
	of(bytes: Uint8Array, start: number, end: number, seed = 0, map = identityBytes): this {
		let low = 0x3c6ef372 ^ seed;
		let high = 0x1b873593 + seed;
		for (let at = start; at < end; at++) {
			const byte = map[bytes[at] as number] as number;
			low = Math.imul(low ^ byte, 0x85ebca6b);
			low ^= low >>> 13;
			high = Math.imul(high + byte, 0x27d4eb2f);
			high ^= high >>> 15;
		}

		this.low = mix(low ^ (end - start));
		this.high = mix(high ^ this.low);
		return this;
	}
}

/** Spreads every bit of a number over all of its bits. */
export function mix(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x46d0c9a5);
	return mixed ^ (mixed >>> 16);
}
