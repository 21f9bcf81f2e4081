import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

test('uploads that fail before they connect are in the history, with clean texts; wrong usage is not', async t => {
	const home = await temporaryFolder(t);
	const run = (...args: readonly string[]) => runProgram(args, {home});
	const odd = 'odd\u001B[2J.csv';
	await writeFile(join(home, odd), `${header}\nshort\n`);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	const target = ['--url', 'http://127.0.0.1:1', '--integration', 'i'];
	assert.equal((await run('upload', odd)).code, 1);
	assert.equal((await run('upload', 'w.csv', ...target)).code, 4);
	assert.equal((await run('upload', 'gone.csv', ...target)).code, 3);
	assert.equal((await run('upload', 'w.csv')).code, 2);
	const {uploads} = JSON.parse((await run('history', '--json')).stdout);
	assert.deepEqual(
		uploads.map(({outcome, code, host, integration, files}: Record<string, unknown>) => [
			outcome,
			code,
			host,
			integration,
			files,
		]),
		[
			['failed', 'no-such-file', '127.0.0.1:1', 'i', [join(home, 'gone.csv')]],
			['failed', 'no-token', '127.0.0.1:1', 'i', [join(home, 'w.csv')]],
			['failed', 'file-has-errors', null, null, [join(home, odd)]],
		],
	);
	const {stdout: list} = await run('history');
	const {stdout: details} = await run('history', '#1');
	assert.match(details, /^Upload #1: failed$/m);
	for (const text of [list, details]) {
		assert.match(text, /odd␛\[2J\.csv/);
		assert.doesNotMatch(text, /\u001B/);
	}
});
