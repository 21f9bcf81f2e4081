/** Bytes that are not assigned in Windows-1252. */
const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** True if invalid UTF-8 is valid Windows-1252 and contains no multi-byte UTF-8 character. */
export function looksLikeWindows1252(bytes: Buffer): boolean {
	const asUtf8 = bytes.toString('utf8').replaceAll('\uFFFD', '');
	return !/[^\0-\u007F]/.test(asUtf8) && !bytes.some(byte => undefinedBytes.has(byte));
}
