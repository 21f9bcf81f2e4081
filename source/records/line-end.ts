const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Returns where the content of a record ends and its line end (LF, CRLF, CR or none) begins. */
export function contentEnd(bytes: Uint8Array, start: number, end: number): number {
	if (end > start && bytes[end - 1] === carriageReturn) return end - 1;
	if (end === start || bytes[end - 1] !== lineFeed) return end;
	return end - 1 > start && bytes[end - 2] === carriageReturn ? end - 2 : end - 1;
}

/** Returns the line end that a record has in the file; empty for a last record without one. */
export function lineEnd(record: Buffer): Buffer {
	return record.subarray(contentEnd(record, 0, record.length));
}
