import {contentEnd} from '../line-end.ts';
import {type RecordLimits, recordLimits} from '../record-limits.ts';
import {type InputRemaining, unfinished} from '../record-scanner.ts';
import {byte, jsonType, skipBlanks, skipWhiteSpace} from './json-bytes.ts';
import type {InnerKeys, JsonColumns} from './json-columns.ts';
import {JsonReader, notJson} from './json-reader.ts';
import {JsonValues} from './json-values.ts';
import {type KeyTable, noKey} from './key-table.ts';
import {SeenKeys} from './seen-keys.ts';
import {unescapeJson} from './unescape.ts';

/** The types of lines. */
export const lineType = {blank: 0, object: 1, otherValue: 2, notJson: 3} as const;

/**
Finds the lines of a JSON Lines file, and in each the values of its keys. A line ends at LF; a CR before it belongs to the line end.
A value is the last one of its key. Nothing is decoded until it is asked for.
*/
export class JsonScanner extends JsonValues {
	/** The type of the line: one of `lineType`. */
	line: number = lineType.blank;
	/** The offset in `bytes` of the first byte that is not JSON, where the line is not. */
	errorAt = 0;
	/** True if the object, or an object whose keys are columns, has the same key twice. */
	hasDuplicateKey = false;
	/** True if a string of the line has half of a surrogate pair as an escape. */
	hasLoneSurrogate = false;
	/** The numbers of the keys of the line that its kind does not know, each once. */
	readonly unknownKeys: number[] = [];
	/** The offset behind the last value of a known key; 0 without one. */
	lastKnownEnd = 0;
	readonly #limits: RecordLimits;
	readonly #reader = new JsonReader();
	/** The keys of lines, and of objects in them. */
	readonly #seen = new SeenKeys();
	readonly #innerSeen = new SeenKeys();
	#object = 0;
	/** The number of the key that was read last. */
	#key = noKey;
	#start = 0;
	/** Where an unfinished record is resumed. */
	#pausedAt = 0;

	constructor(columns: JsonColumns, limits: RecordLimits = recordLimits) {
		super(columns, limits.cells);
		this.#limits = limits;
	}

	next(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		this.clear(bytes);
		this.#start = start;
		return this.#find(bytes, start, limit, behind);
	}

	resume(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		this.#start += start - this.heldFrom;
		this.bytes = bytes;
		return this.#find(bytes, start, limit, behind);
	}

	get heldFrom(): number {
		return this.isDropped ? this.#pausedAt : this.#start;
	}

	get tooLong(): boolean {
		return this.length > this.#limits.record;
	}

	/** True if the line has only white space. */
	override get isBlank(): boolean {
		return !this.isDropped && this.line === lineType.blank;
	}

	/** The offset in `bytes` of the line. */
	get start(): number {
		return this.#start;
	}

	/** Looks for the end of the line from `from` on, and reads it. */
	#find(bytes: Buffer, from: number, limit: number, behind: InputRemaining): number {
		const found = bytes.indexOf(byte.lineFeed, from);
		const isWhole = found !== -1 && found < limit;
		if (!isWhole && behind === 'more') {
			this.#pausedAt = limit;
			if (limit - this.#start > this.#limits.record) this.isDropped = true;
			return unfinished;
		}

		const end = isWhole ? found + 1 : limit;
		this.length = end - this.#start;
		this.innerLines = 0;
		if (this.tooLong) this.isDropped = true;
		this.isBroken = false;
		if (!this.isDropped) this.#readLine(contentEnd(bytes, this.#start, end));
		return end;
	}

	#readLine(end: number): void {
		const {bytes} = this;
		const reader = this.#reader;
		reader.hasLoneSurrogate = false;
		this.hasDuplicateKey = false;
		this.unknownKeys.length = 0;
		this.lastKnownEnd = 0;
		this.types.fill(jsonType.absent, 0, this.columns.count);
		const at = skipWhiteSpace(bytes, this.#start, end);
		let next = at;
		if (at === end || skipBlanks(bytes, at, end) === end) {
			this.line = lineType.blank;
		} else if (bytes[at] === byte.openObject) {
			this.line = lineType.object;
			next = this.#readObject(at, end);
		} else {
			this.line = lineType.otherValue;
			next = reader.value(bytes, at, end);
		}

		if (this.line === lineType.blank) {
			next = end;
		} else if (next !== notJson) {
			next = skipWhiteSpace(bytes, next, end);
			if (next < end) reader.fail(next);
		}

		this.hasLoneSurrogate = reader.hasLoneSurrogate;
		if (next === end) {
			this.isBroken = this.line === lineType.otherValue;
		} else {
			this.line = lineType.notJson;
			this.errorAt = reader.errorAt;
			this.isBroken = true;
		}

		this.count = this.isBroken ? 0 : this.columns.count;
	}

	/** Reads the object of the line. Returns the offset behind it. */
	#readObject(at: number, end: number): number {
		const {bytes, columns} = this;
		const reader = this.#reader;
		const object = ++this.#object;
		let before = noKey;
		let next = skipWhiteSpace(bytes, at + 1, end);
		if (next < end && bytes[next] === byte.closeObject) return next + 1;
		for (;;) {
			const value = this.#readKey(columns.keys, next, end, before);
			if (value === notJson) return notJson;
			const key = this.#key;
			before = key;
			const isRepeated = this.#isRepeated(this.#seen, key, object);
			const inner = columns.innerOf(key);
			if (inner !== undefined) for (const column of inner.columns) this.types[column] = jsonType.absent;
			if (inner !== undefined && bytes[value] === byte.openObject) {
				next = this.#readInner(inner, value, end);
				reader.type = jsonType.object;
			} else {
				next = reader.value(bytes, value, end);
			}

			if (next === notJson) return notJson;
			const column = columns.columnOf(key);
			if (column !== noKey) {
				this.setValue(column, value, next, this.#reader);
				// An object whose keys are columns is shown by these.
				if (inner === undefined || reader.type !== jsonType.object) this.#noteValue(column);
			}

			if (columns.isKnown(column)) this.lastKnownEnd = next;
			else if (!isRepeated && key !== noKey) this.unknownKeys.push(key);
			next = this.#behindValue(next, end);
			if (next === notJson || bytes[next - 1] === byte.closeObject) return next;
		}
	}

	#noteValue(column: number): void {
		if (this.#reader.type !== jsonType.null) this.columns.noteValue(column);
	}

	/** Reads an object whose keys are columns. Returns the offset behind it. */
	#readInner({keys, columnOf}: InnerKeys, at: number, end: number): number {
		const {bytes} = this;
		const object = ++this.#object;
		let before = noKey;
		let next = skipWhiteSpace(bytes, at + 1, end);
		if (next < end && bytes[next] === byte.closeObject) return next + 1;
		for (;;) {
			const value = this.#readKey(keys, next, end, before);
			if (value === notJson) return notJson;
			const key = this.#key;
			before = key;
			this.#isRepeated(this.#innerSeen, key, object);
			next = this.#reader.value(bytes, value, end);
			if (next === notJson) return notJson;
			const column = columnOf[key];
			if (column !== undefined) {
				this.setValue(column, value, next, this.#reader);
				this.#noteValue(column);
			}

			next = this.#behindValue(next, end);
			if (next === notJson || bytes[next - 1] === byte.closeObject) return next;
		}
	}

	/** Reads the key that starts at `at`, which follows another one, and its colon. Returns the offset of its value. */
	#readKey(keys: KeyTable, at: number, end: number, before: number): number {
		const {bytes} = this;
		const reader = this.#reader;
		const expected = keys.expected(bytes, at, end, before);
		if (expected !== noKey) {
			this.#key = expected;
			return reader.colon(bytes, at + keys.lengthOf(expected) + 2, end);
		}

		if (at >= end || bytes[at] !== byte.quote) return reader.fail(at);
		const behind = reader.string(bytes, at, end);
		if (behind === notJson) return notJson;
		if (reader.isEscaped) this.#key = keys.add(unescapeJson(bytes.toString('utf8', at + 1, behind - 1)));
		else this.#key = keys.read(bytes, at + 1, behind - 1, before);
		return reader.colon(bytes, behind, end);
	}

	/** True if an object had the key before. */
	#isRepeated(seen: SeenKeys, key: number, object: number): boolean {
		if (key === noKey || !seen.note(key, object)) return false;
		this.hasDuplicateKey = true;
		return true;
	}

	/** Reads what follows a value: a comma, and the white space behind it, or the end of the object. */
	#behindValue(at: number, end: number): number {
		const {bytes} = this;
		const next = skipWhiteSpace(bytes, at, end);
		if (next >= end) return this.#reader.fail(end);
		if (bytes[next] === byte.comma) return skipWhiteSpace(bytes, next + 1, end);
		return bytes[next] === byte.closeObject ? next + 1 : this.#reader.fail(next);
	}
}
