/** Rows that are kept at most: a few screens full. */
const mostRows = 512;

/** Bytes that these rows take at most. */
const mostBytes = 4 * 1024 * 1024;

/** Keeps the cells of the rows that were asked for last: a screen asks for the same ones at every key. */
export class RowCache {
	readonly #rows = new Map<number, readonly string[]>();
	#bytes = 0;

	/** The cells of a row, which `make` reads from about so many bytes if they are not kept. */
	cells(row: number, bytes: number, make: () => readonly string[]): readonly string[] {
		const known = this.#rows.get(row);
		if (known !== undefined) return known;
		const cells = make();
		if (this.#rows.size >= mostRows || this.#bytes + bytes > mostBytes) this.clear();
		this.#rows.set(row, cells);
		this.#bytes += bytes;
		return cells;
	}

	clear(): void {
		this.#rows.clear();
		this.#bytes = 0;
	}
}
