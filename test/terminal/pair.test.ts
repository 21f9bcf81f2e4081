import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {keys, Terminal} from './terminal.ts';

const resource = (type: string, id: string, more: object = {}) =>
	`${JSON.stringify({entity_type: type, databuilder_id: id, title: id, ...more})}\n`;
const resources = [
	resource('database', 'db'),
	resource('schema', 'db.s', {parent_databuilder_id: 'db'}),
	resource('table', 'db.s.t', {parent_databuilder_id: 'db.s', schema: 's', database: 'db'}),
	resource('table', 'db.s.u', {parent_databuilder_id: 'db.s', schema: 's', database: 'db'}),
].join('');
const end = (id: string) => ({type: 'internal_resource', databuilder_id: id});
const lineage = `${JSON.stringify({from_identifier: end('db.s.T'), to_identifier: end('db.s.u')})}\n`;

async function open(
	t: TestContext,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
	moreResources = '',
) {
	const folder = await temporaryFolder(t);
	await mkdir(join(folder, 'exports'));
	await writeFile(join(folder, 'exports', 'resources.jsonl'), resources + moreResources);
	await writeFile(join(folder, 'exports', 'lineage.jsonl'), lineage);
	const terminal = new Terminal({args: [programPath, ...args], cwd: folder, env: {HOME: folder, ...env}});
	t.after(() => terminal[Symbol.dispose]());
	return {terminal, folder};
}

test('the file beside the named one is offered, and both are shown, fixed and saved', async t => {
	const {terminal, folder} = await open(t, ['exports/lineage.jsonl']);
	await terminal.shows('Open both files?');
	await terminal.press(keys.enter, '4 rows');
	await terminal.press('t', '1 warning');
	await terminal.press(keys.tab, 'unknown-resource');
	await terminal.press('f', 'no problems');
	await terminal.press('t', '4 rows');
	await terminal.press('q', 'Unsaved edits in 1 row');
	await terminal.press(keys.ctrl('s'), 'lineage.fixed.jsonl');
	await terminal.press('i', 'Saved to');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assert.equal(await readFile(join(folder, 'exports', 'lineage.jsonl'), 'utf8'), lineage.replace('db.s.T', 'db.s.t'));
	assert.equal(await readFile(join(folder, 'exports', 'resources.jsonl'), 'utf8'), resources);
});

test('only the named file is opened if the user wants that', async t => {
	const {terminal} = await open(t, ['exports/lineage.jsonl']);
	await terminal.shows('Open both files?');
	await terminal.press(keys.escape, 'no problems');
	await terminal.press('t', 'Only one file is open.');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});

test('the lineage of a resource is drawn, deeper and from another node, and leads to rows', async t => {
	const {terminal} = await open(t, ['exports']);
	await terminal.shows('4 rows');
	await terminal.press('t', '1 warning');
	await terminal.press(`${keys.tab}f`, 'no problems');
	await terminal.press('L', '2 up, 2 down  1 of 2');
	await terminal.press('+', 'The whole lineage is shown.');
	await terminal.press(`G${keys.enter}`, 'Lineage of db.s.u');
	await terminal.press('r', 'row 4 ·');
	await terminal.press('L', '2 up, 2 down  1 of 2');
	await terminal.press(keys.escape, '4 rows');
	await terminal.press('q', 'Unsaved edits in 1 row');
	terminal.type('y');
	assert.equal(await terminal.exited(), 0);
});

test('unsaved edits of both files are offered again, and both files are uploaded', async t => {
	const sandbox = await start(t);
	const args = ['exports', '--url', sandbox.url, '--integration', sandbox.integration];
	const {terminal, folder} = await open(t, args, {SECODA_API_TOKEN: sandbox.token});
	await terminal.shows('4 rows');
	await terminal.press('t', '1 warning');
	await terminal.press(`${keys.tab}f`, '1 unsaved');
	await terminal.press('q', 'Unsaved edits');
	terminal.type('k');
	assert.equal(await terminal.exited(), 0);
	const again = new Terminal({
		args: [programPath, ...args],
		cwd: folder,
		env: {HOME: folder, SECODA_API_TOKEN: sandbox.token},
	});
	t.after(() => again[Symbol.dispose]());
	await again.shows('Restore unsaved edits?');
	await again.press(keys.enter, '4 rows');
	await again.press('t', '1 unsaved');
	await again.press('p', '1 row of lineage.jsonl');
	await again.press('s', 'Result: ');
	assert.equal(sandbox.uploads.length, 1);
});

test('a broken parent and a misspelt end are found and fixed, and the pair is uploaded and confirmed', async t => {
	const sandbox = await start(t);
	const column = resource('column', 'db.s.u.id', {parent_databuilder_id: 'db.s.U'});
	const target = ['--url', sandbox.url, '--integration', sandbox.integration];
	const {terminal} = await open(t, ['exports', ...target], {SECODA_API_TOKEN: sandbox.token}, column);
	await terminal.shows('1 error');
	await terminal.press(keys.tab, 'missing-parent');
	await terminal.press('f', 'no problems');
	await terminal.press('t', '1 warning');
	await terminal.press(keys.tab, 'unknown-resource');
	await terminal.press('f', 'no problems');
	await terminal.press('L', '1 of 2');
	await terminal.press(`G${keys.enter}`, 'Lineage of db.s.u');
	await terminal.press(keys.escape, 'no problems');
	await terminal.press('p', '1 database, 1 schema, 2 tables');
	await terminal.press('s', '✓ Confirmed: all');
	assert.equal(sandbox.uploads.length, 1);
});
