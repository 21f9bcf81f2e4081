import leven from 'leven';

/** The candidate that a mistyped word was most likely meant to be; `undefined` when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	// A word of which nothing is left was not meant.
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
