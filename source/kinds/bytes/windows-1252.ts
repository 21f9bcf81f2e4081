/** Bytes that Windows-1252 gives no meaning. */
const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Whether bytes that are not UTF-8 read as Windows-1252, and no part of them as UTF-8. */
export function looksLikeWindows1252(bytes: Buffer): boolean {
	const asUtf8 = bytes.toString('utf8').replaceAll('\uFFFD', '');
	return !/[^\0-\u007F]/.test(asUtf8) && !bytes.some(byte => undefinedBytes.has(byte));
}
