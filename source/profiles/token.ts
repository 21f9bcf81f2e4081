import {open, stat} from 'node:fs/promises';
import {inspect} from 'node:util';
import {TokenError} from './token-error.ts';

/** An API token that does not show itself: printing, logging or serialising it gives a placeholder. */
export class Token {
	readonly #value: string;

	constructor(value: string) {
		this.#value = value;
	}

	/** The token itself, for the one place that sends it. */
	reveal(): string {
		return this.#value;
	}

	toString(): string {
		return '[token]';
	}

	toJSON(): string {
		return '[token]';
	}

	[inspect.custom](): string {
		return '[token]';
	}
}

/** Takes away what comes along when a token is copied: line ends, white space, quotes, `Bearer `. @throws TokenError */
export function cleanToken(text: string): Token {
	const bare = text
		.trim()
		.replace(/^(["'])(.*)\1$/s, '$2')
		.replace(/^Bearer(?:\s+|$)/i, '')
		.replace(/^(["'])(.*)\1$/s, '$2')
		.trim();
	if (bare === '')
		throw new TokenError('malformed', 'The token is empty.', 'Copy it again from Settings > API in Secoda.');
	if (!/^[\u0021-\u007E]+$/.test(bare)) {
		throw new TokenError(
			'malformed',
			'The token holds spaces or characters that no token has.',
			'Copy it again, alone and whole, from Settings > API in Secoda.',
		);
	}

	return new Token(bare);
}

export type TokenRequest = {
	readonly env: NodeJS.ProcessEnv;
	readonly tokenFile?: string | undefined;
	/** Asks the keyring; absent where no profile says which token. */
	readonly stored?: (() => Promise<Token | undefined>) | undefined;
};

/** A token, and what is to be said about where it came from. */
export type TokenFound = {readonly token: Token; readonly notice?: string};

/** Reads the token: the file that was named, else `SECODA_API_TOKEN`, else the keyring. @throws TokenError */
export async function readToken({env, tokenFile, stored}: TokenRequest): Promise<TokenFound> {
	if (tokenFile !== undefined) return readTokenFile(tokenFile);
	const {SECODA_API_TOKEN: fromEnvironment} = env;
	if (fromEnvironment) return {token: cleanToken(fromEnvironment), notice: 'Using the token in SECODA_API_TOKEN.'};
	const token = await stored?.();
	if (token !== undefined) return {token};
	throw new TokenError(
		'no-token',
		'There is no API token.',
		'Set SECODA_API_TOKEN, or name a file that holds it with --token-file. A token is made under Settings > API in Secoda.',
	);
}

async function readTokenFile(path: string): Promise<TokenFound> {
	const {text, isOpenToOthers} = await readPrivately(path).catch(error => {
		throw unreadable(path, error);
	});
	const token = cleanToken(text);
	return isOpenToOthers ? {token, notice: `Others on this machine can read ${path}: "chmod 600" it.`} : {token};
}

/** No token is longer than this, in bytes; whoever names a device or a data file has made a mistake. */
export const longestTokenFile = 64 * 1024;

/** Reads a small file that holds a secret, and whether others can read it too. @throws what the system says */
export async function readPrivately(path: string): Promise<{readonly text: string; readonly isOpenToOthers: boolean}> {
	// To open a pipe that has a name would wait for its writer, for good if need be.
	if ((await stat(path)).isFIFO() && !/^\/(?:dev|proc)\//.test(path)) throw new Error('it is a pipe');
	const handle = await open(path);
	try {
		const {mode} = await handle.stat();
		const {bytesRead, buffer} = await handle.read(Buffer.alloc(longestTokenFile + 1), 0, longestTokenFile + 1, null);
		if (bytesRead > longestTokenFile) throw new Error('it is too long for a token');
		return {
			text: buffer.toString('utf8', 0, bytesRead),
			isOpenToOthers: process.platform !== 'win32' && (mode & 0o077) !== 0,
		};
	} finally {
		await handle.close();
	}
}

export function unreadable(path: string, {message}: Error): TokenError {
	return new TokenError(
		'bad-token-file',
		`The token file ${path} cannot be read: ${message}.`,
		'Check the path and its permissions.',
	);
}
