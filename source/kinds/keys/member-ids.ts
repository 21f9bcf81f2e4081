import {enlarged} from './enlarged.ts';

/** Minimum number of slots per id: a fuller hash table has longer probe sequences. */
const slotsPerId = 1.6;

/** The members of one owner mostly come together, so they are placed in a few slots that are in the CPU cache; then in any. */
const nearSlots = 64;
const nearSteps = 8;

/** Assigns ids, from 1, to members of owners: to the number of the owner and the 64-bit hash of a name. */
export class MemberIds {
	/** The number of members, which is also the last id. */
	count = 0;
	#slots = new Int32Array(1024);
	#owners = new Int32Array(1024);
	#low = new Int32Array(1024);
	#high = new Int32Array(1024);

	/** Reserves capacity for a number of members. */
	reserve(count: number): void {
		this.#grow(count + 1);
		const slots = 2 ** Math.ceil(Math.log2(count * slotsPerId + 1));
		if (slots > this.#slots.length) this.#rehash(slots);
	}

	/** Returns the id of a member; assigns one if it is new. */
	put(owner: number, low: number, high: number): number {
		const slot = this.#slotOf(owner, low, high);
		const known = this.#slots[slot] as number;
		if (known !== 0) return known;
		const id = ++this.count;
		if (id >= this.#low.length) this.#grow(id * 2);
		this.#owners[id] = owner;
		this.#low[id] = low;
		this.#high[id] = high;
		this.#slots[slot] = id;
		if (id * slotsPerId > this.#slots.length) this.#rehash(2 * this.#slots.length);
		return id;
	}

	#slotOf(owner: number, low: number, high: number): number {
		const slots = this.#slots;
		const mask = slots.length - 1;
		const home = Math.imul(owner, 0x9e3779b1);
		const near = home + (low & (nearSlots - 1));
		const far = home ^ low;
		for (let step = 0; ; step++) {
			const slot = (step < nearSteps ? near + step : far + step) & mask;
			const id = slots[slot] as number;
			if (id === 0 || (this.#low[id] === low && this.#high[id] === high && this.#owners[id] === owner)) return slot;
		}
	}

	#grow(length: number): void {
		this.#owners = enlarged(this.#owners, length);
		this.#low = enlarged(this.#low, length);
		this.#high = enlarged(this.#high, length);
	}

	#rehash(size: number): void {
		this.#slots = new Int32Array(size);
		for (let id = 1; id <= this.count; id++) {
			this.#slots[this.#slotOf(this.#owners[id] as number, this.#low[id] as number, this.#high[id] as number)] = id;
		}
	}
}
