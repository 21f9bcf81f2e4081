import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

async function open(
	t: TestContext,
	content: string | Buffer,
	sandbox?: Sandbox,
): Promise<{terminal: Terminal; file: string}> {
	const target = sandbox === undefined ? [] : ['--url', sandbox.url, '--integration', sandbox.integration];
	const token = sandbox === undefined ? {} : {SECODA_API_TOKEN: sandbox.token};
	const folder = await temporaryFolder(t);
	const file = join(folder, 'w.csv');
	await writeFile(file, content);
	const terminal = new Terminal({
		args: [programPath, 'w.csv', ...target],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: join(folder, 'own'), ...token},
	});
	t.after(() => terminal[Symbol.dispose]());
	return {terminal, file};
}

/** A dictionary as people keep it: Windows-1252, semicolons, a title, foreign labels, merged cells, no database. */
const dictionary = Buffer.from(
	[
		'Datenkatalog Kunden; Stand M\u00e4rz 2026',
		'',
		'Tabelle;Spalte;Datentyp;Erkl\u00e4rung;Pflicht',
		'kunden;kd_nr;INTEGER;Laufende Nummer des Kunden;ja',
		';gr\u00f6\u00dfe;DECIMAL(5,2);K\u00f6rpergr\u00f6\u00dfe in Metern;nein',
		'auftr\u00e4ge;auf_nr;INTEGER;Nummer des Auftrags;ja',
		';kd_nr;INTEGER;Wer bestellt hat;ja',
		'',
	].join('\r\n'),
	'latin1',
);

test('a newcomer maps a foreign dictionary and uploads it in under 25 keys, typed values apart', async t => {
	const sandbox = await start(t);
	const {terminal, file} = await open(t, dictionary, sandbox);
	let pressed = 0;
	const press = async (key: string, shown: string | RegExp) => {
		pressed++;
		await terminal.press(key, shown);
	};
	await terminal.shows('4 rows, 2 tables, 0 errors left if you accept');
	await press(keys.enter, 'database for all rows');
	terminal.type('LAKE');
	await press(keys.enter, 'schema for all rows');
	terminal.type('crm');
	await press(keys.enter, '▸ Use this mapping');
	await press(keys.enter, /w\.csv {2}4 rows {2}Windows-1252 {2}✓ no problems/);
	await terminal.shows('LAKE.crm.kunden.kd_nr');
	await press('G', 'LAKE.crm.aufträge.kd_nr');
	await press('p', /Not sent .*Pflicht/);
	await press('s', '✓ Confirmed: all 6 tables and columns');
	assert.ok(pressed < 25, `${pressed} keys`);
	assert.equal(sandbox.uploads.length, 1);
	assert.ok((await readFile(file)).equals(dictionary));
});

test('another mapping of the same rows keeps the edits and their undo', async t => {
	const text = `${header.replace('col_description', 'Text A').replace(',description', ',Text B')}\n${recordLine()}\n`;
	const {terminal, file} = await open(t, text);
	await terminal.shows('errors left');
	await terminal.press(keys.escape, 'row 2 · col_name');
	await terminal.press(`e${keys.ctrl('u')}key\r`, '1 unsaved');
	await terminal.press('c', 'Map the columns of w.csv');
	await terminal.press(`jj${keys.enter}`, 'Choose a column for col_description');
	await terminal.press('text a', '▸ Text A');
	await terminal.press(keys.enter, '▸ ✓ col_description');
	await terminal.press('s', 'Restored unsaved edits in 1 row');
	await terminal.shows('1 unsaved');
	await terminal.press('u', 'Undone');
	await terminal.press(keys.ctrl('r'), 'Redone');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	const copy = await readFile(file.replace('.csv', '.fixed.csv'), 'utf8');
	assert.equal(copy, text.replace('\nid,', '\nkey,'));
});

test('a mapping that makes other rows asks before it discards edits', async t => {
	const {terminal} = await open(t, `${header}\n${recordLine()}\n`);
	await terminal.shows('no problems');
	await terminal.press(`e${keys.ctrl('u')}key\r`, '1 unsaved');
	await terminal.press('c', 'Map the columns of w.csv');
	await terminal.press('jjjjv', 'database for all rows');
	await terminal.press(`LAKE${keys.enter}`, '= LAKE');
	await terminal.press('s', 'Discard edits in 1 row?');
	await terminal.press(keys.escape, '1 unsaved');
	await terminal.press('c', 'Map the columns of w.csv');
	await terminal.press('jjjjv', 'database for all rows');
	await terminal.press(`LAKE${keys.enter}`, '= LAKE');
	await terminal.press('s', 'Discard edits in 1 row?');
	await terminal.press(keys.down + keys.enter, 'LAKE.sales.orders.id');
	assert.ok(!terminal.text().includes('unsaved'));
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});

test('an unchanged mapping goes back to the rows, and Ctrl+C asks about edits', async t => {
	const {terminal} = await open(t, `${header}\n${recordLine()}\n`);
	await terminal.shows('no problems');
	await terminal.press(`e${keys.ctrl('u')}key\r`, '1 unsaved');
	await terminal.press('c', 'Map the columns of w.csv');
	await terminal.press('s', '1 unsaved');
	await terminal.press('c', 'Map the columns of w.csv');
	await terminal.press(keys.ctrl('c'), 'y discard');
	terminal.type('y');
	assert.equal(await terminal.exited(), 0);
});

test('Ctrl+C on the mapping of a file that is being opened quits', async t => {
	const {terminal} = await open(t, dictionary);
	await terminal.shows('if you accept');
	terminal.type(keys.ctrl('c'));
	assert.equal(await terminal.exited(), 0);
});

test('a mapping of the file of a profile is saved to it only with consent', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(
		join(folder, 'w.csv'),
		`${header.replace('col_name', 'Feld').replace(',name', ',Tabelle')}\n${recordLine()}\n`,
	);
	const path = join(folder, 'profiles', 'nightly.json');
	await mkdir(join(folder, 'profiles'));
	const profile = {url: 'eu', integration: 'i', file: join(folder, 'w.csv'), tokenPlace: 'nowhere'};
	await writeFile(path, JSON.stringify({...profile, mapping: {Feld: 'col_name'}}));
	const mapping = async () => (JSON.parse(await readFile(path, 'utf8')) as {mapping: unknown}).mapping;
	const terminal = new Terminal({
		args: [programPath],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder},
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('▸ nightly');
	await terminal.press('r', 'Accept 1 proposal');
	await terminal.press(keys.enter, '▸ Use this mapping');
	await terminal.press(keys.enter, 'Save this mapping in the profile nightly?');
	await terminal.shows('Added: --map Tabelle=name');
	assert.deepEqual(await mapping(), {Feld: 'col_name'});
	await terminal.press(keys.enter, 'no problems');
	assert.deepEqual(await mapping(), {Feld: 'col_name', Tabelle: 'name'});
	await terminal.press('c', 'Map the columns of w.csv');
	await terminal.press(`jx`, 'Not sent: col_description');
	await terminal.press('s', 'Added: --map col_description=none');
	await terminal.press(keys.escape, 'no problems');
	assert.deepEqual(await mapping(), {Feld: 'col_name', Tabelle: 'name'});
});
