/** The bytes that a UTF-8 byte order mark takes at the start of a file. */
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

/** Returns where the text begins, by the first bytes of a file: behind a byte order mark. */
export function textStart(head: Uint8Array): number {
	return byteOrderMark.every((byte, at) => head[at] === byte) ? byteOrderMark.length : 0;
}
