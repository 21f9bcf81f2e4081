import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {answerReads, bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

for (const [signal, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
] as const) {
	test(`a profile's run that ${signal} stops while the answer is waited for tells that its outcome is unknown`, async t => {
		const home = await temporaryFolder(t);
		const taken = Promise.withResolvers<void>();
		// Takes the whole file, and says nothing.
		const {url} = await serve(t, async (request, response) => {
			if (answerReads(request, response)) return;
			await bodyOf(request);
			taken.resolve();
		});
		await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
		const place = ['--url', url, '--integration', 'x', '--file', join(home, 'w.csv')];
		await runProgram(['profiles', 'add', 'nightly', ...place], {home});
		const child = spawn(process.execPath, [programPath, 'run', 'nightly', '--json'], {
			env: {...process.env, HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: 'token'},
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		let stdout = '';
		child.stdout.on('data', chunk => {
			stdout += chunk;
		});
		await taken.promise;
		child.kill(signal);
		assert.deepEqual(await once(child, 'close'), [code, null]);
		assert.equal(JSON.parse(stdout).outcome, 'unknown');
		assert.match(await readFile(join(home, 'profiles', 'nightly.json'), 'utf8'), /"outcome":\s*"unknown"/);
	});
}

test('whoever stops the making of an integration is told that it may have been made', async t => {
	const home = await temporaryFolder(t);
	const asked = Promise.withResolvers<void>();
	const {url} = await serve(t, async (request, response) => {
		if (request.method === 'GET') return json(response, {results: []});
		await bodyOf(request);
		asked.resolve();
	});
	const child = spawn(process.execPath, [programPath, 'integrations', 'create', 'Lager', '--url', url], {
		env: {...process.env, HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: 'token'},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stderr = '';
	child.stderr.on('data', chunk => {
		stderr += chunk;
	});
	await asked.promise;
	child.kill('SIGINT');
	assert.deepEqual(await once(child, 'close'), [130, null]);
	assert.match(stderr, /may have been made/);
	assert.doesNotMatch(stderr, /Nothing was sent/);
});
