import {spawn} from 'node:child_process';
import {cleanToken, type Token} from '../token.ts';
import {type TokenError, tokenErrors} from '../token-error.ts';
import type {KeyringReply, KeyringRequest} from './protocol.ts';

/** How long to wait for the keyring when nobody can cancel. */
const keyringTimeoutMs = 3000;
const service = 'secoda-upload';

/**
The keyring of the operating system. `child` is the script that talks to it. With a signal, each call waits until that aborts,
because the user may have to type a password; without one, it waits for 3 seconds.
*/
export class Keyring {
	readonly #child: string;
	readonly #env: NodeJS.ProcessEnv;

	constructor(child: string, env: NodeJS.ProcessEnv) {
		this.#child = child;
		this.#env = env;
	}

	/** Returns the token of an account; `undefined` if it has no token or is locked, which look the same. @throws TokenError */
	async get(account: string, signal?: AbortSignal): Promise<Token | undefined> {
		const secret = await this.#ask({do: 'get', service, account}, signal);
		return secret === null ? undefined : cleanToken(secret);
	}

	/** @throws TokenError */
	async set(account: string, token: Token, signal?: AbortSignal): Promise<void> {
		await this.#ask({do: 'set', service, account, secret: token.reveal()}, signal);
	}

	/** Removes the token of an account. Returns false if there was none or the keyring is locked. @throws TokenError */
	async delete(account: string, signal?: AbortSignal): Promise<boolean> {
		return (await this.#ask({do: 'delete', service, account}, signal)) !== null;
	}

	/** Removes the tokens of all accounts that begin with a text. @throws TokenError */
	async deleteAll(begin: string, signal?: AbortSignal): Promise<void> {
		await this.#ask({do: 'delete-all', service, begin}, signal);
	}

	async #ask(request: KeyringRequest, signal: AbortSignal | undefined): Promise<string | null> {
		const until = signal ?? AbortSignal.timeout(keyringTimeoutMs);
		const reply = await askChild(this.#child, this.#env, request, until);
		if (reply === 'aborted') throw cancelledOrTimedOut(until.reason);
		if (reply.kind === 'missing') throw missing(reply.reason);
		if (reply.kind === 'failed') throw failed(reply.reason);
		return reply.secret;
	}
}

/** Returns a signal that aborts with another one, or after 3 seconds. */
export function withKeyringTimeout(signal: AbortSignal): AbortSignal {
	return AbortSignal.any([signal, AbortSignal.timeout(keyringTimeoutMs)]);
}

function cancelledOrTimedOut(reason: unknown): TokenError {
	const isTimeout = reason instanceof DOMException && reason.name === 'TimeoutError';
	return isTimeout ? tokenErrors.keyringTimeout() : tokenErrors.keyringCancelled();
}

function missing(reason: string): TokenError {
	// The loader lists every file that it tried.
	return tokenErrors.keyringMissing(/lib[\w.-]+: [^,\n]*/.exec(reason)?.[0] ?? 'its library cannot be loaded');
}

/** How libsecret reports that there is no session bus, or no keyring on it. */
const noKeyringRunning = /could not connect|cannot autolaunch|not provided by any \.service/i;

function failed(reason: string): TokenError {
	if (noKeyringRunning.test(reason)) return tokenErrors.keyringNotRunning(reason.replace(/\.$/, ''));
	return tokenErrors.keyringFailed(reason);
}

/** Returns the account of a profile's token: a token belongs to a profile and a host. */
export function accountOf(profile: string, host: string): string {
	return `${profile}@${host}`;
}

function askChild(
	script: string,
	env: NodeJS.ProcessEnv,
	request: KeyringRequest,
	signal: AbortSignal,
): Promise<KeyringReply | 'aborted'> {
	return new Promise(resolve => {
		const {SECODA_API_TOKEN: _token, ...rest} = env;
		const child = spawn(process.execPath, [script], {env: rest, stdio: ['pipe', 'pipe', 'ignore']});
		const abort = () => child.kill('SIGKILL');
		signal.addEventListener('abort', abort, {once: true});
		if (signal.aborted) abort();
		const done = (reply: KeyringReply | 'aborted') => {
			signal.removeEventListener('abort', abort);
			resolve(reply);
		};
		let text = '';
		child.stdout.on('data', chunk => {
			text += chunk;
		});
		child.on('error', error => done({kind: 'missing', reason: error.message}));
		child.on('close', () => done(text === '' && signal.aborted ? 'aborted' : readReply(text)));
		child.stdin.on('error', () => undefined);
		child.stdin.end(JSON.stringify(request));
	});
}

function readReply(text: string): KeyringReply {
	try {
		return JSON.parse(text);
	} catch {
		return {kind: 'failed', reason: 'its process ended without a reply'};
	}
}
