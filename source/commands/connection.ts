import {parseAddress} from '../catalog/address.ts';
import {type Catalog, connect} from '../catalog/client.ts';
import {accountOf} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import {readToken, type Token, type TokenFound} from '../profiles/token.ts';
import {TokenError} from '../profiles/token-error.ts';
import {UsageError} from './failure.ts';
import type {CommandIo} from './io.ts';
import {tokenVault} from './settings.ts';
import type {Target} from './target.ts';

/** How a catalog is reached, as the command line says it. */
export type ConnectionOptions = {
	readonly tokenFile?: string | undefined;
	/** Milliseconds a request may take. */
	readonly timeoutMs?: number | undefined;
};

/** A catalog that can be asked, and the integration in it. */
export type Connection = {readonly catalog: Catalog; readonly integration: string};

/**
Makes the connection of a target. Nothing is sent yet.

@throws UsageError when something is missing, CatalogError `bad-address`, TokenError.
*/
export async function openConnection(target: Target, options: ConnectionOptions, io: CommandIo): Promise<Connection> {
	const {url, integration} = target;
	if (url === undefined || integration === undefined) {
		const missing = [url === undefined ? '--url' : undefined, integration === undefined ? '--integration' : undefined];
		throw new UsageError(
			`It is not said where to upload to: ${missing.filter(Boolean).join(' and ')} missing. Nothing was sent.`,
			'Give --url (us, eu, apac or your own; SECODA_UPLOAD_URL) and --integration (its id, from the address of its page; SECODA_UPLOAD_INTEGRATION), or name a profile.',
		);
	}

	return {catalog: await openCatalog({url, profile: target.profile}, options, io), integration};
}

/** Makes the client of a workspace. Nothing is sent yet. @throws CatalogError `bad-address`, TokenError. */
export async function openCatalog(
	{url, profile}: {readonly url: string; readonly profile: Profile | undefined},
	options: ConnectionOptions,
	io: CommandIo,
): Promise<Catalog> {
	const address = parseAddress(url);
	const {token, notice} = await findToken({host: address.host, profile, tokenFile: options.tokenFile}, io.env);
	if (notice !== undefined) io.stderr.write(`${notice}\n`);
	const timeout = options.timeoutMs === undefined ? {} : {timeoutMs: options.timeoutMs};
	return connect({address, token: token.reveal(), ...timeout});
}

export type TokenOptions = {
	readonly host: string;
	readonly profile: Profile | undefined;
	readonly tokenFile?: string | undefined;
	/** Ends the wait for the keyring; without it that is waited for 3 seconds. */
	readonly signal?: AbortSignal | undefined;
};

/** The token for a host. A stored one belongs to its profile's host: it is not sent to another. @throws TokenError */
export async function findToken(
	{host, profile, tokenFile, signal}: TokenOptions,
	env: NodeJS.ProcessEnv,
): Promise<TokenFound> {
	const own = profile !== undefined && parseAddress(profile.url).host === host ? profile : undefined;
	return readToken({env, tokenFile, stored: own && (() => storedToken(own, env, signal))});
}

/** The token that was stored for a profile. @throws TokenError */
async function storedToken(
	profile: Profile,
	env: NodeJS.ProcessEnv,
	signal: AbortSignal | undefined,
): Promise<Token | undefined> {
	const {name, tokenPlace} = profile;
	if (tokenPlace === 'nowhere') return undefined;
	const token = await tokenVault(env).get(tokenPlace, accountOfProfile(profile), signal);
	if (token !== undefined) return token;
	throw new TokenError(
		'keyring',
		tokenPlace === 'keyring'
			? `The keyring is locked, or no longer holds the token of ${name}. Nothing was sent.`
			: `The file with the token of ${name} is gone. Nothing was sent.`,
		`${tokenPlace === 'keyring' ? 'Unlock it, or store' : 'Store'} the token again with "secoda-upload login ${name}".`,
	);
}

/** The account of a profile's token. */
export function accountOfProfile({name, url}: Pick<Profile, 'name' | 'url'>): string {
	return accountOf(name, parseAddress(url).host);
}
