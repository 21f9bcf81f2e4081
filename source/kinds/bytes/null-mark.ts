import {isSpace, trimmedEnd, trimmedStart} from './classes.ts';

/** True if the text may be a null placeholder (not empty); false for nearly all other texts. */
export function mayBeNullMark(bytes: Uint8Array, start: number, end: number): boolean {
	if (end - start > 4 && !isSpace(bytes[start] as number) && !isSpace(bytes[end - 1] as number)) return false;
	const from = trimmedStart(bytes, start, end);
	const first = bytes[from];
	return from < end && (first === 0x6e || first === 0x4e || first === 0x5c) && trimmedEnd(bytes, from, end) - from <= 4;
}
