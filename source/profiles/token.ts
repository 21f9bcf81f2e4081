import {openSync} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {Socket} from 'node:net';
import {addAbortSignal, type Readable} from 'node:stream';
import {inspect} from 'node:util';
import {addSecret} from './known-secrets.ts';
import {type TokenError, tokenError} from './token-error.ts';

/** An API token that does not show itself: printing, logging or serialising it gives a placeholder, and so does every output. */
export class Token {
	readonly #value: string;

	constructor(value: string) {
		this.#value = value;
		addSecret(value);
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
		throw tokenError('malformed-token', 'The token is empty.', 'Copy it again from Settings > API in Secoda.');
	if (!/^[\u0021-\u007E]+$/.test(bare)) {
		throw tokenError(
			'malformed-token',
			'The token holds spaces or characters that no token has.',
			'Copy it again, alone and whole, from Settings > API in Secoda.',
		);
	}

	return new Token(bare);
}

export type TokenSources = {
	readonly env: NodeJS.ProcessEnv;
	readonly tokenFile?: string | undefined;
	/** Asks the keyring; absent where no profile says which token. */
	readonly stored?: (() => Promise<Token | undefined>) | undefined;
	/** Ends the wait for a file that is a pipe. */
	readonly signal?: AbortSignal | undefined;
};

/** A token, and what is to be said about where it came from. */
export type FoundToken = {readonly token: Token; readonly notice?: string};

/** Reads the token: the file that was named, else `SECODA_API_TOKEN`, else the keyring. @throws TokenError */
export async function readToken({env, tokenFile, stored, signal}: TokenSources): Promise<FoundToken> {
	if (tokenFile !== undefined) return readTokenFile(tokenFile, signal);
	const {SECODA_API_TOKEN: fromEnvironment} = env;
	if (fromEnvironment) return {token: cleanToken(fromEnvironment), notice: 'Using the token in SECODA_API_TOKEN.'};
	const token = await stored?.();
	if (token !== undefined) return {token};
	throw tokenError(
		'no-token',
		'There is no API token.',
		'Set SECODA_API_TOKEN, or name a file that holds it with --token-file. A token is made under Settings > API in Secoda.',
	);
}

async function readTokenFile(path: string, signal: AbortSignal | undefined): Promise<FoundToken> {
	const {text, isOpenToOthers} = await readSecretFile(path, signal).catch(error => {
		throw unreadableTokenFile(path, error);
	});
	const token = cleanToken(text);
	return isOpenToOthers ? {token, notice: `Others on this machine can read ${path}: "chmod 600" it.`} : {token};
}

/** No token is longer than this, in bytes; whoever names a device or a data file has made a mistake. */
const maxTokenBytes = 64 * 1024;

/** Reads a small file that holds a secret, and whether others can read it too. @throws what the system says */
export async function readSecretFile(
	path: string,
	signal?: AbortSignal,
): Promise<{readonly text: string; readonly isOpenToOthers: boolean}> {
	const isPipe = (await stat(path)).isFIFO();
	// To open a pipe that has a name would wait for its writer, for good if need be; the shell's own have one.
	if (isPipe && !/^\/(?:dev|proc)\//.test(path)) throw new Error('it is a pipe');
	// A pipe is read as a socket is: a read of a file could not be given up.
	if (isPipe) {
		const socket = new Socket({fd: openSync(path, 'r'), readable: true, writable: false});
		return {text: await readLimited(socket, signal), isOpenToOthers: false};
	}

	const handle = await open(path);
	try {
		const {mode} = await handle.stat();
		const text = await readLimited(handle.createReadStream({autoClose: false}), signal);
		return {text, isOpenToOthers: process.platform !== 'win32' && (mode & 0o077) !== 0};
	} finally {
		await handle.close();
	}
}

/** Reads a stream to its end, which must come soon. @throws Error when it is too long for a token, or the signal says stop. */
export async function readLimited(stream: Readable, signal?: AbortSignal): Promise<string> {
	if (signal !== undefined) addAbortSignal(signal, stream);
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(Buffer.from(chunk));
		length += chunk.length;
		if (length > maxTokenBytes) throw new Error('it is too long for a token');
	}

	return Buffer.concat(chunks).toString('utf8');
}

export function unreadableTokenFile(path: string, {message}: Error): TokenError {
	return tokenError(
		'bad-token-file',
		`The token file ${path} cannot be read: ${message}.`,
		'Check the path and its permissions.',
	);
}
