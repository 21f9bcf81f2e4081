/** Bits of one word. */
const wordSize = 32;

/** A word of which every bit is set. */
const full = -1;

/**
The rows of the file whose bytes are canonical, as the check found them: one bit for each. It describes records as they are on
disk, by their numbers in the file, so no edit changes it. A row without its bit is decoded before it is sent.
*/
export class CanonicalRows {
	#words = new Int32Array(256);

	/** Makes room for so many rows. */
	reserve(rows: number): void {
		const length = (rows >>> 5) + 1;
		if (length <= this.#words.length) return;
		const words = new Int32Array(length);
		words.set(this.#words);
		this.#words = words;
	}

	add(row: number): void {
		const word = row >>> 5;
		if (word >= this.#words.length) this.reserve(row * 2);
		this.#words[word] = (this.#words[word] as number) | (1 << (row & 31));
	}

	/** Returns the first row from `row` on that is not canonical, or `limit` where all before it are. */
	firstOther(row: number, limit: number): number {
		let at = row;
		while (at < limit) {
			const word = this.#words[at >>> 5] ?? 0;
			if (word === full && (at & 31) === 0) at += wordSize;
			else if ((word & (1 << (at & 31))) !== 0) at++;
			else return at;
		}

		return limit;
	}
}
