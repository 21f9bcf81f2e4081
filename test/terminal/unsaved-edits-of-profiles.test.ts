import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-7be20c55';
const question = 'Restore unsaved edits?';

async function killed(terminal: Terminal): Promise<void> {
	terminal.kill('SIGKILL');
	await terminal.exited();
}

test('the safe fixes of a profile are made again and never asked about; edits come on top of them, with and without it', async t => {
	const sandbox = await start(t, {token});
	const folder = await temporaryFolder(t);
	const file = join(folder, 'w.csv');
	await writeFile(file, `${header}\n${recordLine({is_view: 'no'})}\n${recordLine({col_name: 'b', is_view: 'no'})}\n`);
	await mkdir(join(folder, 'profiles'));
	const profile = {url: sandbox.url, integration: sandbox.integration, file, tokenPlace: 'nowhere', safeFixes: true};
	await writeFile(join(folder, 'profiles', 'nightly.json'), JSON.stringify(profile));
	const open = (...args: readonly string[]) => {
		const env = {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: token};
		const terminal = new Terminal({args: [programPath, ...args], cwd: folder, env});
		t.after(() => terminal[Symbol.dispose]());
		return terminal;
	};
	let terminal = open();
	await terminal.shows('▸ nightly');
	await terminal.press('r', '2 unsaved');
	await killed(terminal);

	terminal = open();
	await terminal.shows('▸ nightly');
	await terminal.press('r', '2 unsaved');
	await terminal.press(`e${keys.ctrl('u')}key\r`, /2 +~key/);
	await killed(terminal);

	terminal = open();
	await terminal.shows('▸ nightly');
	await terminal.press(keys.enter, question);
	// Straight to the preview: what was restored is looked at before anybody leaves it.
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press(keys.escape, /2 unsaved[\s\S]*2 +~key/);
	await killed(terminal);

	terminal = open('w.csv');
	await terminal.shows(question);
	await terminal.press(keys.enter, /1 unsaved[\s\S]*2 +~key/);
});

test('edits belong to the encoding that the file was read in', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'w.csv'), Buffer.from(`${header}\n${recordLine({description: 'Café'})}\n`, 'latin1'));
	const open = () => {
		const terminal = new Terminal({
			args: [programPath, 'w.csv'],
			cwd: folder,
			env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
		});
		t.after(() => terminal[Symbol.dispose]());
		return terminal;
	};
	const first = open();
	await first.shows('Different encoding');
	await first.press(keys.enter, 'no problems');
	await first.press(`e${keys.ctrl('u')}key\r`, /2 +~key/);
	await killed(first);
	const second = open();
	await second.shows('Different encoding');
	await second.press(keys.enter, question);
	await second.press(keys.enter, /2 +~key/);
});
