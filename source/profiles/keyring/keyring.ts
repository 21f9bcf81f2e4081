import {spawn} from 'node:child_process';
import {cleanToken, type Token} from '../token.ts';
import {type TokenError, tokenError} from '../token-error.ts';
import type {KeyringReply, KeyringRequest} from './protocol.ts';

/** How long the keyring may take when nobody can end the wait, in milliseconds. */
const keyringTimeoutMs = 3000;
const service = 'secoda-upload';

/**
The keyring of the operating system. `child` is the script that talks to it. With a signal it is waited for until that
says stop, since unlocking by hand takes its time; without one for 3 seconds.
*/
export class Keyring {
	readonly #child: string;
	readonly #env: NodeJS.ProcessEnv;

	constructor(child: string, env: NodeJS.ProcessEnv) {
		this.#child = child;
		this.#env = env;
	}

	/** The token of an account. `undefined` when the keyring holds none, or is locked: it does not say which. @throws TokenError */
	async get(account: string, signal?: AbortSignal): Promise<Token | undefined> {
		const secret = await this.#ask({do: 'get', service, account}, signal);
		return secret === null ? undefined : cleanToken(secret);
	}

	/** @throws TokenError */
	async set(account: string, token: Token, signal?: AbortSignal): Promise<void> {
		await this.#ask({do: 'set', service, account, secret: token.reveal()}, signal);
	}

	/** Answers whether it was there and could be taken away: a locked keyring says no, as an empty one does. @throws TokenError */
	async delete(account: string, signal?: AbortSignal): Promise<boolean> {
		return (await this.#ask({do: 'delete', service, account}, signal)) !== null;
	}

	/** Takes away the tokens of every account that begins so. @throws TokenError */
	async deleteAll(begin: string, signal?: AbortSignal): Promise<void> {
		await this.#ask({do: 'delete-all', service, begin}, signal);
	}

	async #ask(request: KeyringRequest, signal: AbortSignal | undefined): Promise<string | null> {
		const until = signal ?? AbortSignal.timeout(keyringTimeoutMs);
		const reply = await askChild(this.#child, this.#env, request, until);
		if (reply === 'given-up') throw givenUp(until.reason);
		if (reply.kind === 'missing') throw missing(reply.reason);
		if (reply.kind === 'failed') throw failed(reply.reason);
		return reply.secret;
	}
}

/** A signal that gives the keyring 3 seconds, or until another one says stop. */
export function withKeyringTimeout(signal: AbortSignal): AbortSignal {
	return AbortSignal.any([signal, AbortSignal.timeout(keyringTimeoutMs)]);
}

function givenUp(reason: unknown): TokenError {
	if (!(reason instanceof DOMException && reason.name === 'TimeoutError'))
		return tokenError('keyring', 'Stopped waiting for the keyring.', 'Unlock it, and try again.');
	return tokenError(
		'keyring',
		'The keyring did not answer within 3 seconds. It may wait for its password.',
		'Unlock it, and try again.',
	);
}

function missing(reason: string): TokenError {
	// The loader names every file it has looked for.
	const library = /lib[\w.-]+: [^,\n]*/.exec(reason)?.[0] ?? 'its library cannot be loaded';
	return tokenError(
		'keyring',
		`The keyring cannot be used here (${library}).`,
		'Install it (Debian, Ubuntu: apt install libsecret-1-0 gnome-keyring), and try again.',
	);
}

/** libsecret says in these words that there is no session bus, or no keyring on it. */
const noKeyringRunning = /could not connect|cannot autolaunch|not provided by any \.service/i;

function failed(reason: string): TokenError {
	if (noKeyringRunning.test(reason)) {
		return tokenError(
			'keyring',
			`No keyring is running here (${reason.replace(/\.$/, '')}).`,
			'Start one (Debian, Ubuntu: apt install gnome-keyring, then log in to the desktop), and try again.',
		);
	}

	return tokenError('keyring', `The keyring refused (${reason}).`, 'Unlock it, and try again.');
}

/** The account of a profile's token: a token belongs to a profile and a host. */
export function accountOf(profile: string, host: string): string {
	return `${profile}@${host}`;
}

function askChild(
	script: string,
	env: NodeJS.ProcessEnv,
	request: KeyringRequest,
	signal: AbortSignal,
): Promise<KeyringReply | 'given-up'> {
	return new Promise(resolve => {
		const {SECODA_API_TOKEN: _token, ...rest} = env;
		const child = spawn(process.execPath, [script], {env: rest, stdio: ['pipe', 'pipe', 'ignore']});
		const giveUp = () => child.kill('SIGKILL');
		signal.addEventListener('abort', giveUp, {once: true});
		if (signal.aborted) giveUp();
		const done = (reply: KeyringReply | 'given-up') => {
			signal.removeEventListener('abort', giveUp);
			resolve(reply);
		};
		let text = '';
		child.stdout.on('data', chunk => {
			text += chunk;
		});
		child.on('error', error => done({kind: 'missing', reason: error.message}));
		child.on('close', () => done(text === '' && signal.aborted ? 'given-up' : readReply(text)));
		child.stdin.on('error', () => undefined);
		child.stdin.end(JSON.stringify(request));
	});
}

function readReply(text: string): KeyringReply {
	try {
		return JSON.parse(text);
	} catch {
		return {kind: 'failed', reason: 'its process ended without an answer'};
	}
}
