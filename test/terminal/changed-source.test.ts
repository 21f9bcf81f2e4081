import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {appendFile, mkdir, readFile, rename, rm, symlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {sha256} from '../support/fault-server.ts';
import {type Opened, type OpenOptions, openInTerminal} from '../support/opened.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, type Terminal} from './terminal.ts';

const lines = [recordLine(), recordLine({col_name: 'b'}), recordLine({col_name: 'c'})];
const content = [header, ...lines, ''].join('\n');
/** The file with the edit that each test makes. */
const edited = content.replace('\nid,', '\nedited,');

/** Opens the file and edits a cell. */
async function openAndEdit(t: TestContext, options: OpenOptions = {}): Promise<Opened> {
	const opened = await openInTerminal(t, content, {until: 'no problems', ...options});
	// What the file held is recorded in the background, long before these keys are drawn.
	await opened.terminal.press('j', 'row 3 ·');
	await opened.terminal.press('k', 'row 2 ·');
	await opened.terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	return opened;
}

async function touch(path: string): Promise<void> {
	const now = Date.now() / 1000;
	await utimes(path, now, now + 60);
}

/** Selects how to save with this key. */
async function save(terminal: Terminal, key: string, shown: string | RegExp): Promise<void> {
	await terminal.press(keys.ctrl('s'), 'save as');
	await terminal.press(key, shown);
}

/** Saves under another name than the one that is offered. */
async function saveAs(terminal: Terminal, path: string, shown: string | RegExp): Promise<void> {
	await save(terminal, 'a', 'The open file does not change');
	await enterPath(terminal, path, shown);
}

async function enterPath(terminal: Terminal, path: string, shown: string | RegExp): Promise<void> {
	await terminal.press(`${keys.ctrl('u')}${path}`, `› ${path}`);
	await terminal.press(keys.enter, shown);
}

const isRefused = /since\s+it\s+was\s+opened/;

/** A save in place is refused, and the message says which keys save elsewhere. */
async function assertNotInPlace(terminal: Terminal): Promise<void> {
	await save(terminal, 'i', isRefused);
	await terminal.shows(/Ctrl\+S,\s+then\s+a/);
	await terminal.shows('1 unsaved');
}

test('touched: the same bytes are saved in place and as a copy, and again after that', async t => {
	const {terminal, file} = await openAndEdit(t);
	await touch(file);
	await save(terminal, keys.enter, 'Saved to');
	assert.equal(await readFile(file.replace('.csv', '.fixed.csv'), 'utf8'), edited);
	await terminal.press(`j0e${keys.ctrl('u')}second\r`, '1 unsaved');
	await save(terminal, 'i', 'Saved to warehouse.csv');
	assert.equal(await readFile(file, 'utf8'), edited.replace('\nb,', '\nsecond,'));
	await terminal.press(`j0e${keys.ctrl('u')}third\r`, '1 unsaved');
	await touch(file);
	await save(terminal, 'i', 'Saved to warehouse.csv');
	assert.equal(await readFile(file, 'utf8'), edited.replace('\nb,', '\nsecond,').replace('\nc,', '\nthird,'));
});

test('touched: the same bytes are uploaded', async t => {
	const token = 'canary-8a1e5f60';
	const sandbox = await start(t, {token});
	const args = ['--url', sandbox.url, '--integration', sandbox.integration];
	const {terminal, file} = await openAndEdit(t, {args, env: () => ({SECODA_API_TOKEN: token})});
	await touch(file);
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed');
	assert.deepEqual(
		sandbox.uploads.map(upload => upload.sha256),
		[sha256(Buffer.from(edited))],
	);
});

test('replaced by a file with the same bytes: it is saved in place', async t => {
	const {terminal, file} = await openAndEdit(t);
	await writeFile(`${file}.new`, content);
	await rename(`${file}.new`, file);
	await save(terminal, 'i', 'Saved to warehouse.csv');
	assert.equal(await readFile(file, 'utf8'), edited);
});

const other = content.replaceAll('sales', 'hr');
const changes = [
	[
		'appended to',
		(file: string) => appendFile(file, `${recordLine({col_name: 'd'})}\n`),
		/added\s+rows\s+to\s+the\s+source\s+file/,
	],
	[
		'replaced',
		(file: string) => writeFile(`${file}.new`, other).then(() => rename(`${file}.new`, file)),
		/replaced\s+the\s+source\s+file/,
	],
	['removed', (file: string) => rm(file), /Saved to \S+$/m],
] as const;
for (const [what, change, shown] of changes) {
	test(`${what}: refuses to save in place, and saves the opened content with the edits as a copy or under another name`, async t => {
		const {terminal, file, folder} = await openAndEdit(t);
		await change(file);
		const now = await readFile(file, 'utf8').catch(() => undefined);
		await assertNotInPlace(terminal);
		await saveAs(terminal, 'mine.csv', /Saved to \S*mine.csv/);
		await terminal.shows(shown);
		assert.equal(await readFile(join(folder, 'mine.csv'), 'utf8'), edited);
		await terminal.press(`j0e${keys.ctrl('u')}second\r`, '1 unsaved');
		await save(terminal, keys.enter, /Saved to \S*warehouse.fixed.csv/);
		await terminal.shows(shown);
		assert.equal(await readFile(now === undefined ? join(folder, 'mine.csv') : file, 'utf8'), now ?? edited);
	});
}

const overwritings = [
	['of the same size', other.replaceAll('hr', 'other')],
	['of another size', 'short\n'],
] as const;
for (const [what, text] of overwritings) {
	test(`overwritten with bytes ${what}: nothing is saved until it is restored`, async t => {
		const {terminal, file, folder} = await openAndEdit(t);
		await writeFile(file, text);
		await touch(file);
		await save(terminal, 'i', isRefused);
		await terminal.shows(/Your edits\s+are\s+still\s+here/);
		await saveAs(terminal, 'mine.csv', isRefused);
		await assert.rejects(readFile(join(folder, 'mine.csv')), {code: 'ENOENT'});
		assert.equal(await readFile(file, 'utf8'), text);
		// As git does it: the file is another one with the old bytes.
		await rm(file);
		await writeFile(file, content);
		await save(terminal, 'i', 'Saved to warehouse.csv');
		assert.equal(await readFile(file, 'utf8'), edited);
		await terminal.shows('edited');
	});
}

test('an overwritten file: the next key warns about wrong rows, and the warning ends when the file is restored', async t => {
	const {terminal, file} = await openAndEdit(t);
	await writeFile(file, other);
	await touch(file);
	const warning = 'Rows may be wrong';
	await terminal.press('j', warning);
	await rm(file);
	await writeFile(file, content);
	await terminal.press('j', 'row 4 ·');
	await terminal.shows(/^(?![\s\S]*Rows may be wrong)/);
	await touch(file);
	await appendFile(file, `${recordLine({col_name: 'd'})}\n`);
	await terminal.press('kk', 'row 2 ·');
	await save(terminal, keys.enter, 'Saved to');
	assert.equal(await readFile(file.replace('.csv', '.fixed.csv'), 'utf8'), edited);
});

test('save as never writes the open file, and asks before it replaces another', async t => {
	const {terminal, file, folder} = await openAndEdit(t);
	await symlink(file, join(folder, 'link.csv'));
	await mkdir(join(folder, 'folder'));
	await writeFile(join(folder, 'there.csv'), 'precious');
	await saveAs(terminal, 'warehouse.csv', 'This is the open file');
	await enterPath(terminal, './link.csv', 'This is the open file');
	for (const name of ['folder', 'folder/', 'new/', 'new/.']) await enterPath(terminal, name, 'names a folder');
	spawnSync('mkfifo', [join(folder, 'pipe')]);
	await symlink('pipe', join(folder, 'to-pipe'));
	for (const name of ['/dev/null', '/dev/fd/9', 'pipe', 'to-pipe'])
		await enterPath(terminal, name, 'is not a regular file');
	await enterPath(terminal, '/proc/x.csv', 'no file can be created in /proc');
	await enterPath(terminal, '', 'Type the path');
	await enterPath(terminal, 'nowhere/x.csv', 'was not written');
	await enterPath(terminal, 'there.csv', 'Replace there.csv?');
	await terminal.press(keys.enter, 'Replace there.csv?');
	await terminal.press(keys.escape, 'The open file does not change');
	assert.equal(await readFile(join(folder, 'there.csv'), 'utf8'), 'precious');
	await terminal.press(keys.enter, 'Replace there.csv?');
	await terminal.press('r', /Saved to \S*there.csv/);
	assert.equal(await readFile(join(folder, 'there.csv'), 'utf8'), edited);
	assert.equal(await readFile(file, 'utf8'), content);
});

test('save as can be cancelled without losing edits: Esc, Ctrl+C', async t => {
	const {terminal} = await openAndEdit(t);
	for (const key of [keys.escape, keys.ctrl('c')]) {
		await save(terminal, 'a', 'The open file does not change');
		await terminal.press(key, '1 unsaved');
	}

	await terminal.press('q', 'Unsaved edits in 1 row');
});

test('the path of save as is completed', async t => {
	const {terminal, folder} = await openAndEdit(t);
	await mkdir(join(folder, 'results'));
	await save(terminal, 'a', 'The open file does not change');
	await terminal.press(`${keys.ctrl('u')}res`, 'results/');
	await terminal.press(keys.tab, '› results/');
	await terminal.press('mine.csv\r', 'Saved to');
	assert.equal(await readFile(join(folder, 'results', 'mine.csv'), 'utf8'), edited);
});

test('a private copy of a file in another encoding is saved under a name, never in place', async t => {
	const {terminal, file, folder} = await openInTerminal(t, Buffer.from(`\uFEFF${content}`, 'utf16le'), {
		until: 'UTF-16',
	});
	await terminal.press(keys.enter, 'no problems');
	await terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	await saveAs(terminal, 'warehouse.csv', 'This is the open file');
	await enterPath(terminal, 'mine.csv', 'Saved to');
	assert.equal(await readFile(join(folder, 'mine.csv'), 'utf8'), edited);
	assert.deepEqual(await readFile(file), Buffer.from(`\uFEFF${content}`, 'utf16le'));
});
