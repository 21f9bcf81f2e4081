/** How the bytes of a cell become its value. */
export const cellKind = {
	/** As they stand. */
	plain: 0,
	/** Between quotes. */
	quoted: 1,
	/** Between quotes, with escapes inside. */
	escaped: 2,
	/** Against the rules of the format: the quotes are part of the value. */
	broken: 3,
} as const;

/** The cells of one record, as spans of its bytes. One instance is used for record after record. */
export abstract class CellSpans {
	bytes: Buffer = Buffer.alloc(0);
	/** Number of cells. */
	count = 0;
	/** Where each cell's text starts and ends in `bytes`, without its quotes. */
	starts = new Int32Array(32);
	ends = new Int32Array(32);
	kinds = new Uint8Array(32);
	/** True if the cells are only counted, because the record is over the limit. */
	isDropped = false;
	readonly #most: number;
	/** True if all cells beyond the limit are empty. */
	#restBlank = true;

	/** Keeps `most` cells, and counts the others. */
	constructor(most: number) {
		this.#most = most;
	}

	/** Begins a record. */
	clear(bytes: Buffer): void {
		this.bytes = bytes;
		this.count = 0;
		this.isDropped = false;
		this.#restBlank = true;
	}

	/** The bytes of the record lie elsewhere now. */
	shift(by: number): void {
		if (this.isDropped) return;
		const cells = Math.min(this.count + 1, this.starts.length);
		for (let column = 0; column < cells; column++) {
			this.starts[column] = (this.starts[column] as number) + by;
			this.ends[column] = (this.ends[column] as number) + by;
		}
	}

	/** Notes the span of the cell that is being read. */
	setSpan(start: number, end: number, kind: number): void {
		const {count} = this;
		if (count >= this.starts.length && !this.#grow()) {
			if (start !== end) this.#restBlank = false;
			return;
		}

		this.starts[count] = start;
		this.ends[count] = end;
		this.kinds[count] = kind;
	}

	/** Makes room for more cells, unless there are as many as there may be. */
	#grow(): boolean {
		const size = Math.min(this.starts.length * 2, this.#most);
		if (size <= this.starts.length) return false;
		const {starts, ends, kinds} = this;
		this.starts = new Int32Array(size);
		this.ends = new Int32Array(size);
		this.kinds = new Uint8Array(size);
		this.starts.set(starts);
		this.ends.set(ends);
		this.kinds.set(kinds);
		return true;
	}

	/** How many cells can be read. */
	get readableCount(): number {
		return this.isDropped ? 0 : Math.min(this.count, this.starts.length);
	}

	/** The value of cell `column` (0 = first), without its quotes; of its first `most` bytes alone if these are given. */
	value(column: number, most = Number.POSITIVE_INFINITY): string {
		if (column >= this.readableCount) return '';
		const start = this.starts[column] ?? 0;
		const text = this.bytes.toString('utf8', start, Math.min(this.ends[column] ?? start, start + most));
		const kind = this.kinds[column];
		if (kind === cellKind.escaped) return this.unescape(text);
		return kind === cellKind.broken ? this.brokenValue(text) : text;
	}

	/** Resolves the escapes in the text of a cell. */
	protected abstract unescape(text: string): string;

	/** Returns the value of a cell that is against the rules of the format. */
	protected abstract brokenValue(text: string): string;

	values(): readonly string[] {
		return Array.from({length: this.readableCount}, (_, column) => this.value(column));
	}

	/** The bytes of cell `column` as they lie in the file, quotes included. */
	raw(column: number): Buffer {
		return this.bytes.subarray(this.rawStart(column), this.rawEnd(column));
	}

	/** Where those start in `bytes`. */
	rawStart(column: number): number {
		return (this.starts[column] ?? 0) - this.#quotes(column);
	}

	/** Where they end. */
	rawEnd(column: number): number {
		return (this.ends[column] ?? 0) + this.#quotes(column);
	}

	/** True if every cell is empty. */
	get isBlank(): boolean {
		if (this.isDropped) return false;
		for (let column = 0; column < this.readableCount; column++) {
			if (this.starts[column] !== this.ends[column]) return false;
		}

		return this.#restBlank;
	}

	/** How many quotes stand on each side of a cell's text. */
	#quotes(column: number): number {
		const kind = this.kinds[column];
		return kind === cellKind.quoted || kind === cellKind.escaped ? 1 : 0;
	}
}
