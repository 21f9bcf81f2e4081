/** The form of the ids of integrations and teams in Secoda. */
const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;

/** Prefixes of authorization headers, JSON Web Tokens, and tokens of well-known services. */
const knownPrefix =
	/^(?:Bearer\s+\S|(?:[spr]k[-_](?:live|test|proj|ant)[-_]|gh[pousr]_|github_pat_|glpat-|xox[a-z]-|dapi\d|AKIA\d|eyJ)[\w-]{6,})/i;

/** A shorter run of letters and digits is taken for a word or a number. */
const shortestRun = 16;

/** A run of this length without any separator is not taken for a name. */
const longestName = 32;

/**
True if a word is most likely a token: it has a known prefix, or it is long, has neither a path separator nor a dot, and mixes
letters and digits more than names do. A UUID is an id, not a token.
*/
export function looksLikeToken(word: string): boolean {
	const text = word.replaceAll(uuid, '');
	if (knownPrefix.test(text)) return true;
	if (!/^[\w+=~-]+$/.test(text)) return false;
	const runs = text.match(/[a-z\d]+/gi) ?? [];
	const longest = runs.reduce((found, run) => (run.length > found.length ? run : found), '');
	if (longest.length >= shortestRun && new Set(longest).size >= 8) {
		if (longest.length >= longestName || isMixed(longest, /\d/.test(longest) ? 0.22 : 0.4)) return true;
	}

	// Base64 for URLs contains separators.
	const whole = runs.join('');
	const hasAllKinds = /\d/.test(whole) && /[a-z]/.test(whole) && /[A-Z]/.test(whole);
	return whole.length > shortestRun && hasAllKinds && isMixed(whole, 0.3);
}

/** True if a word is a UUID. */
export function isUuid(word: string): boolean {
	return word !== '' && word.replace(uuid, '') === '';
}

/** True if at least this share of adjacent characters differ in kind: lower-case letter, upper-case letter or digit. */
function isMixed(run: string, share: number): boolean {
	const changes = [...run].filter((character, at) => at > 0 && kindOf(character) !== kindOf(run.charAt(at - 1)));
	return changes.length / (run.length - 1) >= share;
}

function kindOf(character: string): 'digit' | 'lower' | 'upper' {
	if (/\d/.test(character)) return 'digit';
	return /[a-z]/.test(character) ? 'lower' : 'upper';
}
