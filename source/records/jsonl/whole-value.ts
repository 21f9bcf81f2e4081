import {byte, isWhiteSpace} from './json-bytes.ts';

/** The state of a text that may be one JSON value. */
export type WholeValueState =
	/** The text so far can be the start of one value over several lines. */
	| 'open'
	/** The text is something else. */
	| 'other';

/** The tokens that may come next. */
type Expected = 'value' | 'item-or-end' | 'key' | 'key-or-end' | 'colon' | 'end';

const word = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

/** A longer token is not a word or a number that anyone writes. */
const longestWord = 4096;

/**
Finds out whether a text is one JSON value over several lines, by pieces of its bytes. It keeps nothing of the text, and stops at the
end of the first line if that is JSON alone.
*/
export class WholeValue {
	state: WholeValueState = 'open';
	#expected: Expected = 'value';
	/** The open arrays and objects: true for an object. */
	readonly #open: boolean[] = [];
	#hasLineEnd = false;
	/** True once the value has ended. */
	#isDone = false;
	#inString = false;
	#isKey = false;
	#isEscape = false;
	/** The hexadecimal digits that a `\u` escape still needs. */
	#digits = 0;
	/** The word or number that is being read. */
	#word = '';
	readonly #decoder = new TextDecoder('utf-8', {fatal: true});

	/** Reads the next bytes. */
	add(bytes: Uint8Array): WholeValueState {
		for (let at = 0; at < bytes.length && this.state === 'open'; at++) this.#read(bytes[at] as number);
		if (this.state === 'open') this.#decode(bytes, {stream: true});
		return this.state;
	}

	/** True if the text, which has ended, is one value over several lines. */
	end(): boolean {
		if (this.#word !== '') this.#endWord();
		if (this.state === 'open') this.#decode(new Uint8Array(0), {stream: false});
		return this.state === 'open' && this.#isDone && this.#hasLineEnd;
	}

	#decode(bytes: Uint8Array, options: {readonly stream: boolean}): void {
		try {
			this.#decoder.decode(bytes, options);
		} catch {
			this.state = 'other';
		}
	}

	#read(code: number): void {
		if (this.#inString) this.#readInString(code);
		else if (isWhiteSpace(code) || isMark(code)) {
			if (this.#word !== '') this.#endWord();
			if (this.state === 'open') this.#readBetween(code);
		} else if (this.#word === '' && code === byte.quote) this.#startString();
		else if (this.#word.length < longestWord && (this.#word !== '' || this.#mayStartValue())) {
			this.#word += String.fromCharCode(code);
		} else this.state = 'other';
	}

	/** Reads white space or a mark. */
	#readBetween(code: number): void {
		switch (code) {
			case byte.openArray:
			case byte.openObject:
				if (!this.#mayStartValue()) this.state = 'other';
				this.#open.push(code === byte.openObject);
				this.#expected = code === byte.openObject ? 'key-or-end' : 'item-or-end';
				return;
			case byte.closeArray:
			case byte.closeObject:
				this.#close(code);
				return;
			case byte.comma: {
				const isObject = this.#open.at(-1);
				if (this.#expected !== 'end' || isObject === undefined) this.state = 'other';
				this.#expected = isObject === true ? 'key' : 'value';
				return;
			}

			case byte.colon:
				if (this.#expected !== 'colon') this.state = 'other';
				this.#expected = 'value';
				return;
			case byte.lineFeed:
				// Blank lines before the value are not part of it; a value that ends with its first line is a record.
				if (this.#isDone && !this.#hasLineEnd) this.state = 'other';
				else if (this.#expected !== 'value' || this.#open.length > 0) this.#hasLineEnd = true;
				return;
			default:
		}
	}

	#close(code: number): void {
		const isObject = code === byte.closeObject;
		const mayEnd = this.#expected === 'end' || this.#expected === (isObject ? 'key-or-end' : 'item-or-end');
		if (!mayEnd || this.#open.pop() !== isObject) this.state = 'other';
		this.#endValue();
	}

	#mayStartValue(): boolean {
		return this.#expected === 'value' || this.#expected === 'item-or-end';
	}

	#endValue(): void {
		this.#expected = 'end';
		if (this.#open.length === 0) this.#isDone = true;
	}

	#endWord(): void {
		if (!word.test(this.#word)) this.state = 'other';
		this.#word = '';
		this.#endValue();
	}

	#startString(): void {
		this.#isKey = this.#expected === 'key' || this.#expected === 'key-or-end';
		if (!this.#isKey && !this.#mayStartValue()) this.state = 'other';
		this.#inString = true;
	}

	#readInString(code: number): void {
		if (this.#digits > 0) {
			this.#digits--;
			if (!/[0-9a-fA-F]/.test(String.fromCharCode(code))) this.state = 'other';
		} else if (this.#isEscape) {
			this.#isEscape = false;
			const character = String.fromCharCode(code);
			if (character === 'u') this.#digits = 4;
			else if (!'"\\/bfnrt'.includes(character)) this.state = 'other';
		} else if (code === byte.backslash) this.#isEscape = true;
		else if (code < byte.space) this.state = 'other';
		else if (code === byte.quote) {
			this.#inString = false;
			if (this.#isKey) this.#expected = 'colon';
			else this.#endValue();
		}
	}
}

function isMark(code: number): boolean {
	switch (code) {
		case byte.openArray:
		case byte.closeArray:
		case byte.openObject:
		case byte.closeObject:
		case byte.comma:
		case byte.colon:
			return true;
		default:
			return false;
	}
}
