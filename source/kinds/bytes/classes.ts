/** What a byte of a name can mean; a name's classes are those of its bytes together. */
export const byteClass = {
	/** A rule may hold: a period, a control character, or the start of a character that may be invisible. */
	odd: 1,
	/** A letter from A to Z. */
	upper: 2,
	/** A part of a character beyond ASCII. */
	wide: 4,
} as const;

const {odd, upper, wide} = byteClass;

/** First bytes, in UTF-8, of the blocks that hold invisible characters: U+0080-00BF, U+2000-2FFF, U+F000-FFFF. */
const invisibleLeads: ReadonlySet<number> = new Set([0xc2, 0xe2, 0xef]);

/** The classes of each byte of a name. */
export const classes = Uint8Array.from({length: 256}, (_, byte) => {
	if (byte >= 0x80) return wide | (invisibleLeads.has(byte) ? odd : 0);
	if (byte < 0x20 || byte === 0x7f || byte === 0x2e) return odd;
	return byte >= 0x41 && byte <= 0x5a ? upper : 0;
});

/** For each byte its lower-case letter, or itself. */
export const lowerCase = Uint8Array.from({length: 256}, (_, byte) =>
	byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** Whether a byte is ASCII white space, which trimming takes away. */
export function isSpace(byte: number): boolean {
	return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Where the trimmed text starts. */
export function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isSpace(bytes[at] as number)) at++;
	return at;
}

/** Where the trimmed text ends. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && isSpace(bytes[at - 1] as number)) at--;
	return at;
}
