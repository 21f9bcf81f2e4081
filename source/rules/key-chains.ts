/**
Finds the rows that share a key, for a million rows without a million strings: a 64-bit hash a key in an open table,
and a chain in row order of the rows that have it.
*/
export class KeyChains {
	// One slot a key. `tail` tells: 0 = free, -1 = a key that no row has any more, else the last row of the chain.
	#slotLow = new Int32Array(4096);
	#slotHigh = new Int32Array(4096);
	#head = new Int32Array(4096);
	#tail = new Int32Array(4096);
	#used = 0;
	// One entry a row.
	#rowLow = new Int32Array(1024);
	#rowHigh = new Int32Array(1024);
	#next = new Int32Array(1024);
	#present = new Uint8Array(1024);

	/** Puts a row, which must not be in a chain, into the chain of its key. */
	add(row: number, key: string): void {
		this.#reserveRow(row);
		if ((this.#used + 1) * 2 > this.#head.length) this.#widenSlots();
		const [low, high] = hash(key);
		const slot = this.#findSlot(low, high);
		this.#rowLow[row] = low;
		this.#rowHigh[row] = high;
		this.#present[row] = 1;
		if (this.#tail[slot] === 0) {
			this.#used++;
			this.#slotLow[slot] = low;
			this.#slotHigh[slot] = high;
		}

		this.#insert(slot, row);
	}

	/** Takes a row out of its chain, if it is in one. */
	remove(row: number): void {
		if (this.#present[row] !== 1) return;
		this.#present[row] = 0;
		const slot = this.#slotOf(row);
		const after = this.#next[row] ?? 0;
		this.#next[row] = 0;
		if (this.#head[slot] === row) {
			this.#head[slot] = after;
			if (after === 0) this.#tail[slot] = -1;
			return;
		}

		const before = this.#lastBefore(slot, row);
		this.#next[before] = after;
		if (this.#tail[slot] === row) this.#tail[slot] = before;
	}

	/** The first row with this key. */
	find(key: string): number | undefined {
		return this.#head[this.#findSlot(...hash(key))] || undefined;
	}

	/** The first row with the same key; the row itself when it is the first; `undefined` when it has no key. */
	first(row: number): number | undefined {
		return this.#present[row] === 1 ? this.#head[this.#slotOf(row)] : undefined;
	}

	/** The next row with the same key. */
	next(row: number): number | undefined {
		return (this.#present[row] === 1 && this.#next[row]) || undefined;
	}

	#insert(slot: number, row: number): void {
		const head = this.#head[slot] ?? 0;
		const tail = this.#tail[slot] ?? 0;
		if (head === 0 || row < head) {
			this.#next[row] = head;
			this.#head[slot] = row;
			if (head === 0) this.#tail[slot] = row;
		} else if (row > tail) {
			this.#next[row] = 0;
			this.#next[tail] = row;
			this.#tail[slot] = row;
		} else {
			const before = this.#lastBefore(slot, row);
			this.#next[row] = this.#next[before] ?? 0;
			this.#next[before] = row;
		}
	}

	#lastBefore(slot: number, row: number): number {
		let before = this.#head[slot] ?? 0;
		for (let after = this.#next[before] ?? 0; after !== 0 && after < row; after = this.#next[before] ?? 0)
			before = after;
		return before;
	}

	#slotOf(row: number): number {
		return this.#findSlot(this.#rowLow[row] ?? 0, this.#rowHigh[row] ?? 0);
	}

	/** The slot of a hash, or the free one where it belongs. */
	#findSlot(low: number, high: number): number {
		const mask = this.#head.length - 1;
		let slot = low & mask;
		while (this.#tail[slot] !== 0 && (this.#slotLow[slot] !== low || this.#slotHigh[slot] !== high))
			slot = (slot + 1) & mask;
		return slot;
	}

	#widenSlots(): void {
		const [lows, highs, heads, tails] = [this.#slotLow, this.#slotHigh, this.#head, this.#tail];
		const size = heads.length * 2;
		this.#slotLow = new Int32Array(size);
		this.#slotHigh = new Int32Array(size);
		this.#head = new Int32Array(size);
		this.#tail = new Int32Array(size);
		for (let old = 0; old < heads.length; old++) {
			if (tails[old] === 0) continue;
			const slot = this.#findSlot(lows[old] ?? 0, highs[old] ?? 0);
			this.#slotLow[slot] = lows[old] ?? 0;
			this.#slotHigh[slot] = highs[old] ?? 0;
			this.#head[slot] = heads[old] ?? 0;
			this.#tail[slot] = tails[old] ?? 0;
		}
	}

	#reserveRow(row: number): void {
		if (row < this.#next.length) return;
		const size = Math.max(row + 1, this.#next.length * 2);
		this.#rowLow = widen(this.#rowLow, new Int32Array(size));
		this.#rowHigh = widen(this.#rowHigh, new Int32Array(size));
		this.#next = widen(this.#next, new Int32Array(size));
		this.#present = widen(this.#present, new Uint8Array(size));
	}
}

function widen<A extends Int32Array | Uint8Array>(from: A, to: A): A {
	to.set(from);
	return to;
}

/** Two independent 32-bit hashes of a text: multiply and shift over its UTF-16 units, then a last mixing. */
function hash(text: string): readonly [low: number, high: number] {
	let low = 0x3c6ef372;
	let high = 0x1b873593;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		low = Math.imul(low ^ unit, 0x85ebca6b);
		low ^= low >>> 13;
		high = Math.imul(high + unit, 0x27d4eb2f);
		high ^= high >>> 15;
	}

	return [mix(low ^ text.length), mix(high ^ low)];
}

function mix(value: number): number {
	let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x46d0c9a5);
	return mixed ^ (mixed >>> 16);
}
