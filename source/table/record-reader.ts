import {carriageReturn, type Delimiter, lineFeed, quote} from './dialect.ts';

/** How the bytes of a cell become its value. */
export const cellKind = {
	/** As they stand. */
	plain: 0,
	/** Between quotes. */
	quoted: 1,
	/** Between quotes, with doubled quotes inside. */
	escaped: 2,
	/** Text behind a closing quote: the quotes are part of it. */
	broken: 3,
} as const;

/** Bytes of a quoted cell at most. A quote that is not closed by then is taken for one that never is. */
const longestQuoted = 4 * 1024 * 1024;

/** What `next` answers when the bytes end before the record does. */
export const unfinished = -1;

/**
Reads records out of bytes: where each ends, and its cells as spans; nothing is decoded until it is asked for. One
instance is used for record after record.

A quoted cell ends at a quote before a delimiter, a line end or the end of the file. What cannot be read so is
`broken`, and is read such that the rest of the file is still seen: behind a closing quote the rest of the cell is
text; but when the quote is never closed, or the cell reached over a line end before that, the opening quote itself
is taken for text and its line is a record of its own.
*/
export class RecordReader {
	bytes: Buffer = Buffer.alloc(0);
	/** Number of cells. */
	count = 0;
	/** A quote that was never closed, or text behind a closing quote. */
	broken = false;
	/** Line ends inside the record, its own not counted. */
	innerLines = 0;
	/** Where each cell's text starts and ends in `bytes`, quotes left out. */
	starts = new Int32Array(32);
	ends = new Int32Array(32);
	kinds = new Uint8Array(32);
	/** The byte between two cells. */
	readonly #delimiter: number;
	#limit = 0;
	/** Where the record that was read last started. */
	#start = 0;
	// Where each of these bytes stands next; it is searched for again only when the reading has come by.
	#delimiterAt = 0;
	#lineFeedAt = 0;
	#carriageReturnAt = 0;

	constructor(delimiter: Delimiter) {
		this.#delimiter = delimiter.charCodeAt(0);
	}

	/** Reads the one record that lies between `start` and `end`; its line end may be part of it. */
	read(bytes: Buffer, start: number, end: number): this {
		if (this.next(bytes, start, end, true) < end) throw new RangeError('the bytes hold more than one record');
		return this;
	}

	/**
	Reads the record that starts at `start`, before `limit`, and answers the offset behind its line end. When it may go
	on behind `limit` the answer is `unfinished`, unless nothing comes behind (`isEnd`). Records of the same bytes must
	be read in order.
	*/
	next(bytes: Buffer, start: number, limit: number, isEnd: boolean): number {
		if (bytes !== this.bytes || limit !== this.#limit || start <= this.#start) this.#forget();
		this.bytes = bytes;
		this.#limit = limit;
		this.#start = start;
		this.broken = false;
		this.innerLines = 0;
		let at = start;
		for (let count = 0; ; count++) {
			if (count === this.starts.length) this.#grow();
			let end = at;
			if (at < limit && bytes[at] === quote) {
				end = this.#quoted(at, count, isEnd);
				if (end === unfinished) return unfinished;
			} else {
				end = this.#plainEnd(at);
				this.#put(count, at, end, cellKind.plain);
			}

			if (end >= limit) {
				if (!isEnd) return unfinished;
				this.count = count + 1;
				return limit;
			}

			at = end + 1;
			if (bytes[end] === this.#delimiter) continue;
			if (bytes[end] === carriageReturn) {
				if (at === limit && !isEnd) return unfinished;
				if (at < limit && bytes[at] === lineFeed) at++;
			}

			this.count = count + 1;
			return at;
		}
	}

	/** The value of cell `column` (0 = first), quotes taken away. */
	value(column: number): string {
		if (column >= this.count) return '';
		const text = this.bytes.toString('utf8', this.starts[column], this.ends[column]);
		const kind = this.kinds[column];
		if (kind === cellKind.escaped) return text.replaceAll('""', '"');
		return kind === cellKind.broken ? brokenValue(text) : text;
	}

	values(): readonly string[] {
		return Array.from({length: this.count}, (_, column) => this.value(column));
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

	/** Whether every cell is empty. */
	get blank(): boolean {
		for (let column = 0; column < this.count; column++) {
			if (this.starts[column] !== this.ends[column]) return false;
		}

		return true;
	}

	/** How many quotes stand on each side of a cell's text. */
	#quotes(column: number): number {
		const kind = this.kinds[column];
		return kind === cellKind.quoted || kind === cellKind.escaped ? 1 : 0;
	}

	/** Reads a cell that starts with a quote. Answers where it ends. */
	#quoted(open: number, count: number, isEnd: boolean): number {
		const {bytes} = this;
		const limit = this.#limit;
		let kind: number = cellKind.quoted;
		for (let from = open + 1; ; ) {
			const found = bytes.indexOf(quote, from);
			const close = found === -1 ? limit : found;
			if (close >= limit || close - open > longestQuoted) {
				if (!isEnd && limit - open <= longestQuoted) return unfinished;
				return this.#text(open, count);
			}

			const end = close + 1;
			if (end === limit && !isEnd) return unfinished;
			if (end < limit && bytes[end] === quote) {
				kind = cellKind.escaped;
				from = end + 1;
				continue;
			}

			const lines = this.#lineEndsBefore(open, close);
			if (end === limit || this.#endsCell(bytes[end])) {
				this.innerLines += lines;
				this.#put(count, open + 1, close, kind);
				return end;
			}

			if (lines > 0) return this.#text(open, count);
			this.broken = true;
			const behind = this.#plainEnd(end);
			this.#put(count, open, behind, cellKind.broken);
			return behind;
		}
	}

	/** Takes an opening quote for text. */
	#text(open: number, count: number): number {
		this.broken = true;
		const end = this.#plainEnd(open + 1);
		this.#put(count, open, end, cellKind.plain);
		return end;
	}

	/** Where plain text that goes on at `at` ends. */
	#plainEnd(at: number): number {
		if (this.#delimiterAt < at) this.#delimiterAt = this.#find(this.#delimiter, at);
		if (this.#lineFeedAt < at) this.#lineFeedAt = this.#find(lineFeed, at);
		if (this.#carriageReturnAt < at) this.#carriageReturnAt = this.#find(carriageReturn, at);
		let end = this.#delimiterAt < this.#lineFeedAt ? this.#delimiterAt : this.#lineFeedAt;
		if (this.#carriageReturnAt < end) end = this.#carriageReturnAt;
		return end;
	}

	#find(byte: number, from: number): number {
		const found = this.bytes.indexOf(byte, from);
		return found === -1 || found > this.#limit ? this.#limit : found;
	}

	#endsCell(byte: number | undefined): boolean {
		return byte === this.#delimiter || byte === lineFeed || byte === carriageReturn;
	}

	/** How many line ends lie between `open` and `close`. */
	#lineEndsBefore(open: number, close: number): number {
		if (this.#lineFeedAt < open) this.#lineFeedAt = this.#find(lineFeed, open);
		if (this.#carriageReturnAt < open) this.#carriageReturnAt = this.#find(carriageReturn, open);
		if (this.#lineFeedAt > close && this.#carriageReturnAt > close) return 0;
		return this.bytes.toString('latin1', open, close).match(/\r\n|\r|\n/g)?.length ?? 0;
	}

	/** The bytes are others, or the reading goes back. */
	#forget(): void {
		this.#delimiterAt = -1;
		this.#lineFeedAt = -1;
		this.#carriageReturnAt = -1;
	}

	#put(count: number, start: number, end: number, kind: number): void {
		this.starts[count] = start;
		this.ends[count] = end;
		this.kinds[count] = kind;
	}

	#grow(): void {
		const size = this.starts.length * 2;
		const {starts, ends, kinds} = this;
		this.starts = new Int32Array(size);
		this.ends = new Int32Array(size);
		this.kinds = new Uint8Array(size);
		this.starts.set(starts);
		this.ends.set(ends);
		this.kinds.set(kinds);
	}
}

/** Where the content of a record ends and its line end (LF, CRLF, CR or none) begins. */
export function contentEnd(bytes: Uint8Array, start: number, end: number): number {
	if (end > start && bytes[end - 1] === carriageReturn) return end - 1;
	if (end === start || bytes[end - 1] !== lineFeed) return end;
	return end - 1 > start && bytes[end - 2] === carriageReturn ? end - 2 : end - 1;
}

/** `"a""b"c` is read as csv-parse does: the opening quote is text, doubled quotes count once up to the bad one. */
function brokenValue(text: string): string {
	const closing = 1 + (/^(?:[^"]|"")*/.exec(text.slice(1))?.[0].length ?? 0);
	return `"${text.slice(1, closing).replaceAll('""', '"')}${text.slice(closing)}`;
}
