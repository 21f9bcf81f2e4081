/** The same numbers with room for `length` of them. Memory is taken only where it is written to. */
export function enlarged(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
	if (length <= from.length) return from;
	const to = new Int32Array(length);
	to.set(from);
	return to;
}
