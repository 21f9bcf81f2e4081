import {parseAddress} from '../catalog/address.ts';
import {type Catalog, connect} from '../catalog/client.ts';
import type {Profile} from '../profiles/store.ts';
import {readToken} from '../profiles/token.ts';
import {UsageError} from './failure.ts';
import type {CommandIo} from './io.ts';
import {storedToken} from './login.ts';

/** Where an upload goes, as the command line says it. */
export type ConnectionOptions = {
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
	readonly tokenFile?: string | undefined;
	/** Milliseconds a request may take. */
	readonly timeoutMs?: number | undefined;
	/** The profile that url and integration come from. */
	readonly profile?: Profile | undefined;
};

/** A catalog that can be asked, and the integration in it. */
export type Connection = {readonly catalog: Catalog; readonly integration: string};

/**
Makes the connection that the options name. Nothing is sent yet.

@throws UsageError when something is missing, CatalogError `bad-address`, TokenError.
*/
export async function openConnection(options: ConnectionOptions, io: CommandIo): Promise<Connection> {
	const {profile} = options;
	const url = options.url ?? profile?.url;
	const integration = options.integration ?? profile?.integration;
	if (url === undefined || integration === undefined) {
		const missing = [url === undefined ? '--url' : undefined, integration === undefined ? '--integration' : undefined];
		throw new UsageError(
			`It is not said where to upload to: ${missing.filter(Boolean).join(' and ')} missing. Nothing was sent.`,
			'Give --url (us, eu, apac or your own) and --integration (its id, from the address of its page).',
		);
	}

	const address = parseAddress(url);
	// A stored token belongs to its profile's host: it is not sent to one that was named instead.
	const own = profile !== undefined && parseAddress(profile.url).host === address.host ? profile : undefined;
	const {token, notice} = await readToken({
		env: io.env,
		tokenFile: options.tokenFile,
		stored: own && (() => storedToken(own, io.env)),
	});
	if (notice !== undefined) io.stderr.write(`${notice}\n`);
	const timeout = options.timeoutMs === undefined ? {} : {timeoutMs: options.timeoutMs};
	return {catalog: connect({address, token: token.reveal(), ...timeout}), integration};
}
