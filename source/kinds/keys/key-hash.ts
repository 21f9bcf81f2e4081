import {mix, unmix} from './hash.ts';

/** The longest text that is encoded in the shared buffer. */
const usualText = 1024;

/** Holds the bytes of one text during a call. */
const textBytes = Buffer.alloc(3 * usualText);

/** The identity of a resource: a hash of 128 bits. */
export type ResourceKey = {
	readonly low: number;
	readonly high: number;
	readonly low2: number;
	readonly high2: number;
};

/**
An incremental 128-bit hash: four independent 32-bit hashes. The first two are those of `Hash`; the others use different
constants. Reuse one instance.

The probability of a collision among a million names is 2·10⁻²⁷; with 64 bits it would be 3·10⁻⁸. The hash does not protect
against deliberate collisions.
*/
export class KeyHash implements ResourceKey {
	low = 0;
	high = 0;
	low2 = 0;
	high2 = 0;
	#length = 0;

	/** Starts a new hash. */
	start(): this {
		this.low = 0x3c6ef372;
		this.high = 0x1b873593;
		this.low2 = 0x510e527f;
		this.high2 = 0x1f83d9ab;
		this.#length = 0;
		return this;
	}

	/** Takes the state of another hash, so that texts with the same start need not be hashed from there. */
	copy(other: KeyHash): this {
		this.low = other.low;
		this.high = other.high;
		this.low2 = other.low2;
		this.high2 = other.high2;
		this.#length = other.#length;
		return this;
	}

	/** Adds the bytes from `start` to `end`. */
	add(bytes: Uint8Array, start: number, end: number): this {
		let {low, high, low2, high2} = this;
		for (let at = start; at < end; at++) {
			const byte = bytes[at] as number;
			low = Math.imul(low ^ byte, 0x85ebca6b);
			low ^= low >>> 13;
			high = Math.imul(high + byte, 0x27d4eb2f);
			high ^= high >>> 15;
			low2 = Math.imul(low2 ^ byte, 0x9e3779b1);
			low2 ^= low2 >>> 14;
			high2 = Math.imul(high2 + byte, 0xc2b2ae3d | 0);
			high2 ^= high2 >>> 12;
		}

		this.low = low;
		this.high = high;
		this.low2 = low2;
		this.high2 = high2;
		this.#length += end - start;
		return this;
	}

	/** Adds a text as UTF-8. */
	addText(text: string): this {
		if (text.length > usualText) {
			const bytes = Buffer.from(text);
			return this.add(bytes, 0, bytes.length);
		}

		return this.add(textBytes, 0, textBytes.write(text));
	}

	/** Finalizes the hash. */
	finish(): this {
		this.low = mix(this.low ^ this.#length);
		this.high = mix(this.high ^ this.low);
		this.low2 = mix(this.low2 ^ this.#length);
		this.high2 = mix(this.high2 ^ this.low2);
		return this;
	}

	/**
	Sets the hash to that of a member of another resource, by the 64-bit hash of its name there. Members of the same owner
	collide only if their names do: 64 bits are enough for the names in one resource.
	*/
	ofMember({low, high, low2, high2}: ResourceKey, nameLow: number, nameHigh: number): this {
		this.low = mix(low ^ nameLow);
		this.high = mix(high ^ nameHigh);
		this.low2 = mix(low2 + Math.imul(nameLow, 0x9e3779b1));
		this.high2 = mix(high2 + Math.imul(nameHigh, 0xc2b2ae3d | 0));
		return this;
	}
}

/** Returns the 64-bit hash of the name of a member of another resource: the one that `KeyHash.ofMember` was given. */
export function memberName(member: ResourceKey, owner: ResourceKey): {readonly low: number; readonly high: number} {
	return {low: unmix(member.low) ^ owner.low, high: unmix(member.high) ^ owner.high};
}
