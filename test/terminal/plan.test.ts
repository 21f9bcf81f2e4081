import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start, upload} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-plan-77b';

type Columns = Parameters<typeof recordLine>[0];

/** Opens a file with some columns, of which the catalog shows others. */
async function open(t: TestContext, before: readonly Columns[], after: readonly Columns[]) {
	const sandbox = await start(t, {token});
	await upload(
		sandbox,
		before.map(columns => recordLine(columns)),
	);
	const folder = await temporaryFolder(t);
	const file = join(folder, 'warehouse.csv');
	await writeFile(file, [header, ...after.map(columns => recordLine(columns)), ''].join('\n'));
	const terminal = new Terminal({
		args: [programPath, 'warehouse.csv', '--url', sandbox.url, '--integration', sandbox.integration],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: token},
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('quit');
	return {terminal, sandbox, file};
}

function grid(tables: number, columns: number, more: Columns = {}): readonly Columns[] {
	return Array.from({length: tables * columns}, (_, at) => ({
		name: `table_${Math.floor(at / columns)}`,
		col_name: `column_${at % columns}`,
		...more,
	}));
}

test('a renamed schema is named, its value mapping is used from the plan, and the plan is empty', async t => {
	const {terminal, sandbox, file} = await open(t, grid(3, 6), grid(3, 6, {schema: 'sales_new'}));
	const before = await readFile(file);
	await terminal.press(`jlle${keys.ctrl('u')}BIGINT\r`, '1 unsaved');
	await terminal.press('p', 'Safety stop');
	await terminal.shows(/▸ \? The schema "sales" is called "sales_new" in the file/);
	await terminal.shows('--value');
	await terminal.press('f', 'Discard edits in 1 row?');
	await terminal.press(keys.escape, /▸ \? The schema "sales"/);
	await terminal.press('f', 'Discard edits in 1 row?');
	await terminal.press(keys.down + keys.enter, 'No changes');
	await terminal.shows('Nothing has been sent yet');
	await terminal.press(keys.escape, 'sales.table_0.column_0');
	assert.equal(sandbox.uploads.length, 1);
	assert.deepEqual(await readFile(file), before);
});

test('the profile of the file is offered the fix, and the way back is home', async t => {
	const sandbox = await start(t, {token});
	await upload(
		sandbox,
		grid(3, 6).map(columns => recordLine(columns)),
	);
	const folder = await temporaryFolder(t);
	const lines = grid(3, 6, {schema: 'sales_new'}).map(columns => recordLine(columns));
	await writeFile(join(folder, 'w.csv'), [header, ...lines, ''].join('\n'));
	await mkdir(join(folder, 'profiles'));
	const {url, integration} = sandbox;
	const path = join(folder, 'profiles', 'nightly.json');
	await writeFile(path, JSON.stringify({url, integration, file: join(folder, 'w.csv'), tokenPlace: 'nowhere'}));
	const saved = () => readFile(path, 'utf8');
	const env = {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: token};
	const terminal = new Terminal({args: [programPath], cwd: folder, env});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('▸ nightly');
	await terminal.press(keys.enter, 'Safety stop');
	await terminal.press(keys.enter, 'Save this mapping in the profile nightly?');
	await terminal.shows('Added: --value schema:sales_new=sales');
	assert.doesNotMatch(await saved(), /sales_new/);
	await terminal.press(keys.enter, 'No changes');
	assert.match(await saved(), /sales_new/);
	await terminal.press(keys.escape, '▸ nightly');
});

test('a plan of half a file is stopped, looked at, and left', async t => {
	const {terminal, sandbox} = await open(t, grid(8, 6), grid(4, 6));
	await terminal.press('p', 'Safety stop');
	await terminal.press(keys.end, /▸ - +column_/);
	await terminal.press('&', 'Filter changes');
	await terminal.press(`hidden table_7${keys.enter}`, /7 changes · hidden table_7/);
	await terminal.press('G', 'to hide');
	await terminal.press(`s27${keys.enter}`, 'Nothing was sent.');
	await terminal.press(keys.escape, 'Esc all changes');
	await terminal.press(keys.escape, /Esc back$/m);
	await terminal.press(keys.escape, 'row 2 · col_name');
	assert.equal(sandbox.uploads.length, 1);
});
