import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {answerReads, bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

/** Starts the program, which is stopped before its end, and gathers what it says. */
function begin(args: readonly string[], home: string) {
	const child = spawn(process.execPath, [programPath, ...args], {
		env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: 'token'},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output = {stdout: '', stderr: ''};
	for (const name of ['stdout', 'stderr'] as const)
		child[name].on('data', chunk => {
			output[name] += chunk;
		});
	return {child, output};
}

for (const [signal, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
] as const) {
	test(`a profile's run that ${signal} stops while it waits for the response reports an unknown outcome`, async t => {
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
		const {child, output} = begin(['run', 'nightly', '--json'], home);
		await taken.promise;
		child.kill(signal);
		assert.deepEqual(await once(child, 'close'), [code, null]);
		assert.equal(JSON.parse(output.stdout).outcome, 'unknown');
		const shown = await runProgram(['profiles', 'show', 'nightly', '--json'], {home});
		assert.equal(JSON.parse(shown.stdout).lastRun.outcome, 'unknown');
	});
}

test('reports that an integration may exist when its creation is stopped', async t => {
	const home = await temporaryFolder(t);
	const asked = Promise.withResolvers<void>();
	const {url} = await serve(t, async (request, response) => {
		if (request.method === 'GET') return json(response, {results: []});
		await bodyOf(request);
		asked.resolve();
	});
	const {child, output} = begin(['integrations', 'create', 'Lager', '--url', url], home);
	await asked.promise;
	child.kill('SIGINT');
	assert.deepEqual(await once(child, 'close'), [130, null]);
	assert.match(output.stderr, /may have been created/);
	assert.doesNotMatch(output.stderr, /Nothing was sent/);
});
