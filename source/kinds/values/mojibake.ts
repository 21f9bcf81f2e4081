import {isUtf8} from 'node:buffer';

/** The characters that Windows-1252 writes as the bytes from 0x80 on; the bytes that it does not assign are control characters. */
const upperHalf = [
	'\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F',
	'\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178',
].join('');

const bytesOf: ReadonlyMap<string, number> = new Map([...upperHalf].map((character, at) => [character, 0x80 + at]));

/** Returns the text that was read in Windows-1252 although it is UTF-8 (`LibellÃ©`); `undefined` for any other text. */
export function withoutMojibake(text: string): string | undefined {
	if (/^[\u0000-\u007F]*$/.test(text)) return undefined;
	const bytes: number[] = [];
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const byte = bytesOf.get(character) ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : undefined);
		if (byte === undefined) return undefined;
		bytes.push(byte);
	}

	const written = Buffer.from(bytes);
	return isUtf8(written) ? written.toString() : undefined;
}

/**
True if the bytes of a text may be mojibake: its first character outside of ASCII is one from U+00C2 to U+00F4, which begins a sequence
of UTF-8 there, and no ASCII follows it.
*/
export function mayBeMojibake(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && (bytes[at] as number) < 0x80) at++;
	return at + 2 < end && bytes[at] === 0xc3 && (bytes[at + 2] as number) >= 0x80;
}
