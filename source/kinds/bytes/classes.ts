/** The classes of the bytes of a name, as bits. The classes of a name are those of all its bytes. */
export const byteClass = {
	/** A rule may find a problem: a period, a control character, or the first byte of a possibly invisible character. */
	odd: 1,
	/** A letter from A to Z. */
	upper: 2,
	/** A byte of a character outside ASCII. */
	wide: 4,
} as const;

const {odd, upper, wide} = byteClass;

/** UTF-8 lead bytes of the blocks with invisible characters: U+0080-00BF, U+2000-2FFF, U+F000-FFFF. */
const invisibleLeads: ReadonlySet<number> = new Set([0xc2, 0xe2, 0xef]);

/** The class of each byte value. */
export const classes = Uint8Array.from({length: 256}, (_, byte) => {
	if (byte >= 0x80) return wide | (invisibleLeads.has(byte) ? odd : 0);
	if (byte < 0x20 || byte === 0x7f || byte === 0x2e) return odd;
	return byte >= 0x41 && byte <= 0x5a ? upper : 0;
});

/** Maps each byte to its ASCII lower case. */
export const lowerCase = Uint8Array.from({length: 256}, (_, byte) =>
	byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/** True if a byte is ASCII white space, which trimming removes. */
export function isSpace(byte: number): boolean {
	return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Returns the start of the trimmed text. */
export function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && isSpace(bytes[at] as number)) at++;
	return at;
}

/** Returns the end of the trimmed text. */
export function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
	let at = end;
	while (at > start && isSpace(bytes[at - 1] as number)) at--;
	return at;
}
