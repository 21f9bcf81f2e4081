import {dialect} from './dialect.ts';

const {delimiter, quote, lineFeed, carriageReturn} = dialect;

/** How the bytes of a field become its value. */
const spanKind = {plain: 0, quoted: 1, broken: 2} as const;

/**
The fields of one record as spans over its bytes; nothing is decoded until it is asked for. One instance is used again
for record after record.
*/
export class FieldSpans {
	/** Number of cells. */
	count = 0;
	/** A quote that was never closed, or text behind a closing quote. */
	brokenQuote = false;
	#bytes: Buffer = Buffer.alloc(0);
	#starts = new Int32Array(32);
	#ends = new Int32Array(32);
	#kinds = new Uint8Array(32);

	/** Reads the record at `start` (inclusive) to `end` (exclusive, its line end may be part of it). */
	read(bytes: Buffer, start: number, end: number): this {
		this.#bytes = bytes;
		this.count = 0;
		this.brokenQuote = false;
		const stop = contentEnd(bytes, start, end);
		let position = start;
		for (;;) {
			position = this.#readField(position, stop);
			if (position >= stop) break;
			position++;
			if (position === stop) {
				this.#add(stop, stop, spanKind.plain);
				break;
			}
		}

		return this;
	}

	/** The value of cell `column` (0 = first), quotes taken away. */
	value(column: number): string {
		const start = this.#starts[column];
		const end = this.#ends[column];
		if (start === undefined || end === undefined || column >= this.count) return '';
		const kind = this.#kinds[column];
		if (kind === spanKind.plain) return this.#bytes.toString('utf8', start, end);
		if (kind === spanKind.quoted) return this.#bytes.toString('utf8', start + 1, end - 1).replaceAll('""', '"');
		return brokenValue(this.#bytes.toString('utf8', start, end));
	}

	/** The bytes of cell `column` as they lie in the file, quotes included. */
	raw(column: number): Buffer {
		return this.#bytes.subarray(this.#starts[column], this.#ends[column]);
	}

	/** Whether every cell is empty. */
	get blank(): boolean {
		for (let column = 0; column < this.count; column++) {
			const length = (this.#ends[column] ?? 0) - (this.#starts[column] ?? 0);
			if (length > (this.#kinds[column] === spanKind.quoted ? 2 : 0)) return false;
		}

		return true;
	}

	/** Reads one field from `start` and answers where its delimiter stands, or `stop`. */
	#readField(start: number, stop: number): number {
		const bytes = this.#bytes;
		if (bytes[start] !== quote || start >= stop) return this.#readPlain(start, start, stop, spanKind.plain);
		let position = start + 1;
		for (;;) {
			const close = find(bytes, quote, position, stop);
			if (close === stop) {
				this.brokenQuote = true;
				return this.#readPlain(start, start + 1, stop, spanKind.plain);
			}

			const next = close + 1;
			if (next === stop || bytes[next] === delimiter) {
				this.#add(start, next, spanKind.quoted);
				return next;
			}

			if (bytes[next] !== quote) {
				this.brokenQuote = true;
				return this.#readPlain(start, next, stop, spanKind.broken);
			}

			position = next + 1;
		}
	}

	#readPlain(start: number, from: number, stop: number, kind: number): number {
		const end = find(this.#bytes, delimiter, from, stop);
		this.#add(start, end, kind);
		return end;
	}

	#add(start: number, end: number, kind: number): void {
		if (this.count === this.#starts.length) this.#grow();
		this.#starts[this.count] = start;
		this.#ends[this.count] = end;
		this.#kinds[this.count] = kind;
		this.count++;
	}

	#grow(): void {
		const size = this.#starts.length * 2;
		const starts = new Int32Array(size);
		const ends = new Int32Array(size);
		const kinds = new Uint8Array(size);
		starts.set(this.#starts);
		ends.set(this.#ends);
		kinds.set(this.#kinds);
		this.#starts = starts;
		this.#ends = ends;
		this.#kinds = kinds;
	}
}

/** Where `byte` stands next, or `stop`. Buffer.indexOf would search on behind the record. */
function find(bytes: Uint8Array, byte: number, from: number, stop: number): number {
	let position = from;
	while (position < stop && bytes[position] !== byte) position++;
	return position;
}

/** Where the content of a record ends and its line end (LF, CRLF, CR or none) begins. */
export function contentEnd(bytes: Uint8Array, start: number, end: number): number {
	if (end > start && bytes[end - 1] === carriageReturn) return end - 1;
	if (end > start && bytes[end - 1] === lineFeed) {
		return end - 1 > start && bytes[end - 2] === carriageReturn ? end - 2 : end - 1;
	}

	return end;
}

/** `"a""b"c` is read as csv-parse does: the opening quote is text, doubled quotes count once up to the bad one. */
function brokenValue(text: string): string {
	const closing = 1 + (/^(?:[^"]|"")*/.exec(text.slice(1))?.[0].length ?? 0);
	return `"${text.slice(1, closing).replaceAll('""', '"')}${text.slice(closing)}`;
}
