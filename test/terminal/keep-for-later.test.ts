import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {type Opened, type OpenOptions, openInTerminal} from '../support/opened.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const rows = Array.from({length: 2000}, (_, at) => recordLine({col_name: `c${at}`}));
const content = [header, ...rows, ''].join('\n');
const question = 'Unsaved edits in 1 row';
const restore = 'Restore unsaved edits?';

/** Opens the file, edits a cell, and waits until what the file held is recorded. */
async function openAndEdit(t: TestContext, options: OpenOptions & {readonly content?: string} = {}): Promise<Opened> {
	const opened = await openInTerminal(t, options.content ?? content, {until: 'no problems', ...options});
	await opened.terminal.press('j', 'row 3 ·');
	await opened.terminal.press('k', 'row 2 ·');
	await opened.terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	return opened;
}

/** Opens the same file again, in the state that the program has left. */
function openAgain(t: TestContext, {folder}: Opened, args: readonly string[] = []): Terminal {
	const env = {HOME: folder, SECODA_UPLOAD_HOME: folder};
	const terminal = new Terminal({args: [programPath, 'warehouse.csv', ...args], cwd: folder, env});
	t.after(() => terminal[Symbol.dispose]());
	return terminal;
}

/** Returns the terminal after the program has ended and left the alternate screen. */
async function afterwards(terminal: Terminal): Promise<string> {
	assert.equal(await terminal.exited(), 0);
	return terminal.text().trim();
}

async function assertRestores(terminal: Terminal): Promise<void> {
	await terminal.shows(restore);
	await terminal.press(keys.enter, '1 unsaved');
	await terminal.shows(/2 +~edited/);
}

for (const [columns, height] of [
	[80, 24],
	[60, 16],
] as const) {
	test(`at ${columns}x${height} q and k keep the edits of a file that another program has cut, and the next opening restores them`, async t => {
		const opened = await openAndEdit(t, {columns, rows: height});
		const {terminal, file} = opened;
		await truncate(file, 100_000);
		await terminal.press('G', 'This row cannot be read');
		await terminal.shows(/q,\s+then\s+k/);
		await terminal.press('q', question);
		await terminal.shows(/Another\s+program\s+changed/);
		await terminal.shows('k keep for later');
		terminal.type('k');
		assert.match(await afterwards(terminal), /edits in 1 row of warehouse\.csv are kept/);
		await assertRestores(openAgain(t, opened));
	});
}

test('the quit question offers to keep, to save and to discard; Ctrl+C twice keeps', async t => {
	const opened = await openAndEdit(t);
	const {terminal} = opened;
	await terminal.press('q', question);
	for (const offer of ['k keep for later', 'Ctrl+S save', 'y discard', 'Esc back']) await terminal.shows(offer);
	await terminal.press('q', question);
	await terminal.press(keys.escape, 'Enter edit');
	terminal.type(keys.ctrl('c') + keys.ctrl('c'));
	assert.match(await afterwards(terminal), /are kept/);
	const again = openAgain(t, opened);
	await assertRestores(again);
	await again.press('q', question);
	again.type('y');
	assert.equal(await afterwards(again), '');
	await openAgain(t, opened).shows('no problems');
});

test('from the preview, Ctrl+C and q lead to the same question', async t => {
	const token = 'canary-41c0be77';
	const sandbox = await start(t, {token});
	const args = ['--url', sandbox.url, '--integration', sandbox.integration];
	const opened = await openAndEdit(t, {
		content: `${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`,
		args,
		env: () => ({SECODA_API_TOKEN: token}),
	});
	const {terminal} = opened;
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press(keys.ctrl('c'), 'Enter edit');
	terminal.type(keys.ctrl('c'));
	await terminal.shows('k keep for later');
	terminal.type(keys.ctrl('c'));
	assert.match(await afterwards(terminal), /are kept/);
	await assertRestores(openAgain(t, opened));
});

test('reading the file in another encoding asks about restored edits first', async t => {
	const latin = Buffer.from(`${header}\n${recordLine({description: 'plain'})}\n`, 'latin1');
	const long = Array.from({length: 2000}, (_, at) => recordLine({col_name: `c${at}`, description: 'x'.repeat(80)}));
	const late = Buffer.concat([
		latin,
		Buffer.from(`${long.join('\n')}\n${recordLine({col_name: 'last', description: 'Café'})}\n`, 'latin1'),
	]);
	const opened = await openInTerminal(t, late, {until: 'Different encoding'});
	const {terminal} = opened;
	await terminal.press(keys.escape, 'Enter edit');
	await terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	terminal.kill('SIGKILL');
	await terminal.exited();
	const again = openAgain(t, opened);
	await again.shows(restore);
	await again.press(keys.enter, 'Different encoding');
	await again.press(keys.enter, question);
	await again.press('k', 'Read as Windows-1252');
	again.type('q');
	assert.match(await afterwards(again), /are kept/);
	await openAgain(t, opened).shows(restore);
});

test('where the journal cannot be written nothing is promised, and no key discards unasked', async t => {
	const opened = await openInTerminal(t, content, {until: 'no problems'});
	const {terminal, folder} = opened;
	const database = new DatabaseSync(join(folder, 'state', 'state.db'));
	t.after(() => database.close());
	database.exec('DROP TABLE journal_changes; DROP TABLE journal_entries');
	await terminal.press(`e${keys.ctrl('u')}edited\r`, 'not protected');
	await terminal.press(keys.ctrl('c'), question);
	await terminal.shows(/cannot be\s+kept/);
	await terminal.shows('Ctrl+S save');
	await terminal.press(`${keys.ctrl('c').repeat(2)}k`, 'y discard');
	assert.doesNotMatch(terminal.text(), /keep for later/);
	terminal.type('y');
	assert.doesNotMatch(await afterwards(terminal), /are kept/);
});

for (const [signal, code] of [
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const) {
	test(`after ${signal} the terminal shows that unsaved edits are kept`, async t => {
		const opened = await openAndEdit(t);
		opened.terminal.kill(signal);
		assert.equal(await opened.terminal.exited(), code);
		assert.match(opened.terminal.text(), /Unsaved edits in 1 row of warehouse\.csv are kept/);
		await openAgain(t, opened).shows(restore);
	});
}

test('the demo keeps nothing, and does not offer to', async t => {
	const opened = await openInTerminal(t, content, {until: 'no problems'});
	const env = {HOME: opened.folder};
	using terminal = new Terminal({args: [programPath, 'demo'], cwd: opened.folder, env});
	await terminal.shows('27 errors');
	await terminal.press(`e${keys.ctrl('u')}1\r`, '1 unsaved');
	await terminal.press('q', question);
	await terminal.shows('y discard');
	assert.doesNotMatch(terminal.text(), /keep for later/);
	terminal.kill('SIGTERM');
	await terminal.exited();
	assert.doesNotMatch(terminal.text(), /are kept/);
});
