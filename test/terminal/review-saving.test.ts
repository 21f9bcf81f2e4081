import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {appendFile, lstat, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-review-saving-41';

type Opened = {readonly terminal: Terminal; readonly folder: string; readonly copy: string};

async function open(t: TestContext, content: string | Buffer, more: readonly string[] = []): Promise<Opened> {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'w.csv'), content);
	const terminal = new Terminal({
		args: [programPath, 'w.csv', ...more],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: token},
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows(/quit|Esc/);
	return {terminal, folder, copy: join(folder, 'w.fixed.csv')};
}

const clean = [header, recordLine(), ''].join('\n');

/** Waits for the end, and returns what is on the terminal after the app has given the screen back. */
async function afterwards(terminal: Terminal): Promise<string> {
	assert.equal(await terminal.exited(), 0);
	const left = '\u001B[?1049l';
	const text = terminal.output.slice(terminal.output.lastIndexOf(left) + left.length);
	return text
		.replaceAll(/\u001B\[[0-9;?]*[A-Za-z]/g, '')
		.replaceAll('\r', '')
		.trim();
}

const editing = (letter: string) => `e${letter}\r`;

test('a copy that was saved from here is saved again without being asked about', async t => {
	const {terminal, copy} = await open(t, clean);
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	await terminal.press(editing('2'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'which you saved before');
	await terminal.press(keys.enter, 'Saved to');
	assert.equal(await readFile(copy, 'utf8'), [header, recordLine({col_name: 'id12'}), ''].join('\n'));
	terminal.type('q');
	assert.equal(await afterwards(terminal), 'Saved to w.fixed.csv', 'once, though it was saved twice');
});

test('replaces a copy of another program, or one changed since, only on request', async t => {
	const {terminal, copy} = await open(t, clean);
	await writeFile(copy, 'someone else');
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'r replace the copy');
	await terminal.press('r', 'Saved to');
	await appendFile(copy, 'changed by another program');
	await terminal.press(editing('2'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'r replace the copy');
	terminal.type(keys.enter);
	await terminal.press(keys.escape, 'Enter edit');
	assert.match(await readFile(copy, 'utf8'), /changed by another program$/);
});

test('refuses to replace a copy that is not a regular file', async t => {
	const {terminal, copy} = await open(t, clean);
	spawnSync('mkfifo', [copy]);
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), /is not a regular file[\s\S]*i save in place {2}a save as/);
	assert.doesNotMatch(terminal.text(), /r replace|Enter save the copy/);
	terminal.type(`r${keys.enter}`);
	await terminal.press('i', 'Saved to w.csv');
	assert.ok((await lstat(copy)).isFIFO());
});

test('where the edits were saved is shown in the form in which the path was given', async t => {
	const {terminal, folder} = await open(t, clean);
	const names = ['mine.csv', './new.csv', join(folder, 'absolute.csv'), '~/home.csv'];
	for (const [at, name] of names.entries()) {
		await terminal.press(editing(`${at}`), 'unsaved');
		await terminal.press(keys.ctrl('s'), 'a save as');
		await terminal.press('a', 'Save as');
		await terminal.press(`${keys.ctrl('u')}${name}`, `› ${name}`);
		const shown = name.replace('~', folder).replaceAll(/[.\\/]/g, '\\$&');
		await terminal.press(keys.enter, new RegExp(`Saved to ${shown}`));
	}

	for (const name of ['mine.csv', 'new.csv', 'absolute.csv', 'home.csv'])
		assert.match(await readFile(join(folder, name), 'utf8'), /^col_name/);
});

test('a file that was saved under another name is not asked about either, by whatever key it is saved again', async t => {
	const {terminal, folder} = await open(t, clean);
	const saveAs = async (name: string, shown: string) => {
		await terminal.press(keys.ctrl('s'), 'a save as');
		await terminal.press('a', 'Save as');
		await terminal.press(`${keys.ctrl('u')}${name}`, `› ${name}`);
		await terminal.press(keys.enter, shown);
	};
	await writeFile(join(folder, 'foreign.csv'), 'someone else');
	await terminal.press(editing('1'), '1 unsaved');
	await saveAs('foreign.csv', 'Replace foreign.csv?');
	await terminal.press('r', 'Saved to');
	await terminal.press(editing('2'), '1 unsaved');
	await saveAs('foreign.csv', 'Saved to');
	await terminal.press(editing('3'), '1 unsaved');
	await saveAs('w.fixed.csv', 'Saved to');
	await terminal.press(editing('4'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'which you saved before');
	assert.match(await readFile(join(folder, 'foreign.csv'), 'utf8'), /^id12,/m);
});

test('shows the original encoding when opening, when saving, and at the end', async t => {
	const {terminal, copy} = await open(
		t,
		Buffer.from([header, recordLine({description: 'Caf\u00e9'}), ''].join('\n'), 'latin1'),
	);
	await terminal.shows('looks like Windows-1252');
	await terminal.press(keys.enter, /Read as Windows-1252.*UTF-8/);
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), /written as UTF-8; the original file is Windows-1252/);
	assert.doesNotMatch(terminal.text(), /save in place/, 'the opened file cannot hold it');
	await terminal.press(keys.enter, /Saved to w\.fixed\.csv as UTF-8\. .*Windows-1252/);
	assert.equal(
		await readFile(copy, 'utf8'),
		[header, recordLine({col_name: 'id1', description: 'Café'}), ''].join('\n'),
	);
	terminal.type('q');
	assert.match(await afterwards(terminal), /^Saved to w\.fixed\.csv as UTF-8/);
});

test('the encoding that the command line names is shown too', async t => {
	const text = [header, recordLine({description: 'Caf\u00e9'}), ''].join('\n');
	for (const [content, also] of [
		[text, 'row 2'],
		// What else there is to say of the file does not hide it: this is what a spreadsheet exports.
		[text.replaceAll(',', ';'), /separated by\s+semicolons/],
		[`${header}\n`, 'has a header but no rows'],
	] as const) {
		const {terminal} = await open(t, Buffer.from(content, 'latin1'), ['--encoding', 'windows-1252']);
		await terminal.shows(/Read as\s+Windows-1252,\s+saved\s+and\s+sent\s+as\s+UTF-8/);
		await terminal.shows(also);
		assert.match(terminal.lines()[0] ?? '', /Windows-1252/);
	}
});

test('quitting prints what was saved and how the upload ended, in that order', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await open(t, clean, ['--url', sandbox.url, '--integration', sandbox.integration]);
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press('i', 'Saved to');
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed');
	await terminal.press(keys.escape, 'row 2 · col_name');
	terminal.type('q');
	const [saved, ending, ...more] = (await afterwards(terminal)).split('\n');
	assert.equal(saved, 'Saved to w.csv');
	assert.match(ending ?? '', /^Confirmed/);
	assert.match(more.join('\n'), /^Catalog: Sent/m);
});

test('quitting prints an upload that the server did not take', async t => {
	const {terminal} = await open(t, clean, ['--url', 'http://127.0.0.1:1', '--integration', 'x']);
	await terminal.press('p', 'Cannot connect to');
	await terminal.press(keys.escape, 'row 2 · col_name');
	terminal.type('q');
	assert.match(await afterwards(terminal), /Cannot connect to[\s\S]*Nothing was sent/);
});

test('quitting prints nothing when nothing was done: looked at, previewed, edits discarded', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await open(t, clean, ['--url', sandbox.url, '--integration', sandbox.integration]);
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press(keys.escape, 'row 2 · col_name');
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press('q', 'y discard');
	terminal.type('y');
	assert.equal(await afterwards(terminal), '');
});

test('what was saved in the demo is gone with it, and not printed', async t => {
	const folder = await temporaryFolder(t);
	using terminal = new Terminal({args: [programPath, 'demo'], cwd: folder, env: {HOME: folder}});
	await terminal.shows('27 errors');
	await terminal.press(editing('1'), '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	terminal.type('q');
	assert.equal(await afterwards(terminal), '');
});
