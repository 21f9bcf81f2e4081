import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

async function open(t: TestContext, content: string | Buffer): Promise<{terminal: Terminal; file: string}> {
	const folder = await temporaryFolder(t);
	const file = join(folder, 'w.csv');
	await writeFile(file, content);
	const terminal = new Terminal({args: [programPath, 'w.csv'], cwd: folder, env: {HOME: folder}});
	t.after(() => terminal[Symbol.dispose]());
	return {terminal, file};
}

test('reads a file in UTF-16 after confirmation without changing it', async t => {
	const bytes = Buffer.from(`\uFEFF${header}\n${recordLine({description: '漢字'})}\n`, 'utf16le');
	const {terminal, file} = await open(t, bytes);
	await terminal.shows('UTF-16');
	await terminal.press(keys.enter, 'no problems');
	await terminal.press('$', 'row 2');
	await terminal.press(`0e${keys.ctrl('u')}key\r`, '1 unsaved');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assert.ok((await readFile(file)).equals(bytes));
	const copy = await readFile(file.replace('.csv', '.fixed.csv'), 'utf8');
	assert.equal(copy, `${header}\n${recordLine({col_name: 'key', description: '漢字'})}\n`);
});

test('shows how to read the file when the user declines', async t => {
	const {terminal} = await open(t, Buffer.from(`\uFEFF${header}\n`, 'utf16le'));
	await terminal.shows('UTF-16');
	terminal.type(keys.escape);
	assert.equal(await terminal.exited(), 3);
	assert.match(terminal.output, /--encoding utf-16le/);
});

test('reports rows in Windows-1252 and reads the file in it after confirmation', async t => {
	const bytes = Buffer.from(`${header}\n${recordLine({description: 'Caf\u00e9'})}\n`, 'latin1');
	const {terminal} = await open(t, bytes);
	await terminal.shows('looks like Windows-1252');
	await terminal.press(keys.enter, 'no problems');
	await terminal.press(keys.end, /./);
	await terminal.press(':2\r', 'row 2');
	await terminal.press('$hh', 'Café');
});

test('shows the first rows of a large file while the rest is checked', async t => {
	const rows = Array.from({length: 200_000}, (_, at) =>
		recordLine({col_name: `column_${at}`, ...(at === 199_999 ? {sort_order: 'x'} : {})}),
	);
	const {terminal} = await open(t, [header, ...rows, ''].join('\n'));
	await terminal.shows('column_0');
	await terminal.shows('1 error');
	assert.match(terminal.output, /checking \d+ %/);
	await terminal.press(keys.tab, 'row 200,001 · sort_order');
});

test('reads a file with semicolons and reports them', async t => {
	const {terminal} = await open(t, `${header}\n${recordLine()}\n`.replaceAll(',', ';'));
	await terminal.shows('separated by semicolons');
	await terminal.shows('1 warning');
});

test('maps columns with unknown headers; the file does not change, and declining shows the missing ones', async t => {
	const text = `${header.replace('col_name', 'Feld').replace('schema', '資料')}\n${recordLine()}\n`;
	const {terminal, file} = await open(t, text);
	await terminal.shows('1 row, 1 table, 0 errors left');
	await terminal.press(keys.enter, 'schema for all rows');
	await terminal.press(keys.tab, '▸ 資料');
	await terminal.press(keys.enter, '▸ Use this mapping');
	await terminal.press(keys.enter, 'no problems');
	assert.equal(await readFile(file, 'utf8'), text);
	const again = await open(t, text);
	await again.terminal.shows('0 errors left');
	await again.terminal.press(keys.escape, '2 errors');
	await again.terminal.press(keys.tab, 'has no column col_name');
	await again.terminal.press('c', '0 errors left');
});
