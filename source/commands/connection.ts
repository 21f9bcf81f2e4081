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
import {usageError} from './usage-error.ts';

/** How a catalog is reached, as the command line says it. */
export type ConnectionOptions = {
	readonly tokenFile?: string | undefined;
	/** Milliseconds a request may take. */
	readonly timeoutMs?: number | undefined;
	/** What to do without a token: `ask`, the default, asks a person at a terminal for it. */
	readonly ifNoToken?: 'ask' | 'fail' | undefined;
};

/** A catalog that can be asked, and the integration in it. */
export type Connection = {readonly catalog: Catalog; readonly integration: string};

/**
Makes the connection of a target. Nothing is sent yet.

@throws UsageError when something is missing, CatalogError `bad-address`, TokenError.
*/
export async function openConnection(
	target: UploadTarget,
	options: ConnectionOptions,
	io: CommandIo,
): Promise<Connection> {
	const {url, integration} = target;
	if (url === undefined || integration === undefined) {
		const missing = [url === undefined ? '--url' : undefined, integration === undefined ? '--integration' : undefined];
		throw usageError(
			`No upload target: ${missing.filter(Boolean).join(' and ')} missing. Nothing was sent.`,
			'Give --url (us, eu, apac or an address; SECODA_UPLOAD_URL) and --integration (the id in the address of its page; SECODA_UPLOAD_INTEGRATION), or a profile.',
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

/** Asks a person at a terminal for the token that was not found. @throws the error where nobody is there, or they give up. */
async function askForToken(
	error: unknown,
	url: string,
	{ifNoToken: withoutToken, timeoutMs}: ConnectionOptions,
	io: CommandIo,
): Promise<FoundToken> {
	const asks = withoutToken !== 'fail' && io.result === 'text' && isInteractive(io);
	if (!asks || !hasCode(error, ['no-token'])) throw error;
	const {promptForToken} = await import('./app-services/prompt-for-token.ts');
	const tried = await promptForToken({url}, timeoutMs, io);
	if (tried === undefined) throw error;
	return {token: tried.token};
}

export type FindTokenOptions = {
	readonly host: string;
	readonly profile: Profile | undefined;
	readonly tokenFile?: string | undefined;
	/** Ends every wait. */
	readonly signal?: AbortSignal | undefined;
	/** Ends the wait for the keyring, where that is not as long. */
	readonly keyringUntil?: AbortSignal | undefined;
};

/** The token for a host. A stored one belongs to its profile's host: it is not sent to another. @throws TokenError */
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
			`The stored token of ${profile.name} is for ${hostOf(profile.url)}; it is not sent to ${host}.`,
			error.hint,
		);
	});
}
