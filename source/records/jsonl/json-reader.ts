import {byte, isDigit, isWhiteSpace, jsonType, skipWhiteSpace} from './json-bytes.ts';

/** Returned when the bytes are not JSON; `errorAt` says where. */
export const notJson = -1;

/** For each byte value, 1 if it cannot be in a string as it is. */
const isSpecial = Uint8Array.from({length: 256}, (_, code) =>
	Number(code < byte.space || code === byte.quote || code === byte.backslash),
);

const words: ReadonlyMap<number, {readonly text: Buffer; readonly type: number}> = new Map(
	[['true', jsonType.boolean] as const, ['false', jsonType.boolean] as const, ['null', jsonType.null] as const].map(
		([word, type]) => [word.charCodeAt(0), {text: Buffer.from(word), type}],
	),
);

/**
Reads JSON values in bytes by the grammar of RFC 8259, without limits of depth, size or precision. Nothing is decoded. Offsets that
are returned lie behind the value that was read. Reuse one instance.
*/
export class JsonReader {
	/** The offset of the first byte that is against the grammar. */
	errorAt = 0;
	/** The type of the value that was read last. */
	type: number = jsonType.absent;
	/** True if the string that was read last has escapes. */
	isEscaped = false;
	/** True if the string that was read last has bytes outside of ASCII. */
	isWide = false;
	/** True if a string had half of a surrogate pair as an escape. It stays true until it is set to false. */
	hasLoneSurrogate = false;
	/** The open arrays and objects of the value that is read: 1 for an object. */
	#open = new Uint8Array(64);

	/** Reads a value that starts at `at`, without white space before it. */
	value(bytes: Uint8Array, at: number, end: number): number {
		const first = bytes[at];
		if (at < end) {
			if (first === byte.quote) {
				this.type = jsonType.string;
				return this.string(bytes, at, end);
			}

			if (first === byte.minus || isDigit(first)) {
				this.type = jsonType.number;
				return this.#number(bytes, at, end);
			}

			if (first === byte.openObject || first === byte.openArray) {
				const next = this.#nested(bytes, at, end);
				this.type = first === byte.openObject ? jsonType.object : jsonType.array;
				return next;
			}

			const word = words.get(first ?? 0);
			if (word !== undefined) {
				this.type = word.type;
				return this.#word(bytes, at, end, word.text);
			}
		}

		return this.fail(at);
	}

	/** Reads the string whose opening quote is at `at`. */
	string(bytes: Uint8Array, at: number, end: number): number {
		this.isEscaped = false;
		let bits = 0;
		let next = at + 1;
		for (; next < end; next++) {
			const code = bytes[next] as number;
			if (isSpecial[code] === 1) break;
			bits |= code;
		}

		this.isWide = bits >= 0x80;
		if (next >= end) return this.fail(end);
		if (bytes[next] === byte.quote) return next + 1;
		return bytes[next] === byte.backslash ? this.#escapedString(bytes, next, end) : this.fail(next);
	}

	/** Reads the rest of a string from its first escape on. */
	#escapedString(bytes: Uint8Array, at: number, end: number): number {
		this.isEscaped = true;
		for (let next = at; next < end; ) {
			const code = bytes[next] as number;
			if (code === byte.quote) return next + 1;
			if (code < byte.space) return this.fail(next);
			if (code !== byte.backslash) {
				if (code >= 0x80) this.isWide = true;
				next++;
				continue;
			}

			const behind = this.#escape(bytes, next, end);
			if (behind === notJson) return notJson;
			next = behind;
		}

		return this.fail(end);
	}

	/** Reads the escape whose backslash is at `at`, and the second half of a surrogate pair with the first. */
	#escape(bytes: Uint8Array, at: number, end: number): number {
		const unit = hexUnit(bytes, at, end);
		if (unit === undefined) {
			const code = bytes[at + 1];
			return at + 1 < end && code !== undefined && simpleEscapes.includes(code) ? at + 2 : this.fail(at);
		}

		if (!isSurrogate(unit)) return at + 6;
		const other = isHighSurrogate(unit) ? hexUnit(bytes, at + 6, end) : undefined;
		if (other !== undefined && isSurrogate(other) && !isHighSurrogate(other)) return at + 12;
		this.hasLoneSurrogate = true;
		return at + 6;
	}

	#number(bytes: Uint8Array, at: number, end: number): number {
		let next = bytes[at] === byte.minus ? at + 1 : at;
		if (next >= end || !isDigit(bytes[next])) return this.fail(next);
		next = bytes[next] === 0x30 ? next + 1 : digitsFrom(bytes, next, end);
		if (next < end && bytes[next] === 0x2e) {
			const fraction = next + 1;
			next = digitsFrom(bytes, fraction, end);
			if (next === fraction) return this.fail(next);
		}

		if (next < end && (bytes[next] === 0x65 || bytes[next] === 0x45)) {
			next++;
			if (next < end && (bytes[next] === 0x2b || bytes[next] === byte.minus)) next++;
			const exponent = next;
			next = digitsFrom(bytes, exponent, end);
			if (next === exponent) return this.fail(next);
		}

		return next;
	}

	#word(bytes: Uint8Array, at: number, end: number, word: Buffer): number {
		for (let letter = 0; letter < word.length; letter++) {
			if (at + letter >= end || bytes[at + letter] !== word[letter]) return this.fail(at + letter);
		}

		return at + word.length;
	}

	/** Reads an array or an object. A stack of its own, so that no value is nested too deep. */
	#nested(bytes: Uint8Array, at: number, end: number): number {
		let depth = 0;
		let next = at;
		let isFirst = false;
		for (;;) {
			// A value starts here, or the first member or end of an array or object that was opened.
			next = skipWhiteSpace(bytes, next, end);
			const isInObject = depth > 0 && this.#open[depth - 1] === 1;
			const close = isInObject ? byte.closeObject : byte.closeArray;
			if (isFirst && next < end && bytes[next] === close) {
				depth--;
				next++;
			} else {
				if (isInObject) {
					next = this.#key(bytes, next, end);
					if (next === notJson) return notJson;
				}

				isFirst = false;
				const code = bytes[next];
				if (next < end && (code === byte.openObject || code === byte.openArray)) {
					if (depth === this.#open.length) this.#grow();
					this.#open[depth++] = Number(code === byte.openObject);
					isFirst = true;
					next++;
					continue;
				}

				next = this.value(bytes, next, end);
				if (next === notJson) return notJson;
			}

			// Behind a value: the ends of arrays and objects, then a comma.
			for (;;) {
				if (depth === 0) return next;
				next = skipWhiteSpace(bytes, next, end);
				if (next >= end) return this.fail(end);
				const code = bytes[next];
				if (code === byte.comma) {
					next++;
					isFirst = false;
					break;
				}

				if (code !== (this.#open[depth - 1] === 1 ? byte.closeObject : byte.closeArray)) return this.fail(next);
				depth--;
				next++;
			}
		}
	}

	/** Reads a key and its colon. Returns the offset of the value. */
	#key(bytes: Uint8Array, at: number, end: number): number {
		if (at >= end || bytes[at] !== byte.quote) return this.fail(at);
		const behind = this.string(bytes, at, end);
		return behind === notJson ? notJson : this.colon(bytes, behind, end);
	}

	/** Reads the colon behind a key. Returns the offset of the value. */
	colon(bytes: Uint8Array, at: number, end: number): number {
		let next = at;
		while (next < end && isWhiteSpace(bytes[next])) next++;
		if (next >= end || bytes[next] !== byte.colon) return this.fail(next);
		next++;
		while (next < end && isWhiteSpace(bytes[next])) next++;
		return next;
	}

	fail(at: number): typeof notJson {
		this.errorAt = at;
		return notJson;
	}

	#grow(): void {
		const open = new Uint8Array(2 * this.#open.length);
		open.set(this.#open);
		this.#open = open;
	}
}

/** The characters that may follow a backslash, other than `u`. */
const simpleEscapes = Buffer.from('"\\/bfnrt');

/** Returns the code unit of a `\u` escape whose backslash is at `at`. */
function hexUnit(bytes: Uint8Array, at: number, end: number): number | undefined {
	if (at + 6 > end || bytes[at] !== byte.backslash || bytes[at + 1] !== 0x75) return undefined;
	let unit = 0;
	for (let digit = at + 2; digit < at + 6; digit++) {
		const value = hexValue(bytes[digit] as number);
		if (value === -1) return undefined;
		unit = unit * 16 + value;
	}

	return unit;
}

function hexValue(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const letter = code | 0x20;
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function isSurrogate(unit: number): boolean {
	return unit >= 0xd8_00 && unit <= 0xdf_ff;
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd8_00 && unit <= 0xdb_ff;
}

function digitsFrom(bytes: Uint8Array, at: number, end: number): number {
	let next = at;
	while (next < end && isDigit(bytes[next])) next++;
	return next;
}
