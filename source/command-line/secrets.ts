import {isUuid, looksLikeToken} from '../text/looks-like-token.ts';

/** Names of options that suggest a secret value. The program itself has only `--token` of the sandbox. */
const secretName = /token|secret|password|api-?key|bearer|authorization/i;

/** Options that never take an id, so that a UUID there may be a token. */
const takesNoId = /^--?(?:approve|port|wait|timeout|limit|format|max-|min-|encoding|delimiter|header-row)/;

/** Returns the arguments and the values of environment variables that must never be printed. */
export function secretsIn(argv: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
	const {SECODA_API_TOKEN: token, SECODA_UPLOAD_URL: url = '', SECODA_UPLOAD_INTEGRATION: integration = ''} = env;
	const isSandbox = argv.find(word => !word.startsWith('-')) === 'sandbox';
	const words = argv.flatMap((word, at) => {
		// The token of a sandbox is valid only there, so it may be shown.
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

/** A path is not a secret: for `--token-file`, only a value that looks like a token is. */
function isSecretValue(option: string, value: string): boolean {
	if (looksLikeToken(value)) return true;
	if (isUuid(value)) return takesNoId.test(option);
	return secretName.test(option) && !/file|with|keep/.test(option) && !value.startsWith('-');
}
