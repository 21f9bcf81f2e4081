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

/** A byte that the UTF-8 of every mojibake contains. */
export const mojibakeByte = 0xc3;

/** The first bytes of the characters that Windows-1252 writes as 0x80 to 0xBF: the other bytes of a sequence of UTF-8. */
const continued: ReadonlySet<number> = new Set([0xc2, 0xc5, 0xc6, 0xcb, 0xe2]);

/** True if the bytes of a text may be mojibake, by its first character outside of ASCII. */
export function mayBeMojibake(bytes: Uint8Array, start: number, end: number): boolean {
	let at = start;
	while (at < end && (bytes[at] as number) < 0x80) at++;
	return mayStartMojibake(bytes, at, end);
}

/** True for a character from U+00C2 to U+00F4, which begins a sequence of UTF-8 in mojibake, and one that continues it. */
export function mayStartMojibake(bytes: Uint8Array, at: number, end: number): boolean {
	return at + 2 < end && bytes[at] === mojibakeByte && continued.has(bytes[at + 2] as number);
}
