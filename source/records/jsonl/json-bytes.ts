/** The bytes that JSON gives a meaning [RFC 8259]. */
export const byte = {
	tab: 0x09,
	lineFeed: 0x0a,
	carriageReturn: 0x0d,
	space: 0x20,
	quote: 0x22,
	comma: 0x2c,
	minus: 0x2d,
	colon: 0x3a,
	openArray: 0x5b,
	backslash: 0x5c,
	closeArray: 0x5d,
	openObject: 0x7b,
	closeObject: 0x7d,
} as const;

/** The types of a JSON value. */
export const jsonType = {
	/** The object does not have the key. */
	absent: 0,
	null: 1,
	string: 2,
	number: 3,
	boolean: 4,
	array: 5,
	object: 6,
} as const;

export function isDigit(code: number | undefined): boolean {
	return code !== undefined && code >= 0x30 && code <= 0x39;
}

export function isWhiteSpace(code: number | undefined): boolean {
	return code === byte.space || code === byte.carriageReturn || code === byte.tab || code === byte.lineFeed;
}

/** Returns the offset of the first byte from `at` on that is not white space, or `end`. */
export function skipWhiteSpace(bytes: Uint8Array, at: number, end: number): number {
	let next = at;
	while (next < end && isWhiteSpace(bytes[next])) next++;
	return next;
}

/** Returns the offset of the first byte from `at` on that is not ASCII white space, or `end`. */
export function skipBlanks(bytes: Uint8Array, at: number, end: number): number {
	let next = at;
	while (
		next < end &&
		(bytes[next] === byte.space ||
			((bytes[next] as number) >= byte.tab && (bytes[next] as number) <= byte.carriageReturn))
	)
		next++;
	return next;
}
