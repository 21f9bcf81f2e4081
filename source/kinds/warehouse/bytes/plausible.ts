import {byteClass, classes, isSpace, trimmedEnd, trimmedStart} from '../../bytes/classes.ts';

/*
Prechecks of the bytes of a cell. If one passes, no rule finds a problem; otherwise the rules are applied. Prechecks make the check
fast and never decide its result.
*/

/** Returns the classes of a name's bytes. Without `odd`, no rule about names finds a problem. */
export function nameClasses(bytes: Uint8Array, start: number, end: number): number {
	const bare = start < end && !isSpace(bytes[start] as number) && !isSpace(bytes[end - 1] as number);
	let found: number = bare && !mayBeNullMark(bytes, start, end) ? 0 : byteClass.odd;
	for (let at = start; at < end; at++) found |= classes[bytes[at] as number] as number;
	return found;
}

/** True if the text may be a null placeholder (not empty); false for nearly all other texts. */
export function mayBeNullMark(bytes: Uint8Array, start: number, end: number): boolean {
	if (end - start > 4 && !isSpace(bytes[start] as number) && !isSpace(bytes[end - 1] as number)) return false;
	const from = trimmedStart(bytes, start, end);
	const first = bytes[from];
	return from < end && (first === 0x6e || first === 0x4e || first === 0x5c) && trimmedEnd(bytes, from, end) - from <= 4;
}

/** True if the text is empty, or digits with an optional sign. */
export function isPlainInteger(bytes: Uint8Array, start: number, end: number): boolean {
	const sign = bytes[start];
	const from = end - start > 1 && (sign === 0x2b || sign === 0x2d) ? start + 1 : start;
	return areDigits(bytes, from, end);
}

/** True if the text is empty, or at most ten digits. */
export function isPlainEpoch(bytes: Uint8Array, start: number, end: number): boolean {
	return end - start <= 10 && areDigits(bytes, start, end);
}

/** True if the text is empty, or `true` or `false` in any case. */
export function isPlainBoolean(bytes: Uint8Array, start: number, end: number): boolean {
	const word = end - start === 4 ? 'true' : 'false';
	if (end - start !== word.length) return start === end;
	for (let at = 0; at < word.length; at++) {
		if (((bytes[start + at] as number) | 0x20) !== word.charCodeAt(at)) return false;
	}

	return true;
}

function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const byte = bytes[at] as number;
		if (byte < 0x30 || byte > 0x39) return false;
	}

	return true;
}
