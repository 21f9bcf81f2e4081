import type {Profile} from '../../profiles/profile.ts';
import type {Token} from '../../profiles/token.ts';
import type {CommandIo} from '../io.ts';
import {setupServices} from './set-up.ts';
import {tokenAccount} from './token-account.ts';
import {workspaceOf} from './workspaces.ts';

/** Asks for the token of a profile on a screen. `undefined` when the person gives up. */
export async function promptForToken({url}: Profile, io: CommandIo): Promise<Token | undefined> {
	const {askForToken} = await import('../../app/ask-for-token.ts');
	const account = await askForToken(workspaceOf(url), setupServices(io.env), io);
	return account && tokenAccount(account).token;
}
