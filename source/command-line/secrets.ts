/** Names of options whose value is meant as a secret. The program has none of them but the sandbox's own `--token`. */
const secretName = /token|secret|password|api-?key|bearer|authorization/i;

/** A word that can hardly be anything but a credential. */
const credential = /^(?:Bearer\s.+|eyJ[\w-]{10,}.*)$/i;

/** Returns the words of a command line, and the value of the variable, that no output may repeat. */
export function secretsIn(argv: readonly string[], {SECODA_API_TOKEN: variable}: NodeJS.ProcessEnv): readonly string[] {
	// The token of a sandbox opens nothing but itself, so it is shown.
	const words = argv.includes('sandbox') ? [] : argv.flatMap((word, at) => secretsOf(word, argv[at - 1]));
	return variable === undefined ? words : [...words, variable, variable.trim()];
}

function secretsOf(word: string, before = ''): readonly string[] {
	const [, name = '', value] = /^-{1,2}([^=]+)=(.*)$/s.exec(word) ?? [];
	if (value !== undefined) return secretName.test(name) && isSecretValue(name, value) ? [value] : [];
	if (word.startsWith('-')) return [];
	const isOption = before.startsWith('-') && !before.includes('=');
	if (isOption && secretName.test(before)) return isSecretValue(before, word) ? [word] : [];
	return credential.test(word) || (!isOption && isRandom(word)) ? [word] : [];
}

/** A path is no secret: of `--token-file` only what looks like the token itself is. */
function isSecretValue(option: string, value: string): boolean {
	return !/file|with|keep/.test(option) || credential.test(value) || isRandom(value);
}

/** True for a long run of letters and digits in no order, without a file name's extension. Ids with hyphens are not random. */
function isRandom(word: string): boolean {
	if (!/^[\w.~+=-]+$/.test(word) || /\.\w{1,5}$/.test(word)) return false;
	const [run] = /[a-z\d]{20,}/i.exec(word) ?? [];
	return run !== undefined && (run.match(/[a-z]\d/gi) ?? []).length >= 3;
}
