import {enlarged} from '../kinds/keys/enlarged.ts';
import type {ResourceKey} from '../kinds/keys/key-hash.ts';
import type {NameHashes} from '../kinds/keys/name-hashes.ts';
import type {IdHashes, ResourceContent, ResourceDetails} from '../kinds/resources.ts';
import {sortKeys} from './sort-keys.ts';
import {StoredDetails} from './stored-details.ts';

/** The number of 32-bit words of the hash of a key. */
const keyWords = 4;

/**
The resources of one type, numbered from 1 in the order of their addition, in about 25 bytes each, and 20 to 48 more with details
(`ResourceDetails`). A key is a 128-bit hash
(`ResourceKey`), so no bytes are compared: with a million resources each in snapshot and catalog, the chance of a collision is 3·10⁻²⁷
(64 bits: 5·10⁻⁸).
*/
export class ResourceIndex {
	/** The number of resources, which is also the number of the last one. */
	count = 0;
	/** An open hash table of numbers; 0 marks a free slot. */
	#slots = new Int32Array(1024);
	#keys = new Int32Array(keyWords * 512);
	readonly #details = new StoredDetails();

	/** Returns the number of a key; 0 if it has none. */
	find({low, high, low2, high2}: ResourceKey): number {
		return this.#slots[this.#slotOf(low, high, low2, high2)] ?? 0;
	}

	/**
	Returns the number of the key that a resource of another index has; 0 if it has none. `guess` is tried first: resources that are
	adjacent in one file are mostly adjacent in another version of it.
	*/
	findOf(other: ResourceIndex, otherNumber: number, guess: number): number {
		const theirs = other.#keys;
		const from = keyWords * otherNumber;
		const low = theirs[from] as number;
		const high = theirs[from + 1] as number;
		const low2 = theirs[from + 2] as number;
		const high2 = theirs[from + 3] as number;
		const keys = this.#keys;
		const at = keyWords * guess;
		const isGuess =
			guess <= this.count &&
			keys[at] === low &&
			keys[at + 1] === high &&
			keys[at + 2] === low2 &&
			keys[at + 3] === high2;
		return isGuess ? guess : (this.#slots[this.#slotOf(low, high, low2, high2)] ?? 0);
	}

	/** Returns the key of a resource by its number. */
	keyOf(number: number): ResourceKey {
		const at = keyWords * number;
		const [low = 0, high = 0, low2 = 0, high2 = 0] = this.#keys.subarray(at, at + keyWords);
		return {low, high, low2, high2};
	}

	/** Returns the offset in the parts, one behind the other, of the record that describes a resource first. */
	offsetOf(number: number): number {
		return this.#details.offsetOf(number);
	}

	/** Returns the number of the resource that it is a part of: the table of a column of the warehouse; 0 for other types. */
	parentOf(number: number): number {
		return this.#details.parentOf(number);
	}

	/** Returns the number in `Inventory.groups` of the names above a table of the warehouse; 0 for other types. */
	groupOf(number: number): number {
		return this.#details.groupOf(number);
	}

	/** Returns the hashes of the last part of the name of a table of the warehouse; zeros for other types. */
	namesOf(number: number): NameHashes {
		return this.#details.namesOf(number);
	}

	/** Returns the hashes of the id of a resource and of the one of its parent; zeros for types without ids. */
	idsOf(number: number): IdHashes {
		return this.#details.idsOf(number);
	}

	/** Returns the hashes of the values of a resource. */
	contentOf(number: number): ResourceContent {
		return this.#details.contentOf(number);
	}

	/** True if a resource of another index has the same values, without the names that make the key and without the time. */
	hasSameContent(number: number, other: ResourceIndex, otherNumber: number): boolean {
		return this.#details.hasSameContent(number, other.#details, otherNumber);
	}

	/** True if the times of the last change are the same. */
	hasSameTime(number: number, other: ResourceIndex, otherNumber: number): boolean {
		return this.#details.timeOf(number) === other.#details.timeOf(otherNumber);
	}

	/** Reserves room for this number of resources, so that the index does not grow in steps. */
	reserve(count: number): void {
		if (keyWords * count < this.#keys.length) return;
		this.#keys = enlarged(this.#keys, keyWords * (count + 1));
		const slots = 2 ** Math.ceil(Math.log2(count * 1.6));
		if (slots > this.#slots.length) this.#rehash(slots);
	}

	/** Adds a resource. Returns its number; 0 if it exists already. `partStart` is added to the offset in its details. */
	add(key: ResourceKey, details?: Readonly<ResourceDetails>, partStart = 0): number {
		const {low, high, low2, high2} = key;
		const slot = this.#slotOf(low, high, low2, high2);
		if (this.#slots[slot] !== 0) return 0;
		const number = ++this.count;
		const at = keyWords * number;
		if (at === this.#keys.length) this.#keys = enlarged(this.#keys, 2 * at);
		const keys = this.#keys;
		keys[at] = low;
		keys[at + 1] = high;
		keys[at + 2] = low2;
		keys[at + 3] = high2;
		if (details !== undefined) {
			this.#details.reserve(keys.length / keyWords);
			this.#details.set(number, details, partStart);
		}

		this.#slots[slot] = number;
		if (number * 1.6 > this.#slots.length) this.#rehash(2 * this.#slots.length);
		return number;
	}

	/** Returns the first 64 bits of the keys of all resources, or of those whose numbers `isWanted`, in ascending order. */
	sortedKeys(isWanted: (number: number) => boolean = () => true): BigUint64Array {
		const halves = new Int32Array(2 * this.count);
		let at = 0;
		for (let number = 1; number <= this.count; number++) {
			if (!isWanted(number)) continue;
			halves[at++] = this.#keys[keyWords * number] ?? 0;
			halves[at++] = this.#keys[keyWords * number + 1] ?? 0;
		}

		return sortKeys(new BigUint64Array(halves.buffer, 0, at / 2));
	}

	#slotOf(low: number, high: number, low2: number, high2: number): number {
		const slots = this.#slots;
		const keys = this.#keys;
		const mask = slots.length - 1;
		let slot = low & mask;
		for (let number = slots[slot]; number; number = slots[slot]) {
			const at = keyWords * number;
			if (keys[at] === low && keys[at + 1] === high && keys[at + 2] === low2 && keys[at + 3] === high2) return slot;
			slot = (slot + 1) & mask;
		}

		return slot;
	}

	#rehash(length: number): void {
		const slots = new Int32Array(length);
		const mask = slots.length - 1;
		for (let number = 1; number <= this.count; number++) {
			let slot = (this.#keys[keyWords * number] ?? 0) & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = number;
		}

		this.#slots = slots;
	}
}
