import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {systemCode, UserError} from '../errors/user-error.ts';
import {type Durability, durable} from '../files/durability.ts';
import {syncFolder} from '../files/sync-folder.ts';
import type {Keyring} from './keyring/keyring.ts';
import {writePrivateFile} from './private-file.ts';
import type {TokenPlace} from './profile.ts';
import {sweepSettings} from './sweep-settings.ts';
import {cleanToken, readSecretFile, type Token} from './token.ts';
import {tokenErrors} from './token-error.ts';
import {distrustReason} from './trust.ts';

/** Where a token can be stored. */
export type TokenStore = Exclude<TokenPlace, 'nowhere'>;

/** The tokens of profiles, in the keyring or, if the user chose that, in files that only their owner can read. */
export class TokenVault {
	readonly #keyring: Keyring;
	readonly #settingsFolder: string;
	readonly #folder: string;

	constructor(keyring: Keyring, settingsFolder: string) {
		this.#keyring = keyring;
		this.#settingsFolder = settingsFolder;
		this.#folder = join(settingsFolder, 'tokens');
	}

	/** Returns the token of an account; `undefined` if it has no token. Without a signal the keyring has 3 seconds. @throws TokenError */
	async get(store: TokenStore, account: string, signal?: AbortSignal): Promise<Token | undefined> {
		if (store === 'keyring') return this.#keyring.get(account, signal);
		await this.#assertTrusted('Its tokens were not used.');
		const path = this.path(account);
		const read = await readSecretFile(path).catch((error: Error) => {
			if (systemCode(error) === 'ENOENT') return undefined;
			throw tokenErrors.unreadableFile(path, error);
		});
		if (read === undefined) return undefined;
		if (read.isOpenToOthers) throw tokenErrors.exposedFile(path);
		return cleanToken(read.text);
	}

	/** Stores or replaces the token of an account. @throws TokenError; the stored token is then unchanged */
	async set(store: TokenStore, account: string, token: Token, signal?: AbortSignal): Promise<Durability> {
		await sweepSettings(this.#settingsFolder);
		if (store === 'keyring') {
			await this.#keyring.set(account, token, signal);
			return durable;
		}

		await this.#assertTrusted('The token was not stored.');
		try {
			return await writePrivateFile(this.path(account), file => file.write(Buffer.from(`${token.reveal()}\n`)));
		} catch (error) {
			throw error instanceof UserError ? tokenErrors.notStored(error) : error;
		}
	}

	/** Removes the token of an account. Returns false if there was none. @throws TokenError */
	async delete(store: TokenStore, account: string, signal?: AbortSignal): Promise<boolean> {
		await sweepSettings(this.#settingsFolder);
		if (store === 'keyring') return this.#keyring.delete(account, signal);
		return removeTokenFile(this.path(account));
	}

	/** Removes all tokens of a profile from the keyring, whatever their host. @throws TokenError */
	async deleteFromKeyring(profile: string, signal?: AbortSignal): Promise<void> {
		await this.#keyring.deleteAll(`${profile}@`, signal);
	}

	/** Removes the token files of a profile. @throws TokenError */
	async deleteFilesOf(profile: string): Promise<Durability> {
		const begin = encodeURIComponent(`${profile}@`);
		const files = await readdir(this.#folder).catch((error: Error) => {
			if (systemCode(error) === 'ENOENT') return [];
			throw tokenErrors.unreadableFolder(this.#folder, error);
		});
		const own = files.filter(file => file.startsWith(begin));
		for (const file of own) await removeTokenFile(join(this.#folder, file));
		return own.length === 0 ? durable : syncFolder(this.#folder);
	}

	/** @throws TokenError if the keyring cannot be used */
	async probe(signal?: AbortSignal): Promise<void> {
		await this.#keyring.get('secoda-upload-probe', signal);
	}

	/** @throws TokenError if other users can add files to the folder or replace them */
	async #assertTrusted(consequence: string): Promise<void> {
		const stats = await stat(this.#folder).catch((error: Error) => {
			if (systemCode(error) === 'ENOENT') return undefined;
			throw tokenErrors.unreadableFile(this.#folder, error);
		});
		const why = stats && distrustReason(stats);
		if (why !== undefined) throw tokenErrors.untrustedFolder(this.#folder, why, consequence);
	}

	/** Returns the path of the token file of an account. */
	path(account: string): string {
		return join(this.#folder, encodeURIComponent(account));
	}
}

/** Removes a token file. Returns false if there was none. @throws TokenError */
async function removeTokenFile(path: string): Promise<boolean> {
	return rm(path).then(
		() => true,
		(error: Error) => {
			if (systemCode(error) === 'ENOENT') return false;
			throw tokenErrors.notRemoved(path, error);
		},
	);
}
