import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-5f3a9d71c2';

test('an upload of another kind than the last one to an integration is a safety stop, which an approval overrides', async t => {
	const sandbox = await start(t, {token, switches: {syncMs: 100}});
	const home = await temporaryFolder(t);
	const run = (...args: readonly string[]) => runProgram(args, {home, env: {SECODA_API_TOKEN: token}});
	const upload = (path: string, ...more: readonly string[]) =>
		run('upload', path, '--url', sandbox.url, '--integration', sandbox.integration, '--json', '--yes', ...more);
	const csv = join(home, 'warehouse.csv');
	const lines = join(home, 'resources.jsonl');
	await writeFile(csv, `${header}\n${recordLine()}\n`);
	assert.equal((await run('convert', csv, '-o', lines)).code, 0);
	assert.equal((await upload(csv)).code, 0);
	assert.equal((await upload(csv, '--force')).code, 0, 'the same kind again');
	const stopped = await upload(lines);
	assert.equal(stopped.code, 7, stopped.stderr);
	assert.match(stopped.stderr, /of another kind \(warehouse\)/);
	assert.equal(sandbox.uploads.length, 2);
	const [approval = ''] = /--approve \w+/.exec(stopped.stderr) ?? [];
	const approved = await upload(lines, ...approval.split(' '));
	assert.notEqual(approved.code, 7, approved.stderr);
	assert.equal(sandbox.uploads.length, 3);
	assert.match((await upload(csv)).stderr, /of another kind \(resources\)/);
	assert.equal(sandbox.uploads.length, 3);
});
