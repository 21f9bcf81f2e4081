import {isUtf8} from 'node:buffer';

/** Bytes that are not assigned in Windows-1252. */
const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** True if invalid UTF-8 is valid Windows-1252 and contains no multi-byte UTF-8 character. */
export function looksLikeWindows1252(bytes: Buffer): boolean {
	const asUtf8 = bytes.toString('utf8').replaceAll('\uFFFD', '');
	return !/[^\0-\u007F]/.test(asUtf8) && !bytes.some(byte => undefinedBytes.has(byte));
}

/** Returns the likely encoding of bytes that are not UTF-8; `undefined` for UTF-8, or if it is not recognized. */
export function likelyEncoding(bytes: Buffer): 'windows-1252' | undefined {
	return !isUtf8(bytes) && looksLikeWindows1252(bytes) ? 'windows-1252' : undefined;
}
