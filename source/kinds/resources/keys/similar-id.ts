/** A longer id is too slow to search for. */
const longestId = 300;

/**
Returns the only id at edit distance 1 from a text: with one character more, fewer or another. `isId` is true for ids, `characters` are
those that occur in ids.
*/
export function idAtDistanceOne(
	text: string,
	characters: readonly string[],
	isId: (text: string) => boolean,
): string | undefined {
	const letters = [...text];
	if (letters.length > longestId) return undefined;
	const found = new Set<string>();
	for (const variant of variants(letters, characters)) {
		if (variant === text || !isId(variant)) continue;
		found.add(variant);
		if (found.size > 1) return undefined;
	}

	return [...found][0];
}

function* variants(letters: readonly string[], characters: readonly string[]): Generator<string, void, void> {
	for (let at = 0; at <= letters.length; at++) {
		const before = letters.slice(0, at).join('');
		const from = letters.slice(at).join('');
		const after = letters.slice(at + 1).join('');
		if (at < letters.length) yield before + after;
		for (const character of characters) {
			yield before + character + from;
			if (at < letters.length) yield before + character + after;
		}
	}
}
