import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

export const token = 'canary-first-start-9e';

/** Starts the program for the first time, with a file in the folder. */
export async function newcomer(
	t: TestContext,
	{lines = [recordLine()], env = {}}: {readonly lines?: readonly string[]; readonly env?: Record<string, string>} = {},
): Promise<{readonly terminal: Terminal; readonly home: string; open(): Terminal}> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'my warehouse.csv'), [header, ...lines, ''].join('\n'));
	const open = () => openNewcomer(t, home, [], env);
	const terminal = open();
	await terminal.shows('What would you like to do?');
	return {terminal, home, open};
}

/** Starts the program in a folder, which also has its settings. */
export function openNewcomer(
	t: TestContext,
	home: string,
	args: readonly string[],
	env: Record<string, string> = {},
): Terminal {
	const terminal = new Terminal({
		args: [programPath, ...args],
		cwd: home,
		// No bus: other tests cover the keyring.
		env: {
			HOME: home,
			SECODA_UPLOAD_HOME: join(home, 'own'),
			DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none`,
			...env,
		},
	});
	t.after(() => terminal[Symbol.dispose]());
	return terminal;
}

/** Goes from the start options to the address of an own workspace. */
export async function toAddress(terminal: Terminal): Promise<void> {
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your Secoda workspace?');
	await terminal.press(keys.end + keys.enter, 'Workspace address');
}

export async function toToken(terminal: Terminal, url: string): Promise<void> {
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your Secoda workspace?');
	await toTokenOf(terminal, url);
}

/** Goes from the question for the workspace to its token. */
export async function toTokenOf(terminal: Terminal, url: string): Promise<void> {
	await terminal.press(keys.end + keys.enter, 'Workspace address');
	terminal.type(keys.paste(url));
	await terminal.press(keys.enter, '/settings/api');
	await terminal.press(keys.enter, 'Paste the token');
}

/** Goes from the start options to the list of integrations, with a token that is not stored. */
export async function toIntegration(terminal: Terminal, url: string): Promise<void> {
	await toToken(terminal, url);
	terminal.type(token);
	await terminal.press(keys.enter, 'Where should the token be stored?');
	await terminal.press(keys.enter, 'Which integration');
}

/** Goes from the typed token to the summary with every default. */
export async function toSummary(terminal: Terminal): Promise<void> {
	await terminal.press(keys.enter, 'Where should the token be stored?');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.enter, 'Which file?');
	terminal.type(keys.paste("'my warehouse.csv' "));
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
}
