/** The encoding of the value of a cell. */
export const cellKind = {
	/** The bytes are the value. */
	plain: 0,
	/** Between quotes. */
	quoted: 1,
	/** Between quotes, with escapes inside. */
	escaped: 2,
	/** Invalid: the quotes are part of the value. */
	broken: 3,
} as const;

/** The cells of one record, as spans of its bytes. One instance is reused for each record. */
export abstract class CellSpans {
	bytes: Buffer = Buffer.alloc(0);
	/** Number of cells. */
	count = 0;
	/** The start and end of each cell's text in `bytes`, without its quotes. */
	starts = new Int32Array(32);
	ends = new Int32Array(32);
	kinds = new Uint8Array(32);
	/** True if cells are only counted, because the record exceeds the limit. */
	isDropped = false;
	readonly #most: number;
	/** True if all cells beyond the limit are empty. */
	#restBlank = true;

	/** Keeps `most` cells, and counts the others. */
	constructor(most: number) {
		this.#most = most;
	}

	/** Starts a record. */
	clear(bytes: Buffer): void {
		this.bytes = bytes;
		this.count = 0;
		this.isDropped = false;
		this.#restBlank = true;
	}

	/** Moves the spans: the bytes of the record have moved. */
	shift(by: number): void {
		if (this.isDropped) return;
		const cells = Math.min(this.count + 1, this.starts.length);
		for (let column = 0; column < cells; column++) {
			this.starts[column] = (this.starts[column] as number) + by;
			this.ends[column] = (this.ends[column] as number) + by;
		}
	}

	/** Sets the span of the current cell. */
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

	/** Makes room for more cells, up to the limit. */
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

	/** The number of cells that can be read. */
	get readableCount(): number {
		return this.isDropped ? 0 : Math.min(this.count, this.starts.length);
	}

	/** Returns the value of cell `column` (from 0), without its quotes; with `most`, only of its first bytes. */
	value(column: number, most = Number.POSITIVE_INFINITY): string {
		if (column >= this.readableCount) return '';
		const start = this.starts[column] ?? 0;
		const text = this.bytes.toString('utf8', start, Math.min(this.ends[column] ?? start, start + most));
		const kind = this.kinds[column];
		if (kind === cellKind.escaped) return this.unescape(text);
		return kind === cellKind.broken ? this.brokenValue(text) : text;
	}

	/** True if setting cell `column` to `value` would change nothing. In a format with types, 3 and "3" have the same text. */
	hasValue(column: number, value: string): boolean {
		return this.value(column) === value;
	}

	/** Resolves the escapes in the text of a cell. */
	protected abstract unescape(text: string): string;

	/** Returns the value of an invalid cell. */
	protected abstract brokenValue(text: string): string;

	values(): readonly string[] {
		return Array.from({length: this.readableCount}, (_, column) => this.value(column));
	}

	/** Returns the bytes of cell `column` as in the file, with quotes. */
	raw(column: number): Buffer {
		return this.bytes.subarray(this.rawStart(column), this.rawEnd(column));
	}

	/** Returns their start in `bytes`. */
	rawStart(column: number): number {
		return (this.starts[column] ?? 0) - this.#quotes(column);
	}

	/** Returns their end. */
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

	/** Returns the number of quotes on each side of a cell's text. */
	#quotes(column: number): number {
		const kind = this.kinds[column];
		return kind === cellKind.quoted || kind === cellKind.escaped ? 1 : 0;
	}
}
