import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

test('a row of 17 MiB is shown by its first bytes, cannot be edited and can be skipped', async t => {
	const folder = await temporaryFolder(t);
	const long = recordLine({col_name: 'second', description: 'x'.repeat(17 * 1024 * 1024)});
	await writeFile(join(folder, 'w.csv'), [header, recordLine(), long, recordLine({col_name: 'third'}), ''].join('\n'));
	const terminal = new Terminal({args: [programPath, 'w.csv'], cwd: folder, env: {HOME: folder}});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('1 error');
	await terminal.press(keys.tab, 'record-too-long');
	assert.match(terminal.text(), /second/);
	assert.match(terminal.text(), /third/);
	await terminal.press(keys.enter, 'too long to edit');
	await terminal.press('m', 'Skip this row');
	await terminal.press(keys.enter, 'no problems');
	await terminal.press('u', '1 error');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});
