import {parseAddress} from '../catalog/address.ts';
import {type Durability, durable} from '../files/durability.ts';
import {accountOf} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Token} from '../profiles/token.ts';
import {isTokenError, tokenError} from '../profiles/token-error.ts';
import {messages} from './messages.ts';
import {tokenVault} from './settings.ts';

/** The properties of a profile that locate its token. */
export type TokenLocation = Pick<Profile, 'name' | 'url' | 'tokenPlace'>;

/** Returns the host of a workspace, or the text itself if it is not a valid address. */
export function hostOf(url: string): string {
	try {
		return parseAddress(url).host;
	} catch {
		return url;
	}
}

/** Returns the address of the API of a workspace; `undefined` if the text is not a valid address. */
export function addressOf(url: string): string | undefined {
	try {
		return parseAddress(url).api.href;
	} catch {
		return undefined;
	}
}

/** Returns the keyring account of a profile's token. */
export function keyringAccount({name, url}: Pick<Profile, 'name' | 'url'>): string {
	return accountOf(name, hostOf(url));
}

/** Returns the stored token of a profile; `undefined` if it has none. @throws TokenError if it cannot be found. */
export async function readStoredToken(
	{name, url, tokenPlace}: TokenLocation,
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<Token | undefined> {
	if (tokenPlace === 'nowhere') return undefined;
	const token = await tokenVault(env).get(tokenPlace, keyringAccount({name, url}), signal);
	if (token !== undefined) return token;
	throw tokenError(
		'keyring',
		tokenPlace === 'keyring'
			? `The keyring is locked, or no longer contains the token of ${name}.`
			: `The file with the token of ${name} no longer exists.`,
		`${tokenPlace === 'keyring' ? 'Unlock the keyring, or store' : 'Store'} the token again with "secoda-upload login ${name}".`,
	);
}

/** A stored token that can be rolled back. */
export type TokenWrite = {
	readonly durability: Durability;
	/** Restores the previous token, or removes the new one, if the profile cannot be saved. */
	undo(): Promise<void>;
};

/** The write for a profile without a stored token. */
export const noTokenWrite: TokenWrite = {durability: durable, undo: () => Promise.resolve()};

/** Stores the token of a profile. @throws TokenError */
export async function storeToken(
	location: TokenLocation,
	token: Token,
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<TokenWrite> {
	const {tokenPlace} = location;
	if (tokenPlace === 'nowhere') return noTokenWrite;
	const vault = tokenVault(env);
	const account = keyringAccount(location);
	// A previous token that cannot be read is not restored.
	const old = await vault.get(tokenPlace, account, signal).catch(error => {
		if (isTokenError(error)) return undefined;
		throw error;
	});
	const durability = await vault.set(tokenPlace, account, token, signal);
	return {
		durability,
		// The signal may be aborted, so the rollback does not use it. A failing rollback is ignored.
		async undo() {
			const rollback = old === undefined ? vault.delete(tokenPlace, account) : vault.set(tokenPlace, account, old);
			await rollback.catch(() => undefined);
		},
	};
}

/**
Removes the token of a profile, and those that remain from its earlier hosts and storage. Returns a note if the keyring could not be
searched for these.

@throws TokenError if the token itself may still exist; `command` is the command to retry.
*/
export async function removeToken(
	location: TokenLocation,
	command: string,
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const {name, tokenPlace} = location;
	const vault = tokenVault(env);
	if (tokenPlace === 'keyring') {
		const problem = await vault.delete('keyring', keyringAccount(location), signal).then(
			isGone => (isGone ? undefined : `The keyring is locked, or no longer contains the token of ${name}.`),
			error => {
				if (isTokenError(error)) return error.message;
				throw error;
			},
		);
		if (problem !== undefined) {
			throw tokenError(
				'token-not-removed',
				`${problem} The token was not removed.`,
				`Unlock the keyring and try again. If the token no longer exists: "secoda-upload ${command} ${name} --keep-token".`,
			);
		}
	}

	const {kind} = await vault.deleteFilesOf(name);
	const mayReturn = kind === 'perhaps-not-durable' ? messages.tokenMayReturn(name) : undefined;
	try {
		await vault.deleteFromKeyring(name, signal);
		return mayReturn;
	} catch (error) {
		if (!isTokenError(error)) throw error;
		const older = messages.olderTokenUnknown(name, error.message);
		return mayReturn === undefined ? older : `${older} ${mayReturn}`;
	}
}

/**
Removes the previous token of a profile whose name, host or storage changed. Returns a note if it still exists.
*/
export async function removeLeftoverToken(
	before: TokenLocation | undefined,
	now: TokenLocation,
	/** The durability of the changed profile. */
	{kind}: Durability,
	env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
	if (before === undefined || before.tokenPlace === 'nowhere' || isSamePlace(before, now)) return undefined;
	// A power failure could bring back the profile that needs it.
	if (kind === 'perhaps-not-durable') return messages.previousTokenKept(keyringAccount(before));
	try {
		await tokenVault(env).delete(before.tokenPlace, keyringAccount(before));
		return undefined;
	} catch (error) {
		if (!isTokenError(error)) throw error;
		return messages.previousTokenNotRemoved(keyringAccount(before), error.message);
	}
}

/** True if both locate the same token. */
export function isSamePlace(one: TokenLocation, other: TokenLocation): boolean {
	return one.tokenPlace === other.tokenPlace && keyringAccount(one) === keyringAccount(other);
}
