import type {ConnectedWorkspace, NamedItem, TokenCheckResult, Workspace} from '../../app/services/workspace.ts';
import {parseAddress} from '../../catalog/address.ts';
import {type Catalog, connect} from '../../catalog/client.ts';
import {isCatalogError} from '../../catalog/error.ts';
import type {Token} from '../../profiles/token.ts';

/** A workspace that accepted a token, with its client. */
class ConnectedCatalog implements ConnectedWorkspace {
	readonly host: string;
	readonly owner: string | undefined;
	readonly token: Token;
	readonly catalog: Catalog;

	constructor(catalog: Catalog, token: Token, whose: string | undefined) {
		this.host = catalog.address.host;
		this.catalog = catalog;
		this.token = token;
		this.owner = whose;
	}

	integrations(signal: AbortSignal): AsyncGenerator<readonly NamedItem[], void, void> {
		return this.catalog.integrations(signal);
	}

	teams(signal: AbortSignal): Promise<readonly NamedItem[]> {
		return this.catalog.teams(signal);
	}
}

/** Returns the client behind a workspace that the app holds. */
export function connectedCatalog(account: ConnectedWorkspace): ConnectedCatalog {
	if (account instanceof ConnectedCatalog) return account;
	throw new Error('unknown implementation of a connected workspace');
}

/** Tests a token in its workspace. */
export async function verifyToken(
	{url}: Pick<Workspace, 'url'>,
	token: Token,
	signal: AbortSignal,
	timeoutMs?: number,
): Promise<TokenCheckResult> {
	try {
		const catalog = connect({address: parseAddress(url), token: token.reveal(), timeoutMs});
		const {name, email} = await catalog.tokenOwner(signal);
		return {kind: 'good', account: new ConnectedCatalog(catalog, token, name ?? email)};
	} catch (error) {
		if (!isCatalogError(error)) throw error;
		const refused = error.code === 'unauthorized' || error.code === 'forbidden';
		// The hint names options; a screen has its own next step.
		return {kind: 'bad', refused, message: refused ? error.message : `${error.message} ${error.hint}`};
	}
}
