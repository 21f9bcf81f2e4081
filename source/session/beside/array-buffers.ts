/** Returns the memory of all typed arrays in a value, so that a message moves it and copies nothing. */
export function arrayBuffersIn(value: unknown): readonly ArrayBuffer[] {
	const found = new Set<ArrayBuffer>();
	collect(value, found);
	return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
	if (typeof value !== 'object' || value === null) return;
	if (!ArrayBuffer.isView(value)) {
		for (const part of Object.values(value)) collect(part, found);
	} else if (value.buffer instanceof ArrayBuffer) {
		found.add(value.buffer);
	}
}
