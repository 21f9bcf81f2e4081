import {textStart} from '../text-start.ts';
import {ByteWindow} from './byte-window.ts';
import {byte, isDigit, skipWhiteSpace} from './json-bytes.ts';
import {JsonReader, notJson} from './json-reader.ts';
import {excerptAt, faultAt, JsonTextError, type JsonTextFault} from './json-text-error.ts';
import {addAsOneLine} from './one-line.ts';
import {TextPosition} from './text-position.ts';

/** The place of the next byte: outside of an array, at its start, behind one of its objects, or behind a comma. */
type Place = 'outside' | 'array-start' | 'behind-object' | 'behind-comma';

/** Bytes of the longest escape, `\uD83D\uDE00`: a fault so near to the end may be the start of one, or of a word. */
const lookAhead = 12;

const lineFeed = Buffer.from('\n');

/**
Writes JSON text as lines: each object on the top level, or in an array on the top level, becomes one. Objects need nothing between
them. Only white space with line ends is changed. Keeps one object in memory.
*/
export class ObjectLines {
	/** The number of lines so far. */
	lines = 0;
	readonly #limit: number;
	readonly #window = new ByteWindow();
	readonly #reader = new JsonReader();
	readonly #position = new TextPosition();
	#place: Place = 'outside';
	#isStarted = false;
	/** An unfinished object is read again when there are so many bytes of it. */
	#readFrom = 0;

	/** `limit` is the maximum number of bytes of an object. */
	constructor(limit: number) {
		this.#limit = limit;
	}

	/** @throws JsonTextError at the first byte that cannot become a part of a line */
	async *write(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
		for await (const piece of pieces) {
			this.#window.append(piece);
			yield this.#writeLines('more');
		}

		yield this.#writeLines('end');
		if (this.#place !== 'outside') throw this.#error({kind: 'unclosed', what: 'array'});
		if (this.lines === 0) throw this.#error({kind: 'no-objects'});
	}

	/** Returns the lines of the objects that are complete. */
	#writeLines(then: 'more' | 'end'): Buffer {
		const window = this.#window;
		const {bytes, end} = window;
		if (!this.#isStarted) {
			if (then === 'more' && end < 3) return Buffer.alloc(0);
			window.at = textStart(bytes.subarray(0, end));
			this.#isStarted = true;
		}

		const lines: Buffer[] = [];
		for (;;) {
			this.#moveTo(skipWhiteSpace(bytes, window.at, end));
			if (window.at === end) break;
			if (bytes[window.at] !== byte.openObject || this.#place === 'behind-object') {
				if (this.#readMark()) continue;
				if (then === 'more' && end - window.at < lookAhead) break;
				throw this.#error(this.#faultOfMark());
			}

			const next = this.#endOfObject(then);
			if (next === undefined) break;
			addAsOneLine(lines, bytes, window.at, next);
			lines.push(lineFeed);
			this.lines++;
			this.#moveTo(next);
			if (this.#place !== 'outside') this.#place = 'behind-object';
		}

		return Buffer.concat(lines);
	}

	/** Returns where the object ends that starts here; `undefined` if more bytes are needed. */
	#endOfObject(then: 'more' | 'end'): number | undefined {
		const {bytes, at, end} = this.#window;
		const length = end - at;
		if (then === 'more' && length < this.#readFrom) return undefined;
		const next = this.#reader.value(bytes, at, end);
		if (next !== notJson) {
			this.#readFrom = 0;
			if (next - at > this.#limit) throw this.#tooLong();
			return next;
		}

		const {errorAt} = this.#reader;
		if (then === 'end' && errorAt >= end) throw this.#error({kind: 'unclosed', what: 'object'});
		if (then === 'end' || errorAt <= end - lookAhead) throw this.#error(faultAt(this.#window, errorAt), errorAt);
		if (length > this.#limit) throw this.#tooLong();
		// Twice as many, so that a long object is not read again for each piece.
		this.#readFrom = 2 * length;
		return undefined;
	}

	/** Reads a bracket or a comma. Returns false if neither may come next. */
	#readMark(): boolean {
		const {bytes, at} = this.#window;
		const next = placeAfter(this.#place, bytes[at]);
		if (next === undefined) return false;
		this.#place = next;
		this.#moveTo(at + 1);
		return true;
	}

	#faultOfMark(): JsonTextFault {
		const window = this.#window;
		const {bytes, at, end} = window;
		const what = this.#place === 'behind-object' ? undefined : typeAt(bytes[at]);
		if (what !== undefined) return {kind: 'not-an-object', what};
		const isWord = this.#place !== 'behind-object' && this.#reader.value(bytes, at, end) !== notJson;
		return isWord ? {kind: 'not-an-object', what: wordType(bytes[at])} : faultAt(window, at);
	}

	#moveTo(next: number): void {
		this.#position.advance(this.#window.bytes, this.#window.at, next);
		this.#window.at = next;
	}

	#tooLong(): JsonTextError {
		return this.#error({kind: 'too-long', limit: this.#limit});
	}

	#error(fault: JsonTextFault, at = this.#window.at): JsonTextError {
		this.#moveTo(at);
		const {line, column} = this.#position;
		return new JsonTextError(fault, {line, column}, excerptAt(this.#window, at));
	}
}

/** Returns the place behind a bracket or a comma; `undefined` if it may not come next. */
function placeAfter(place: Place, code: number | undefined): Place | undefined {
	switch (place) {
		case 'outside':
			return code === byte.openArray ? 'array-start' : undefined;
		case 'array-start':
			return code === byte.closeArray ? 'outside' : undefined;
		case 'behind-object':
			if (code === byte.comma) return 'behind-comma';
			return code === byte.closeArray ? 'outside' : undefined;
		case 'behind-comma':
			return undefined;
		default:
			return place satisfies never;
	}
}

/** Returns the type of a value other than an object by its first byte; `undefined` for words. */
function typeAt(code: number | undefined): string | undefined {
	if (code === byte.openArray) return 'an array';
	if (code === byte.quote) return 'a string';
	return code === byte.minus || isDigit(code) ? 'a number' : undefined;
}

/** Returns the type of `true`, `false` or `null` by its first byte. */
function wordType(code: number | undefined): string {
	return code === 0x6e ? 'null' : 'a boolean';
}
