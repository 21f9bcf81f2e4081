import type {ContentHash} from '../kinds/keys/content-hash.ts';
import {enlarged} from '../kinds/keys/enlarged.ts';
import type {KeyHash} from '../kinds/keys/key-hash.ts';
import {sortKeys} from './sort-keys.ts';

/** Where a resource is in a snapshot: its part (from 0), and the offset of a record that names it. */
export type ResourceLocation = {readonly part: number; readonly offset: number};

/** Numbers of 32 bits of a key's hash. */
const keyWords = 4;

/**
The resources of one type, numbered from 1 in the order in which they are added: some 45 bytes for each, in columns of numbers.
A key is known by its hash of 128 bits (`KeyHash`). Where a snapshot and the catalog have a million resources each, two
different keys have the same hash with a chance of 3·10⁻²⁷ (64 bits: 5·10⁻⁸), so that no bytes are compared.
*/
export class ResourceIndex {
	/** How many there are, which is the last number given. */
	count = 0;
	/** An open table of numbers; 0 where a slot is free. */
	#slots = new Int32Array(1024);
	#keys = new Int32Array(keyWords * 512);
	#contents = new Int32Array(2 * 512);
	#offsets = new Float64Array(512);
	#parts = new Uint8Array(512);

	/** Returns the number of a key; 0 when it has none. */
	find(key: KeyHash): number {
		return this.#slots[this.#slotOf(key.low, key.high, key.low2, key.high2)] ?? 0;
	}

	/** Makes room for so many resources, so that the index does not grow in steps. */
	reserve(count: number): void {
		if (count < this.#parts.length) return;
		this.#grow(count + 1);
		const slots = 2 ** Math.ceil(Math.log2(count * 1.6));
		if (slots > this.#slots.length) this.#rehash(slots);
	}

	/** Adds a resource. Returns its number; 0 if it was there before, and stays as it was. */
	add(key: KeyHash, content: ContentHash, part: number, offset: number): number {
		const {low, high, low2, high2} = key;
		const slot = this.#slotOf(low, high, low2, high2);
		if (this.#slots[slot] !== 0) return 0;
		const number = ++this.count;
		if (number === this.#parts.length) this.#grow(2 * number);
		const at = keyWords * number;
		this.#keys[at] = low;
		this.#keys[at + 1] = high;
		this.#keys[at + 2] = low2;
		this.#keys[at + 3] = high2;
		this.#contents[2 * number] = content.low;
		this.#contents[2 * number + 1] = content.high;
		this.#offsets[number] = offset;
		this.#parts[number] = part;
		this.#slots[slot] = number;
		if (number * 1.6 > this.#slots.length) this.#rehash(2 * this.#slots.length);
		return number;
	}

	/** Returns where a resource is. */
	place(number: number): ResourceLocation {
		return {part: this.#parts[number] ?? 0, offset: this.#offsets[number] ?? 0};
	}

	/** True if the fields of a resource have this hash, of which 64 bits are kept: only one resource is compared with one. */
	hasContent(number: number, {low, high}: ContentHash): boolean {
		return this.#contents[2 * number] === low && this.#contents[2 * number + 1] === high;
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

	#grow(room: number): void {
		this.#keys = enlarged(this.#keys, keyWords * room);
		this.#contents = enlarged(this.#contents, 2 * room);
		const offsets = new Float64Array(room);
		offsets.set(this.#offsets);
		this.#offsets = offsets;
		const parts = new Uint8Array(room);
		parts.set(this.#parts);
		this.#parts = parts;
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
