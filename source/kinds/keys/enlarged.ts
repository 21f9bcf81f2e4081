/** Returns a copy with capacity for `length` numbers, or the array itself if it is large enough. */
export function enlarged(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
	if (length <= from.length) return from;
	const to = new Int32Array(length);
	to.set(from);
	return to;
}
