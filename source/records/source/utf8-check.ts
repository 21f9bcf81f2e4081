import {isUtf8} from 'node:buffer';
import type {Slice} from './slices.ts';

/** The UTF-8 validity of a record. */
export type Utf8 = 'valid' | 'invalid';

/**
Checks which records of a file are UTF-8. The new bytes of a slice are checked at once; only if some are not UTF-8, each record is
checked alone.
*/
export class Utf8Check {
	#bytes: Buffer = Buffer.alloc(0);
	/** The start of the bytes that were kept from the previous slice. */
	#from = 0;
	/** True if the bytes of the slice and those kept for it are UTF-8. */
	#isValid = true;
	#isKeptValid = true;
	/** The number of bytes at the end of the slice that are checked with the next one: they may be part of a character. */
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

/** Returns the end of the last whole character between `from` and `to`, if a part of another may follow it. */
function endOfCharacters(bytes: Buffer, from: number, to: number): number {
	let end = to;
	while (end > from && to - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
	if (end > from && (bytes[end - 1] ?? 0) >= 0xc0) end--;
	return end;
}
