import {isUtf8} from 'node:buffer';
import type {Slice} from './slices.ts';

/** The UTF-8 validity of a record. */
export type Utf8 = 'valid' | 'invalid';

/**
Checks which records of a file are UTF-8. The bytes of a slice are looked at all at once, those that were kept from the
slice before not again; only where some of them are not UTF-8 each record is looked at alone.
*/
export class Utf8Check {
	#bytes: Buffer = Buffer.alloc(0);
	/** Where the bytes begin that were kept from the slice before. */
	#from = 0;
	/** True if the bytes of the slice are UTF-8, and those that were kept for it. */
	#isValid = true;
	#isKeptValid = true;
	/** Bytes at the end of the slice that are looked at with the next: they may be a part of a character. */
	#left = 0;

	startSlice({bytes, from, fresh, to, isEnd}: Slice): void {
		const start = Math.max(from, fresh - this.#left);
		const end = isEnd ? to : endOfCharacters(bytes, start, to);
		this.#bytes = bytes;
		this.#from = from;
		this.#isKeptValid = from === fresh || (this.#isKeptValid && this.#isValid);
		this.#isValid = isUtf8(bytes.subarray(start, end));
		this.#left = to - end;
	}

	/** True if the record from `start` to `end` of the slice is UTF-8. */
	isValid(start: number, end: number): boolean {
		if (this.#isValid && (this.#isKeptValid || start > this.#from)) return true;
		return isUtf8(this.#bytes.subarray(start, end));
	}
}

/** Where the last whole character that lies between `from` and `to` ends, if a part of another may follow it. */
function endOfCharacters(bytes: Buffer, from: number, to: number): number {
	let end = to;
	while (end > from && to - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
	if (end > from && (bytes[end - 1] ?? 0) >= 0xc0) end--;
	return end;
}
