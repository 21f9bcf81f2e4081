/** Maps each byte to itself. */
const identityBytes = Uint8Array.from({length: 256}, (_, byte) => byte);

/**
A 64-bit hash of bytes: two independent 32-bit hashes (multiply and shift for each byte, then a final mix). Reuse one instance; it
holds the last hash.
*/
export class Hash {
	low = 0;
	high = 0;

	/** Hashes the bytes from `start` to `end`, each mapped by `map`. Different seeds separate keys of different types. */
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

/** Mixes the bits of a number, so that each bit affects all others. */
export function mix(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x46d0c9a5);
	return mixed ^ (mixed >>> 16);
}

/** Returns the number whose bits `mix` has mixed. */
export function unmix(mixed: number): number {
	let value = Math.imul(mixed ^ (mixed >>> 16), 0x16e8f62d);
	value = Math.imul(value ^ (value >>> 15) ^ (value >>> 30), 0x1d69e2a5);
	return value ^ (value >>> 16);
}
