import {spawn} from 'node:child_process';
import {cleanToken, type Token} from '../token.ts';
import {TokenError} from '../token-error.ts';
import type {KeyringReply, KeyringRequest} from './protocol.ts';

/** How long the keyring may take before its process is ended, in milliseconds. */
const patienceMs = 3000;
const service = 'secoda-upload';

const otherWays = 'Set SECODA_API_TOKEN or use --token-file instead.';

/** The keyring of the operating system. `child` is the script that talks to it. */
export class Keyring {
	readonly #child: string;
	readonly #env: NodeJS.ProcessEnv;

	constructor(child: string, env: NodeJS.ProcessEnv) {
		this.#child = child;
		this.#env = env;
	}

	/** The token of an account. `undefined` when the keyring holds none, or is locked: it does not say which. @throws TokenError */
	async get(account: string): Promise<Token | undefined> {
		const secret = await this.#ask({do: 'get', service, account});
		return secret === null ? undefined : cleanToken(secret);
	}

	/** @throws TokenError */
	async set(account: string, token: Token): Promise<void> {
		await this.#ask({do: 'set', service, account, secret: token.reveal()});
	}

	/** @throws TokenError */
	async delete(account: string): Promise<void> {
		await this.#ask({do: 'delete', service, account});
	}

	async #ask(request: KeyringRequest): Promise<string | null> {
		const reply = await askChild(this.#child, this.#env, request);
		if (reply === 'timeout') {
			throw new TokenError(
				'keyring',
				'The keyring did not answer within 3 seconds. It may wait for its password.',
				`Unlock it and try again. ${otherWays}`,
			);
		}

		if (reply.kind === 'missing') {
			throw new TokenError(
				'keyring',
				`The keyring cannot be used here (${reply.reason}).`,
				`On Debian: apt install libsecret-1-0 gnome-keyring. ${otherWays}`,
			);
		}

		if (reply.kind === 'failed')
			throw new TokenError(
				'keyring',
				`The keyring refused (${reply.reason}).`,
				`Is it running and unlocked? ${otherWays}`,
			);
		return reply.secret;
	}
}

/** The account of a profile's token: a token belongs to a profile and a host. */
export function accountOf(profile: string, host: string): string {
	return `${profile}@${host}`;
}

function askChild(script: string, env: NodeJS.ProcessEnv, request: KeyringRequest): Promise<KeyringReply | 'timeout'> {
	return new Promise(resolve => {
		const child = spawn(process.execPath, [script], {env, stdio: ['pipe', 'pipe', 'ignore']});
		let text = '';
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			child.kill('SIGKILL');
		}, patienceMs);
		child.stdout.on('data', chunk => {
			text += chunk;
		});
		child.on('error', error => {
			clearTimeout(timer);
			resolve({kind: 'missing', reason: error.message});
		});
		child.on('close', () => {
			clearTimeout(timer);
			resolve(late ? 'timeout' : readReply(text));
		});
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
