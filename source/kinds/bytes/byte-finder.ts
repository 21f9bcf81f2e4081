/** Finds the next position of a byte. The bytes between two searches are read once, if the searches go forward. */
export class ByteFinder {
	readonly #byte: number;
	#bytes: Buffer | undefined;
	/** The last search: where it started, and what it found. */
	#from = 0;
	#found = 0;

	constructor(byte: number) {
		this.#byte = byte;
	}

	/** Returns the first position of the byte from `start` on; `end` if it is not before `end`. */
	find(bytes: Buffer, start: number, end: number): number {
		if (bytes !== this.#bytes || start < this.#from || start > this.#found) {
			this.#bytes = bytes;
			this.#from = start;
			const found = bytes.indexOf(this.#byte, start);
			this.#found = found === -1 ? bytes.length : found;
		}

		return Math.min(this.#found, end);
	}

	/** Forgets what was found: the bytes have changed. */
	forget(): void {
		this.#bytes = undefined;
	}
}
