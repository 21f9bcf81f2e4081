import type {Profile} from '../../profiles/profile.ts';
import type {Token} from '../../profiles/token.ts';
import {appStreams, type CommandIo} from '../io.ts';
import {connectedCatalog} from './connected-catalog.ts';
import {setupServices} from './set-up.ts';
import {workspaceOf} from './workspaces.ts';

/** A token that its workspace has taken, and whose it is. */
export type AcceptedToken = {readonly token: Token; readonly owner: string | undefined};

/** Asks for the token of a profile on a screen until one works. `undefined` when the person gives up. */
export async function promptForToken(
	{url}: Pick<Profile, 'url'>,
	timeoutMs: number | undefined,
	io: CommandIo,
): Promise<AcceptedToken | undefined> {
	const {askForToken} = await import('../../app/ask-for-token.ts');
	const account = await askForToken(workspaceOf(url), setupServices(io.env, timeoutMs), appStreams(io));
	return account && {token: connectedCatalog(account).token, owner: account.owner};
}
