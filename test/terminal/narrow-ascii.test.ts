import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {token, toToken} from './newcomer.ts';
import {keys, Terminal} from './terminal.ts';

/** Opens the program in a window of 60x16 with `--ascii`, again on the same folder if need be. */
async function desk(t: TestContext, lines: readonly string[] = []): Promise<(...args: readonly string[]) => Terminal> {
	const home = await temporaryFolder(t);
	await mkdir(join(home, 'own'));
	await writeFile(join(home, 'w.csv'), [header, ...lines, ''].join('\n'));
	return (...args) => {
		const terminal = new Terminal({
			args: [programPath, ...args, '--ascii'],
			cwd: home,
			columns: 60,
			rows: 16,
			env: {
				HOME: home,
				SECODA_UPLOAD_HOME: join(home, 'own'),
				DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none`,
			},
		});
		t.after(() => terminal[Symbol.dispose]());
		return terminal;
	};
}

/** Every answer that can be chosen is shown whole, with what it means. */
function assertWhole(terminal: Terminal, ...answers: readonly string[]): void {
	const lines = terminal.lines();
	for (const answer of answers) {
		const line = lines.find(shown => /^ [> ] /.test(shown) && shown.includes(answer));
		assert.ok(line !== undefined && !/[~.…]$/.test(line), `${answer}\n${terminal.text()}`);
	}
}

test('the answers about unsaved edits are whole', async t => {
	const open = await desk(t, [recordLine()]);
	const first = open('w.csv');
	await first.press('', 'quit');
	await first.press(`e${keys.ctrl('u')}edited\r`, 'unsaved');
	const second = open('w.csv');
	await second.shows('another window');
	assertWhole(second, 'Go back', 'Open it here too');
	second.type(keys.escape);
	await second.exited();
	first.type(keys.ctrl('c').repeat(2));
	await first.exited();
	const again = open('w.csv');
	await again.shows('Restore unsaved edits?');
	assertWhole(again, 'Restore', 'Keep for later', 'Discard');
});

test('the answers of the set-up are whole', async t => {
	const sandbox = await start(t, {token});
	const terminal = (await desk(t))();
	await terminal.shows('What would you like to do?');
	assertWhole(terminal, 'Check a file', 'Try the sandbox', 'Connect a workspace');
	await toToken(terminal, sandbox.url);
	terminal.type(token);
	await terminal.press(keys.enter, 'Where should the token be stored?');
	assertWhole(terminal, 'Do not store it', 'In a file');
	await terminal.press(keys.enter, 'Which integration');
	assertWhole(terminal, 'New integration');
	await terminal.press(keys.end, '> New integration');
	await terminal.press(keys.enter, 'Name of the new integration');
	await terminal.press(`Lager${keys.enter}`, 'What type of integration is "Lager"?');
	assertWhole(terminal, 'custom', 'not listed here');
});

test('a text that is cut does not end like a sentence', async t => {
	const open = await desk(t, [recordLine({col_description: 'Confirmed: all of it and then some more words'})]);
	const terminal = open('w.csv');
	await terminal.shows(/Confirmed: all of it[a-z ]*~/);
});
