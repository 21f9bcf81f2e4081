import leven from 'leven';

/** Returns the candidate that is most similar to a mistyped word; `undefined` if none is similar. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	// At least one character of the word must be unchanged.
	const most = Math.min(word.length - 1, Math.max(1, Math.min(3, Math.floor(word.length / 2.5))));
	let found: string | undefined;
	let least = most + 1;
	for (const candidate of candidates) {
		const distance = leven(word.toLowerCase(), candidate.toLowerCase(), {maxDistance: least});
		if (distance >= least) continue;
		least = distance;
		found = candidate;
	}

	return found;
}
