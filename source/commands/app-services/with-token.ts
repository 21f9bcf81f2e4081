import type {ConnectedWorkspace, OpenResult, TokenPrompt} from '../../app/services/workspace.ts';
import {parseAddress} from '../../catalog/address.ts';
import {type Catalog, connect} from '../../catalog/client.ts';
import type {Profile} from '../../profiles/profile.ts';
import {isTokenError} from '../../profiles/token-error.ts';
import {findToken} from '../connection.ts';
import {connectedCatalog} from './connected-catalog.ts';
import {workspaceOf} from './workspaces.ts';

/** A workspace, and the profile whose token it gets. */
type WorkspaceOfToken = {readonly url: string; readonly profile: Profile | undefined};

/** How to find the token of a workspace. */
type TokenSearch = {
	/** A workspace with a token that the user typed. */
	readonly account: ConnectedWorkspace | undefined;
	readonly signal: AbortSignal;
	/** The maximum duration of a request in milliseconds. */
	readonly timeoutMs: number | undefined;
};

/** Opens something with the client of a workspace; returns a request for the token if it is missing. */
export async function withToken<Value>(
	{url, profile}: WorkspaceOfToken,
	{account, signal, timeoutMs}: TokenSearch,
	env: NodeJS.ProcessEnv,
	open: (catalog: Catalog) => Value,
): Promise<OpenResult<Value>> {
	const address = parseAddress(url);
	try {
		// A typed token belongs to the host that accepted it.
		const token =
			account === undefined || account.host !== address.host
				? (await findToken({host: address.host, profile, signal}, env)).token
				: connectedCatalog(account).token;
		return {kind: 'opened', opened: open(connect({address, token: token.reveal(), timeoutMs}))};
	} catch (error) {
		if (!isTokenError(error)) throw error;
		return {kind: 'token-wanted', wanted: tokenPrompt({url, profile}, error.message)};
	}
}

/** Returns a request for the token of a workspace. */
export function tokenPrompt({url, profile}: WorkspaceOfToken, message: string): TokenPrompt {
	const tokenPlace = profile?.tokenPlace ?? 'nowhere';
	const storedIn = {keyring: 'in the keyring', file: 'in a file that only you can read', nowhere: undefined}[
		tokenPlace
	];
	return {workspace: workspaceOf(url), reason: message, storedIn};
}
