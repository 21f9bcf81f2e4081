import {parseAddress} from '../catalog/address.ts';
import {type Catalog, connect} from '../catalog/client.ts';
import {readToken} from '../profiles/token.ts';
import {UsageError} from './failure.ts';
import type {CommandIo} from './io.ts';

/** Where an upload goes, as the command line says it. */
export type ConnectionOptions = {
	readonly url?: string | undefined;
	readonly integration?: string | undefined;
	readonly tokenFile?: string | undefined;
	/** Milliseconds a request may take. */
	readonly timeoutMs?: number | undefined;
};

/** A catalog that can be asked, and the integration in it. */
export type Connection = {readonly catalog: Catalog; readonly integration: string};

/**
Makes the connection that the options name. Nothing is sent yet.

@throws UsageError when something is missing, CatalogError `bad-address`, TokenError.
*/
export async function openConnection(options: ConnectionOptions, io: CommandIo): Promise<Connection> {
	const {url, integration} = options;
	if (url === undefined || integration === undefined) {
		const missing = [url === undefined ? '--url' : undefined, integration === undefined ? '--integration' : undefined];
		throw new UsageError(
			`It is not said where to upload to: ${missing.filter(Boolean).join(' and ')} missing. Nothing was sent.`,
			'Give --url (us, eu, apac or your own) and --integration (its id, from the address of its page).',
		);
	}

	const address = parseAddress(url);
	const {token, notice} = await readToken({
		env: io.env,
		...(options.tokenFile === undefined ? {} : {tokenFile: options.tokenFile}),
	});
	if (notice !== undefined) io.stderr.write(`${notice}\n`);
	const timeout = options.timeoutMs === undefined ? {} : {timeoutMs: options.timeoutMs};
	return {catalog: connect({address, token: token.reveal(), ...timeout}), integration};
}
