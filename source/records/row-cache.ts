/** The maximum number of cached rows: a few screens. */
const mostRows = 512;

/** The maximum bytes of the cached rows. */
const mostBytes = 4 * 1024 * 1024;

/** A cache of the cells of recent rows: a screen reads the same rows at every key. */
export class RowCache {
	readonly #rows = new Map<number, readonly string[]>();
	#bytes = 0;

	/** Returns the cells of a row. If they are not cached, `make` reads them from about `bytes` bytes. */
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
