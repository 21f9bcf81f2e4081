import {byte} from './json-bytes.ts';

/** A place in a text, for people: both numbers start at 1, and the column counts characters. */
export type TextPlace = {readonly line: number; readonly column: number};

/** Counts lines and characters of UTF-8 that is read in order. */
export class TextPosition implements TextPlace {
	line = 1;
	column = 1;

	/** Moves behind the bytes from `start` to `end`. */
	advance(bytes: Uint8Array, start: number, end: number): void {
		let {line, column} = this;
		for (let at = start; at < end; at++) {
			const code = bytes[at] as number;
			if (code === byte.lineFeed) {
				line++;
				column = 1;
			} else if (!isContinuation(code)) {
				column++;
			}
		}

		this.line = line;
		this.column = column;
	}
}

/** True for a byte that continues a character of UTF-8. */
export function isContinuation(code: number | undefined): boolean {
	return ((code ?? 0) & 0xc0) === 0x80;
}
