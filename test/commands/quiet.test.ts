import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-quiet-c61';

test('--quiet leaves confirmations and next steps out, and keeps results', async t => {
	const {url} = await start(t, {token});
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	const run = (line: string, input?: string) =>
		runHere([...line.split(' '), '--quiet'], {home, ...(input === undefined ? {} : {input})});
	for (const line of [
		`profiles add nightly --url ${url} --integration x`,
		'profiles set nightly --min-rows 1',
		'logout nightly --keep-token',
		'profiles remove nightly --yes --keep-token',
	]) {
		const {stdout, stderr, code} = await run(line);
		assert.deepEqual([code, stdout, stderr], [0, '', ''], line);
	}

	await run(`profiles add nightly --url ${url} --integration x`);
	const {code, stdout} = await run('login nightly --insecure-storage', token);
	assert.deepEqual([code, stdout], [0, '']);
	for (const line of ['check w.csv', 'profiles list', 'profiles show nightly', 'history']) {
		const {stdout} = await run(line);
		assert.notEqual(stdout, '', line);
		assert.doesNotMatch(stdout, /^Next:/m, line);
	}
});

test('profiles list aligns its columns, whatever the length of the names', async t => {
	const home = await temporaryFolder(t);
	const place = ['--url', 'eu', '--integration'];
	await runHere(['profiles', 'add', 'a', ...place, 'x'], {home});
	await runHere(['profiles', 'add', 'a-longer-name', ...place, 'a-longer-id', '--file', 'w.csv'], {home});
	const {stdout} = await runHere(['profiles', 'list'], {home});
	const lines = stdout.trimEnd().split('\n');
	assert.equal(lines.length, 2);
	for (const column of ['eu', 'no token', 'never run'])
		assert.equal(new Set(lines.map(line => line.indexOf(column))).size, 1, stdout);
});
