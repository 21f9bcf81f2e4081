import {parseAddress} from '../catalog/address.ts';
import {type Durability, durable} from '../files/durability.ts';
import {accountOf} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Token} from '../profiles/token.ts';
import {isTokenError, tokenError} from '../profiles/token-error.ts';
import {tokenVault} from './settings.ts';

/** What says where the token of a profile is. */
export type TokenLocation = Pick<Profile, 'name' | 'url' | 'tokenPlace'>;

/** The host of a workspace; an address that is none, such as one edited by hand, stays as it is. */
export function hostOf(url: string): string {
	try {
		return parseAddress(url).host;
	} catch {
		return url;
	}
}

/** The account of a profile's token. */
export function keyringAccount({name, url}: Pick<Profile, 'name' | 'url'>): string {
	return accountOf(name, hostOf(url));
}

/** The token that was stored for a profile; `undefined` when none was. @throws TokenError when one was, and is not there. */
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
			? `The keyring is locked, or no longer holds the token of ${name}.`
			: `The file with the token of ${name} is gone.`,
		`${tokenPlace === 'keyring' ? 'Unlock it, or store' : 'Store'} the token again with "secoda-upload login ${name}".`,
	);
}

/** A token that was stored. */
export type TokenWrite = {
	readonly durability: Durability;
	/** Removes it, or puts the one back that was there before; for when the profile cannot be saved. */
	undo(): Promise<void>;
};

/** What is stored where nothing has to be. */
export const noTokenWrite: TokenWrite = {durability: durable, undo: () => Promise.resolve()};

/** Stores a token where a profile says that its token is. @throws TokenError */
export async function storeToken(
	holder: TokenLocation,
	token: Token,
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<TokenWrite> {
	const {tokenPlace: safe} = holder;
	if (safe === 'nowhere') return noTokenWrite;
	const vault = tokenVault(env);
	const account = keyringAccount(holder);
	// One that cannot be read is not worth being brought back.
	const old = await vault.get(safe, account, signal).catch(error => {
		if (isTokenError(error)) return undefined;
		throw error;
	});
	const durability = await vault.set(safe, account, token, signal);
	return {
		durability,
		// The user may have ended the wait: undoing has a time of its own. What cannot be undone is not in the way.
		async undo() {
			const undone = old === undefined ? vault.delete(safe, account) : vault.set(safe, account, old);
			await undone.catch(() => undefined);
		},
	};
}

/**
Takes the token of a profile away from where it is kept, and whatever earlier places and hosts have left. Answers what is to
be said where the keyring could not be asked for such.

@throws TokenError when the token itself may still be there; `command` is what is tried again then.
*/
export async function removeToken(
	holder: TokenLocation,
	command: string,
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const {name, tokenPlace} = holder;
	const vault = tokenVault(env);
	if (tokenPlace === 'keyring') {
		const why = await vault.delete('keyring', keyringAccount(holder), signal).then(
			isGone => (isGone ? undefined : `The keyring is locked, or no longer holds the token of ${name}.`),
			error => {
				if (isTokenError(error)) return error.message;
				throw error;
			},
		);
		if (why !== undefined) {
			throw tokenError(
				'token-not-removed',
				`${why} The token was not taken away.`,
				`Unlock it, and try again; where it is gone for good: "secoda-upload ${command} ${name} --keep-token".`,
			);
		}
	}

	const {kind} = await vault.deleteFilesOf(name);
	const returning =
		kind === 'perhaps-not-durable' ? `A power failure could bring the file with the token of ${name} back.` : undefined;
	try {
		await vault.deleteFromKeyring(name, signal);
		return returning;
	} catch (error) {
		if (!isTokenError(error)) throw error;
		const older = `Whether the keyring holds an older token of ${name} is not known: ${error.message}`;
		return returning === undefined ? older : `${older} ${returning}`;
	}
}

/**
Removes the token that a changed profile has left at another place, or for another host or name. Returns what the user must know if
it is still there.
*/
export async function removeLeftoverToken(
	before: TokenLocation | undefined,
	now: TokenLocation,
	/** Of the changed profile. */
	{kind}: Durability,
	env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
	if (before === undefined || before.tokenPlace === 'nowhere' || isSamePlace(before, now)) return undefined;
	// A power failure could bring the profile back that needs it.
	if (kind === 'perhaps-not-durable')
		return `The token that was kept before, of ${keyringAccount(before)}, was left there.`;
	try {
		await tokenVault(env).delete(before.tokenPlace, keyringAccount(before));
		return undefined;
	} catch (error) {
		if (!isTokenError(error)) throw error;
		return `The token that was kept before, of ${keyringAccount(before)}, is still there: ${error.message}`;
	}
}

/** Whether the token of both is the same one, at the same place. */
export function isSamePlace(one: TokenLocation, other: TokenLocation): boolean {
	return one.tokenPlace === other.tokenPlace && keyringAccount(one) === keyringAccount(other);
}
