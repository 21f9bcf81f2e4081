import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-ask-for-token-3a9';

async function place(t: TestContext) {
	const sandbox = await start(t, {token});
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	const env = {HOME: home, SECODA_UPLOAD_HOME: home};
	const where = ['--url', sandbox.url, '--integration', sandbox.integration];
	const run = (...args: readonly string[]) =>
		new Terminal({args: [programPath, ...args], cwd: home, env, columns: 100});
	return {sandbox, where, run};
}

test('each command that needs a token asks for a missing one in a terminal', async t => {
	const {sandbox, where, run} = await place(t);
	for (const [args, shown] of [
		[['upload', 'w.csv', ...where], 'Confirmed'],
		[['integrations', 'list', '--url', sandbox.url], 'Sandbox warehouse'],
		[['w.csv', ...where], 'no problems'],
	] as const) {
		using terminal = run(...args);
		await terminal.shows('API token');
		await terminal.press(keys.paste(token), shown);
		if (args[0] === 'w.csv') {
			await terminal.press('p', 'Unchanged');
			await terminal.press(keys.escape, 'Enter edit');
			terminal.type('q');
		}

		assert.equal(await terminal.exited(), 0, terminal.text());
		assert.ok(!terminal.output.includes(token));
	}

	assert.equal(sandbox.uploads.length, 1);
});

test('giving up the token ends an upload, and leaves a file open to look at; --no-input asks nothing', async t => {
	const {where, run} = await place(t);
	using upload = run('upload', 'w.csv', ...where);
	await upload.shows('API token');
	upload.type(keys.escape);
	assert.equal(await upload.exited(), 4);
	using review = run('w.csv', ...where);
	await review.shows('API token');
	await review.press(keys.escape, 'no problems');
	await review.press('p', 'There is no API token');
	review.type('q');
	assert.equal(await review.exited(), 0);
	using quiet = run('upload', 'w.csv', ...where, '--no-input');
	assert.equal(await quiet.exited(), 4);
	assert.ok(!quiet.output.includes('Create one on this page'));
});
