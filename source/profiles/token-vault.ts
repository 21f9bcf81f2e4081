import {writeFileSync} from 'node:fs';
import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {type Durability, durable} from '../files/durability.ts';
import {syncFolder} from '../files/sync-folder.ts';
import {shellWord} from '../text/shell-word.ts';
import type {Keyring} from './keyring/keyring.ts';
import type {TokenPlace} from './profile.ts';
import {cleanToken, readSecretFile, type Token, unreadableTokenFile} from './token.ts';
import {tokenError} from './token-error.ts';
import {distrustReason} from './trust.ts';
import {replaceFile} from './write-safely.ts';

/** Where tokens can be kept. */
export type TokenStore = Exclude<TokenPlace, 'nowhere'>;

/** The places in which tokens of profiles are kept: the keyring, or by explicit choice a file of their owner's alone. */
export class TokenVault {
	readonly #keyring: Keyring;
	readonly #folder: string;

	constructor(keyring: Keyring, settingsFolder: string) {
		this.#keyring = keyring;
		this.#folder = join(settingsFolder, 'tokens');
	}

	/** The token of an account, `undefined` when it is not there. Without a signal a keyring gets 3 seconds. @throws TokenError */
	async get(safe: TokenStore, account: string, signal?: AbortSignal): Promise<Token | undefined> {
		if (safe === 'keyring') return this.#keyring.get(account, signal);
		await this.#assertTrusted('It was not used.');
		const path = this.path(account);
		const read = await readSecretFile(path).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return undefined;
			throw unreadableTokenFile(path, error);
		});
		if (read === undefined) return undefined;
		if (read.isOpenToOthers) {
			throw tokenError(
				'bad-token-file',
				`Others on this machine can read the stored token in ${path}. It was not used.`,
				`Make a new token in Secoda, then store it again; "chmod 600" keeps others out.`,
			);
		}

		return cleanToken(read.text);
	}

	/** Stores a token in the place of one that is there. @throws TokenError with the old one still there. */
	async set(safe: TokenStore, account: string, token: Token, signal?: AbortSignal): Promise<Durability> {
		if (safe === 'keyring') {
			await this.#keyring.set(account, token, signal);
			return durable;
		}

		await this.#assertTrusted('The token was not stored.');
		const secret = `${token.reveal()}\n`;
		const path = this.path(account);
		try {
			return replaceFile(
				path,
				temporary => writeFileSync(temporary, secret, {flag: 'wx', mode: 0o600}),
				text => text === secret,
			);
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			throw tokenError(
				'bad-token-file',
				`The token was not written to ${path}: ${reason}.`,
				'Is there room on the disk, and is the folder yours?',
			);
		}
	}

	/** Answers whether it was there and is taken away. @throws TokenError */
	async delete(safe: TokenStore, account: string, signal?: AbortSignal): Promise<boolean> {
		if (safe === 'keyring') return this.#keyring.delete(account, signal);
		return removeTokenFile(this.path(account));
	}

	/** Takes away every token of a profile that the keyring holds, whatever its host. @throws TokenError */
	async deleteFromKeyring(profile: string, signal?: AbortSignal): Promise<void> {
		await this.#keyring.deleteAll(`${profile}@`, signal);
	}

	/** Removes the files with tokens of a profile. Returns whether they are gone after a power failure too. @throws TokenError */
	async deleteFilesOf(profile: string): Promise<Durability> {
		const begin = encodeURIComponent(`${profile}@`);
		const files = await readdir(this.#folder).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return [];
			throw tokenError(
				'bad-token-file',
				`Whether there is a token in ${this.#folder} cannot be seen: ${error.message}.`,
				'Check the permissions of that folder.',
			);
		});
		const own = files.filter(file => file.startsWith(begin));
		for (const file of own) await removeTokenFile(join(this.#folder, file));
		return own.length === 0 ? durable : syncFolder(this.#folder);
	}

	/** Whether the keyring can be asked at all. @throws TokenError that says why not. */
	async probe(signal?: AbortSignal): Promise<void> {
		await this.#keyring.get('secoda-upload-probe', signal);
	}

	/** @throws TokenError when other users may put files into the folder or take them out. */
	async #assertTrusted(consequence: string): Promise<void> {
		const stats = await stat(this.#folder).catch((error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return undefined;
			throw unreadableTokenFile(this.#folder, error);
		});
		const why = stats && distrustReason(stats);
		if (why === undefined) return;
		throw tokenError(
			'bad-token-file',
			`The folder of tokens ${this.#folder} ${why}. ${consequence}`,
			`Look what is in it, then: chmod 700 ${shellWord(this.#folder)}`,
		);
	}

	/** The file of an account's token. */
	path(account: string): string {
		return join(this.#folder, encodeURIComponent(account));
	}
}

/** Removes the file of a token. Returns whether there was one. @throws TokenError */
async function removeTokenFile(path: string): Promise<boolean> {
	return rm(path).then(
		() => true,
		({code, message}: NodeJS.ErrnoException) => {
			if (code === 'ENOENT') return false;
			throw tokenError('bad-token-file', `The token in ${path} cannot be removed: ${message}.`, 'Delete that file.');
		},
	);
}
