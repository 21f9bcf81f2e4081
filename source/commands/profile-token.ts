import {parseAddress} from '../catalog/address.ts';
import {accountOf} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Token} from '../profiles/token.ts';
import {TokenError} from '../profiles/token-error.ts';
import {tokenVault} from './settings.ts';

/** What says where the token of a profile is. */
export type TokenHolder = Pick<Profile, 'name' | 'url' | 'tokenPlace'>;

/** The host of a workspace; an address that is none, such as one edited by hand, stays as it is. */
export function hostOf(url: string): string {
	try {
		return parseAddress(url).host;
	} catch {
		return url;
	}
}

/** The account of a profile's token. */
export function accountOfProfile({name, url}: Pick<Profile, 'name' | 'url'>): string {
	return accountOf(name, hostOf(url));
}

/** The token that was stored for a profile; `undefined` when none was. @throws TokenError when one was, and is not there. */
export async function storedToken(
	{name, url, tokenPlace}: TokenHolder,
	env: NodeJS.ProcessEnv,
	signal?: AbortSignal,
): Promise<Token | undefined> {
	if (tokenPlace === 'nowhere') return undefined;
	const token = await tokenVault(env).get(tokenPlace, accountOfProfile({name, url}), signal);
	if (token !== undefined) return token;
	throw new TokenError(
		'keyring',
		tokenPlace === 'keyring'
			? `The keyring is locked, or no longer holds the token of ${name}.`
			: `The file with the token of ${name} is gone.`,
		`${tokenPlace === 'keyring' ? 'Unlock it, or store' : 'Store'} the token again with "secoda-upload login ${name}".`,
	);
}

/** Takes the token of a profile away from where it is kept, if it is. @throws TokenError when it may still be there */
export async function forgetToken(holder: TokenHolder, env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<void> {
	const {name, tokenPlace} = holder;
	if (tokenPlace === 'nowhere') return;
	const isGone = await tokenVault(env).delete(tokenPlace, accountOfProfile(holder), signal);
	if (isGone || tokenPlace === 'file') return;
	throw new TokenError(
		'keyring',
		`The keyring is locked, or no longer holds the token of ${name}: it was not taken away.`,
		`Unlock it, and try again; where it is gone for good, "secoda-upload profiles remove ${name} --keep-token" forgets the profile alone.`,
	);
}

/**
After a change of a profile: takes away a token that it left at another place, or for another host or name. Answers what is
to be said where that was not possible.
*/
export async function forgetLeftToken(
	before: TokenHolder | undefined,
	now: TokenHolder,
	env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
	if (before === undefined) return undefined;
	const same = before.tokenPlace === now.tokenPlace && accountOfProfile(before) === accountOfProfile(now);
	if (same) return undefined;
	try {
		await forgetToken(before, env);
		return undefined;
	} catch (error) {
		if (!(error instanceof TokenError)) throw error;
		return `The token that was kept before, of ${accountOfProfile(before)}, is still there: ${error.message}`;
	}
}
