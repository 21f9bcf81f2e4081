import {askForWorkingToken} from './flows/ask-for-token.ts';
import {Prompter} from './flows/prompter.ts';
import {mountInk} from './mount.tsx';
import type {SetupServices} from './services/set-up.ts';
import type {ConnectedWorkspace, Workspace} from './services/workspace.ts';
import {AppClosed, type AppStreams, Stage} from './stage.ts';

/** Asks for a token on a separate screen until one works; returns `undefined` if the user cancels. */
export async function askForToken(
	workspace: Workspace,
	setup: SetupServices,
	streams: AppStreams,
): Promise<ConnectedWorkspace | undefined> {
	const stage = new Stage(streams, mountInk);
	try {
		const connected = await askForWorkingToken(new Prompter(stage, 'Log in'), setup, workspace, {
			canChangeRegion: false,
		});
		return connected?.account;
	} catch (error) {
		if (!(error instanceof AppClosed)) throw error;
		return undefined;
	} finally {
		await stage.close();
	}
}
