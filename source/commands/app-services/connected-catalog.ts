import type {ConnectedWorkspace, NamedItem, TokenCheckResult, Workspace} from '../../app/services.ts';
import {parseAddress} from '../../catalog/address.ts';
import {type Catalog, connect} from '../../catalog/client.ts';
import {isCatalogError} from '../../catalog/error.ts';
import type {Token} from '../../profiles/token.ts';

/** A workspace that has taken a token, with that token. */
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

/** The account behind what the app holds of it. */
export function connectedCatalog(account: ConnectedWorkspace): ConnectedCatalog {
	if (account instanceof ConnectedCatalog) return account;
	throw new Error('this account was not made here');
}

/** Asks a workspace whether it takes a token. */
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
		// What comes next is a screen's matter then, and no option's.
		return {kind: 'bad', refused, message: refused ? error.message : `${error.message} ${error.hint}`};
	}
}
