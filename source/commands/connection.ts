import {parseAddress} from '../catalog/address.ts';
import {type Catalog, connect} from '../catalog/client.ts';
import {hasCode} from '../errors/user-error.ts';
import {withKeyringTimeout} from '../profiles/keyring/keyring.ts';
import type {Profile} from '../profiles/profile.ts';
import {type FoundToken, readToken} from '../profiles/token.ts';
import {isTokenError, tokenError} from '../profiles/token-error.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, isInteractive, note} from './io.ts';
import {hostOf, readStoredToken} from './profile-token.ts';
import type {UploadTarget} from './target.ts';
import {usageErrors} from './usage-errors.ts';

/** The options for connecting to a catalog. */
export type ConnectionOptions = {
	readonly tokenFile?: string | undefined;
	/** The maximum duration of a request in milliseconds. */
	readonly timeoutMs?: number | undefined;
	/** `ask` (default) prompts for a missing token in a terminal; `fail` never does. */
	readonly ifNoToken?: 'ask' | 'fail' | undefined;
};

/** A catalog and the integration to upload to. */
export type Connection = {readonly catalog: Catalog; readonly integration: string};

/**
Opens the connection of a target. Sends no request.

@throws UsageError if an option is missing, CatalogError `bad-address`, TokenError.
*/
export async function openConnection(
	target: UploadTarget,
	options: ConnectionOptions,
	io: CommandIo,
): Promise<Connection> {
	const {url, integration} = requirePlace(target);
	return {catalog: await openCatalog({url, profile: target.profile}, options, io), integration};
}

/** Returns the workspace and the integration of a target. @throws UsageError if one is missing */
export function requirePlace({url, integration}: Pick<UploadTarget, 'url' | 'integration'>) {
	if (url === undefined || integration === undefined) {
		const missing = [url === undefined ? '--url' : undefined, integration === undefined ? '--integration' : undefined];
		throw usageErrors.noTarget(missing.filter(Boolean).join(' and '));
	}

	return {url, integration};
}

/** Creates the client of a workspace. Sends no request. @throws CatalogError `bad-address`, TokenError. */
export async function openCatalog(
	{url, profile}: {readonly url: string; readonly profile: Profile | undefined},
	options: ConnectionOptions,
	io: CommandIo,
): Promise<Catalog> {
	const address = parseAddress(url);
	const {token, notice} = await findToken(
		{
			host: address.host,
			profile,
			tokenFile: options.tokenFile,
			signal: io.signal,
			keyringUntil: withKeyringTimeout(io.signal),
		},
		io.env,
	).catch(error => askForToken(error, url, options, io));
	if (notice !== undefined) note(io, visible(notice));
	return connect({address, token: token.reveal(), timeoutMs: options.timeoutMs});
}

/** Prompts for a missing token. @throws the given error if the user cannot be asked or gives up. */
async function askForToken(
	error: unknown,
	url: string,
	{ifNoToken, timeoutMs}: ConnectionOptions,
	io: CommandIo,
): Promise<FoundToken> {
	const canAsk = ifNoToken !== 'fail' && io.result === 'text' && isInteractive(io);
	if (!canAsk || !hasCode(error, ['no-token'])) throw error;
	const {promptForToken} = await import('./app-services/prompt-for-token.ts');
	const tried = await promptForToken({url}, timeoutMs, io);
	if (tried === undefined) throw error;
	return {token: tried.token};
}

export type FindTokenOptions = {
	readonly host: string;
	readonly profile: Profile | undefined;
	readonly tokenFile?: string | undefined;
	/** Aborts every wait. */
	readonly signal?: AbortSignal | undefined;
	/** Aborts the wait for the keyring; `signal` by default. */
	readonly keyringUntil?: AbortSignal | undefined;
};

/** Returns the token for a host. A stored token is only sent to the host of its profile. @throws TokenError */
export async function findToken(
	{host, profile, tokenFile, signal, keyringUntil = signal}: FindTokenOptions,
	env: NodeJS.ProcessEnv,
): Promise<FoundToken> {
	const own = profile !== undefined && hostOf(profile.url) === host ? profile : undefined;
	const found = readToken({env, tokenFile, signal, stored: own && (() => readStoredToken(own, env, keyringUntil))});
	return found.catch(error => {
		const elsewhere = own === undefined && profile !== undefined && profile.tokenPlace !== 'nowhere';
		if (!elsewhere || !isTokenError(error) || error.code !== 'no-token') throw error;
		throw tokenError(
			'no-token',
			`The stored token of ${profile.name} is for ${hostOf(profile.url)} and is never sent to ${host}.`,
			error.hint,
		);
	});
}
