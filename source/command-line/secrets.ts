import {isUuid, looksLikeToken} from '../text/looks-like-token.ts';

/** Names of options whose value is meant as a secret. The program has none of them but the sandbox's own `--token`. */
const secretName = /token|secret|password|api-?key|bearer|authorization/i;

/** Options whose value is never an id, so that a UUID there can be a token. */
const takesNoId = /^--?(?:approve|port|wait|timeout|limit|format|max-|min-|encoding|delimiter)/;

/** Returns the words of a command line, and the values of variables, that no output may repeat. */
export function secretsIn(argv: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
	const {SECODA_API_TOKEN: token, SECODA_UPLOAD_URL: url = '', SECODA_UPLOAD_INTEGRATION: integration = ''} = env;
	const isSandbox = argv.find(word => !word.startsWith('-')) === 'sandbox';
	const words = argv.flatMap((word, at) => {
		// The token of a sandbox opens nothing but itself, so it is shown.
		if (isSandbox && (argv[at - 1] === '--token' || word.startsWith('--token='))) return [];
		return secretsOf(word, argv[at - 1]);
	});
	const misplaced = [url, integration].filter(looksLikeToken);
	return [...words, ...misplaced, ...(token === undefined ? [] : [token, token.trim()])];
}

function secretsOf(word: string, before = ''): readonly string[] {
	const [, option = '', value] = /^-{1,2}([^=]+)=(.*)$/s.exec(word) ?? [];
	if (value !== undefined && isSecretValue(`--${option}`, value)) return [value];
	if (before.startsWith('-') && !before.includes('=') && isSecretValue(before, word)) return [word];
	const bare = word.replace(/^-+/, '');
	return looksLikeToken(bare) ? [bare] : bare.split(/[=:,]/).filter(looksLikeToken);
}

/** A path is no secret: of `--token-file` only what looks like the token itself is. */
function isSecretValue(option: string, value: string): boolean {
	if (looksLikeToken(value)) return true;
	if (isUuid(value)) return takesNoId.test(option);
	return secretName.test(option) && !/file|with|keep/.test(option) && !value.startsWith('-');
}
