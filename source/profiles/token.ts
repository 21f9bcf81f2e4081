import {openSync} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {Socket} from 'node:net';
import {addAbortSignal, type Readable} from 'node:stream';
import {inspect} from 'node:util';
import {shellWord} from '../text/shell-word.ts';
import {addSecret} from './known-secrets.ts';
import {tokenErrors} from './token-error.ts';

/** An API token. Printing, logging or serialising it gives a placeholder, and every output of this program omits its value. */
export class Token {
	readonly #value: string;

	constructor(value: string) {
		this.#value = value;
		addSecret(value);
	}

	/** Returns the token itself, for the code that sends or stores it. */
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

/** Parses a token; removes what is often copied with it: line ends, white space, quotes, `Bearer `. @throws TokenError */
export function cleanToken(text: string): Token {
	const bare = text
		.trim()
		.replace(/^(["'])(.*)\1$/s, '$2')
		.replace(/^Bearer(?:\s+|$)/i, '')
		.replace(/^(["'])(.*)\1$/s, '$2')
		.trim();
	if (bare === '') throw tokenErrors.empty();
	if (!/^[\u0021-\u007E]+$/.test(bare)) throw tokenErrors.malformed();
	return new Token(bare);
}

export type TokenSources = {
	readonly env: NodeJS.ProcessEnv;
	readonly tokenFile?: string | undefined;
	/** Reads the stored token of the profile; absent without a profile. */
	readonly stored?: (() => Promise<Token | undefined>) | undefined;
	/** Cancels reading from a pipe. */
	readonly signal?: AbortSignal | undefined;
};

/** A token, and what to report about its source. */
export type FoundToken = {readonly token: Token; readonly notice?: string};

/** Reads the token from the named file, `SECODA_API_TOKEN` or the store of the profile, in this order. @throws TokenError */
export async function readToken({env, tokenFile, stored, signal}: TokenSources): Promise<FoundToken> {
	if (tokenFile !== undefined) return readTokenFile(tokenFile, signal);
	const {SECODA_API_TOKEN: fromEnvironment} = env;
	if (fromEnvironment) return {token: cleanToken(fromEnvironment), notice: 'Using the token in SECODA_API_TOKEN.'};
	const token = await stored?.();
	if (token !== undefined) return {token};
	throw tokenErrors.missing();
}

async function readTokenFile(path: string, signal: AbortSignal | undefined): Promise<FoundToken> {
	const {text, isOpenToOthers} = await readSecretFile(path, signal).catch(error => {
		throw tokenErrors.unreadableFile(path, error);
	});
	const token = cleanToken(text);
	return isOpenToOthers
		? {token, notice: `Other users of this machine can read ${path}. Run: chmod 600 ${shellWord(path)}`}
		: {token};
}

/** The maximum size of a token in bytes: a longer file is not a token file. */
const maxTokenBytes = 64 * 1024;

/** Reads a small file that contains a secret. `isOpenToOthers` is true if other users can read it. @throws what the system reports */
export async function readSecretFile(
	path: string,
	signal?: AbortSignal,
): Promise<{readonly text: string; readonly isOpenToOthers: boolean}> {
	const isPipe = (await stat(path)).isFIFO();
	// Opening a named pipe waits for its writer, perhaps forever. Those of the shell already have one.
	if (isPipe && !/^\/(?:dev|proc)\//.test(path)) throw new Error('it is a named pipe');
	// A pipe is read as a socket, because reading a file cannot be cancelled.
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

/** Reads a stream to its end. @throws Error if it is too long for a token, or the signal aborts */
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
