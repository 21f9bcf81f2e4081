import {Asker} from './flows/asker.ts';
import {connect} from './flows/connect.ts';
import {mountInk} from './mount.tsx';
import type {Account, SetupServices, Workspace} from './services.ts';
import {type AppStreams, Left, Stage} from './stage.ts';

/** Asks for a token on a screen of its own until one works. `undefined` when the person gives up. */
export async function askForToken(
	workspace: Workspace,
	setup: SetupServices,
	streams: AppStreams,
): Promise<Account | undefined> {
	const stage = new Stage(streams, mountInk);
	try {
		const connected = await connect(new Asker(stage, 'Log in'), setup, workspace, {canMove: false});
		return connected?.account;
	} catch (error) {
		if (!(error instanceof Left)) throw error;
		return undefined;
	} finally {
		await stage.close();
	}
}
