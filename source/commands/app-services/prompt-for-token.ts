import type {Profile} from '../../profiles/profile.ts';
import type {Token} from '../../profiles/token.ts';
import {appStreams, type CommandIo} from '../io.ts';
import {connectedCatalog} from './connected-catalog.ts';
import {setupServices} from './set-up.ts';
import {workspaceOf} from './workspaces.ts';

/** A token that its workspace accepted, and its owner. */
export type AcceptedToken = {readonly token: Token; readonly owner: string | undefined};

/** Prompts for the token of a profile until one is valid; `undefined` if the user gives up. */
export async function promptForToken(
	{url}: Pick<Profile, 'url'>,
	timeoutMs: number | undefined,
	io: CommandIo,
): Promise<AcceptedToken | undefined> {
	const {askForToken} = await import('../../app/ask-for-token.ts');
	const account = await askForToken(workspaceOf(url), setupServices(io.env, timeoutMs), appStreams(io));
	return account && {token: connectedCatalog(account).token, owner: account.owner};
}
