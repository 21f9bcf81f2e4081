import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

test('the history says standard input, and its JSON keeps the source', async t => {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token: 'token-input-names', switches: {syncMs: 0}});
	const env = {SECODA_API_TOKEN: 'token-input-names'};
	const place = ['--url', sandbox.url, '--integration', sandbox.integration];
	const input = `${header}\n${recordLine()}\n`;
	const uploaded = await runProgram(['upload', '-', ...place], {home, env, input});
	assert.equal(uploaded.code, 0, uploaded.stderr);
	for (const args of [['history'], ['history', '#1']]) {
		const {stdout} = await runProgram(args, {home});
		assert.match(stdout, /standard input/);
		assert.doesNotMatch(stdout, / - to |From +-/);
	}

	const {stdout} = await runProgram(['history', '--json'], {home});
	assert.equal(JSON.parse(stdout).uploads[0].source, '-');
});
