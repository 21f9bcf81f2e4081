/** Characters that a regular expression matches without regard to case, but that changing case does not produce. */
const oneWay = [
	...'\u212A\u017F\u212B\u1E9E\u01C5\u01C8\u01CB\u01F2\u1FBE\u1FD3\u0390\u1FE3\u03B0\u03D0\u03F5\u03D1\u03F4\u0345\u03F0\u00B5\u03D6\u03F1',
	...'\u03C2\u03D5\u2126\u1C80\u1C81\u1C82\u1C83\u1C84\u1C85\u1C86\u1C87\u1C88\u1E9B\u1F88\u1F89\u1F8A\u1F8B\u1F8C\u1F8D\u1F8E\u1F8F',
	...'\u1F98\u1F99\u1F9A\u1F9B\u1F9C\u1F9D\u1F9E\u1F9F\u1FA8\u1FA9\u1FAA\u1FAB\u1FAC\u1FAD\u1FAE\u1FAF\u1FBC\u1FCC\u1FFC\uFB05\uFB06',
];

/** Returns every character that a regular expression with the flags `iu` treats as equal to this one. */
export function caseVariants(character: string): readonly string[] {
	const found = new Set([character]);
	for (const other of changedCase(character)) {
		found.add(other);
		for (const again of changedCase(other)) found.add(again);
	}

	const same = new RegExp(`^${escapePattern(character)}$`, 'iu');
	return [...found, ...oneWay.filter(other => !found.has(other))].filter(other => same.test(other));
}

function changedCase(character: string): readonly string[] {
	return [character.toLowerCase(), character.toUpperCase()].filter(other => [...other].length === 1);
}

/** Escapes a text for use in a regular expression. */
export function escapePattern(text: string): string {
	return text.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, '\\$&');
}

/** True if a search for this text is case-sensitive: if it has an upper-case letter. */
export function isCaseSensitive(text: string): boolean {
	return /\p{Lu}|\p{Lt}/u.test(text);
}
