/** Maximum number of bytes to compare, each with a bit in a number. */
const mostBytes = 30;

/**
Returns what finds a text whose characters have variants of the same number of bytes: bytes of which each is in the set of its place. It
can also find bytes that mix variants. The search skips bytes (Horspool).
*/
export function byteSets(variants: ReadonlyArray<readonly string[]>): (bytes: Buffer, from: number) => number {
	const sets = variants.flatMap(setsOf).slice(0, mostBytes);
	const last = sets.length - 1;
	/** By byte: a bit for each place whose set has the byte, and how far to go on where the byte is in the last place. */
	const places = new Int32Array(256);
	const steps = new Int32Array(256).fill(sets.length);
	for (const [place, set] of sets.entries()) {
		for (const byte of set) {
			places[byte] = (places[byte] ?? 0) | (1 << place);
			if (place < last) steps[byte] = last - place;
		}
	}

	return (bytes, from) => {
		for (let end = from + last; end < bytes.length; end += steps[bytes[end] as number] as number) {
			let place = last;
			while (place >= 0 && (((places[bytes[end - last + place] as number] as number) >> place) & 1) === 1) place--;
			if (place < 0) return end - last;
		}

		return -1;
	};
}

/** Returns the bytes that variants of a character have in each place. */
function setsOf(variants: readonly string[]): ReadonlyArray<readonly number[]> {
	const all = variants.map(variant => [...Buffer.from(variant)]);
	return (all[0] ?? []).map((_, place) => [...new Set(all.flatMap(bytes => bytes[place] ?? []))]);
}
