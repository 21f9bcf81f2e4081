import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {addToHistory} from '../support/history.ts';
import {passOn} from '../support/pass-on.ts';
import {cleanEnvironment, programPath, type Ran, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-watch-7e1';
const two = `${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`;

type Home = {
	readonly home: string;
	/** Runs the program with the token in the environment. */
	run(...args: readonly string[]): Promise<Ran>;
	/** Uploads a file. Returns what `--json` prints. */
	upload(content: string, url: string, integration: string, ...more: readonly string[]): Promise<Ran>;
};

async function homeOf(t: TestContext): Promise<Home> {
	const home = await temporaryFolder(t);
	const run = (...args: readonly string[]) => runProgram(args, {home, env: {SECODA_API_TOKEN: token}});
	return {
		home,
		run,
		async upload(content, url, integration, ...more) {
			await writeFile(join(home, 'w.csv'), content);
			return run('upload', 'w.csv', '--url', url, '--integration', integration, '--json', ...more);
		},
	};
}

/** A sandbox whose syncs begin only when `begin` is called: until then they are as slow as can be. */
async function slow(t: TestContext): Promise<Sandbox> {
	return start(t, {token, switches: {syncMs: 1500}});
}

const outcomeOf = ({code, stdout}: Ran) => [code, JSON.parse(stdout).outcome];

/** The outcomes in the history, newest first, and those of each command and screen that shows them. */
async function outcomesIn(home: string): Promise<readonly string[]> {
	const state = await openState(join(home, 'state'));
	const outcomes = state.history.list(10).map(({outcome}) => outcome);
	state.close();
	return outcomes;
}

describe('an upload is watched again', {concurrency: 3}, () => {
	test('an upload that is not seen is unseen everywhere, and the command that it names confirms it later', async t => {
		const sandbox = await slow(t);
		const {home, run, upload} = await homeOf(t);
		const sent = await upload(two, sandbox.url, sandbox.integration, '--wait', '50ms');
		assert.deepEqual(outcomeOf(sent), [9, 'unseen']);
		assert.deepEqual(await outcomesIn(home), ['unseen']);
		const listed = await run('history');
		assert.match(listed.stdout, /^#1 .* unseen {2}/);
		assert.match(listed.stderr, /secoda-upload history 1 --watch/);
		assert.equal(JSON.parse((await run('history', '--json')).stdout).uploads[0].outcome, 'unseen');
		const [, command = ''] = /secoda-upload (history \d+ --watch)/.exec(sent.stderr) ?? [];
		const watched = await run(...command.split(' '), '--json');
		assert.deepEqual(outcomeOf(watched), [0, 'confirmed']);
		assert.equal(JSON.parse(watched.stdout).entry, 1);
		assert.deepEqual(await outcomesIn(home), ['confirmed']);
		assert.equal(sandbox.uploads.length, 1, 'nothing is sent by the watch');
		assert.equal((await run(...command.split(' '))).code, 2, 'what is confirmed is not watched again');
	});

	test('an upload that was not waited for is watched later, by its number with a # too', async t => {
		const sandbox = await start(t, {token});
		const {home, run, upload} = await homeOf(t);
		assert.deepEqual(outcomeOf(await upload(two, sandbox.url, sandbox.integration, '--wait', '0')), [0, 'accepted']);
		assert.equal((await run('history', '#1', '--watch')).code, 0);
		assert.deepEqual(await outcomesIn(home), ['confirmed']);
	});

	test('changed descriptions are evidence for another process too', async t => {
		const sandbox = await start(t, {token});
		let isFaulty = false;
		const {url} = await serve(t, async (request, response) => {
			const {status, body} = await passOn(request, sandbox.url);
			json(response, body, isFaulty && request.method === 'POST' ? 500 : status);
		});
		const {home, run, upload} = await homeOf(t);
		await upload(two, url, sandbox.integration);
		isFaulty = true;
		await upload(two.replace('The id', 'New'), url, sandbox.integration, '--wait', '0');
		assert.deepEqual(await outcomesIn(home), ['unknown', 'confirmed']);
		assert.deepEqual(outcomeOf(await run('history', '2', '--watch', '--json')), [0, 'confirmed']);
	});

	test('the last upload of a profile, and the last one of all, are watched without a number', async t => {
		const sandbox = await start(t, {token});
		const {home, run, upload} = await homeOf(t);
		await run('profiles', 'add', 'nightly', '--url', sandbox.url, '--integration', sandbox.integration);
		await upload(two, sandbox.url, sandbox.integration, '--wait', '0');
		assert.match((await run('profiles', 'list')).stdout, /accepted/);
		assert.equal((await run('history', 'nightly', '--watch')).code, 0);
		await upload(`${header}\n${recordLine()}\n`, sandbox.url, sandbox.integration, '--wait', '0');
		assert.equal((await run('history', '--watch')).code, 0);
		assert.deepEqual(await outcomesIn(home), ['confirmed', 'confirmed']);
	});

	test('a watch that sees nothing leaves the upload unseen, and can be repeated', async t => {
		const sandbox = await start(t, {token, switches: {syncsFail: true}});
		const {home, run, upload} = await homeOf(t);
		await upload(two, sandbox.url, sandbox.integration, '--wait', '50ms');
		for (const _time of [1, 2])
			assert.deepEqual(outcomeOf(await run('history', '1', '--watch', '--wait', '50ms', '--json')), [9, 'unseen']);
		assert.deepEqual(await outcomesIn(home), ['unseen']);
	});

	test('an upload of which it is not known whether it was taken is settled by watching again', async t => {
		const sandbox = await start(t, {token});
		// Passes reads and the upload on, and answers the upload with a fault.
		const {url} = await serve(t, async (request, response) => {
			const {status, body} = await passOn(request, sandbox.url);
			json(response, body, request.method === 'POST' ? 500 : status);
		});
		const {home, run, upload} = await homeOf(t);
		const sent = await upload(two, url, sandbox.integration, '--wait', '0');
		assert.deepEqual(outcomeOf(sent), [6, 'unknown']);
		assert.deepEqual(outcomeOf(await run('history', '1', '--watch', '--json')), [0, 'confirmed']);
		assert.deepEqual(await outcomesIn(home), ['confirmed']);
	});

	test('an upload whose program was killed is settled by watching again', async t => {
		const sandbox = await start(t, {token});
		const taken = Promise.withResolvers<void>();
		const {url} = await serve(t, async (request, response) => {
			const {status, body} = await passOn(request, sandbox.url);
			// The upload is taken, and its answer never comes.
			if (request.method === 'POST') taken.resolve();
			else json(response, body, status);
		});
		const {home, run} = await homeOf(t);
		await writeFile(join(home, 'w.csv'), two);
		const child = spawn(
			process.execPath,
			[programPath, 'upload', 'w.csv', '--url', url, '--integration', sandbox.integration],
			{
				cwd: home,
				env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: token},
				stdio: 'ignore',
			},
		);
		await taken.promise;
		child.kill('SIGKILL');
		await once(child, 'exit');
		assert.deepEqual(await outcomesIn(home), ['unknown']);
		assert.deepEqual(outcomeOf(await run('history', '1', '--watch', '--json')), [0, 'confirmed']);
		assert.equal(sandbox.uploads.length, 1);
	});

	test('without evidence it stays unknown', async t => {
		const {url} = await serve(t, async (request, response) => {
			if (request.method !== 'POST')
				return json(
					response,
					request.url?.includes('columns')
						? {links: {next: null}, count: 0, results: []}
						: {id: 'i', name: 'Warehouse', type: 'custom'},
				);
			await bodyOf(request);
			json(response, {}, 500);
		});
		const {run, upload} = await homeOf(t);
		await upload(two, url, 'i', '--wait', '0');
		assert.deepEqual(outcomeOf(await run('history', '1', '--watch', '--wait', '100ms', '--json')), [6, 'unknown']);
	});

	test('a catalog that is gone is reported while it is watched, and never as something that was found', async t => {
		const sandbox = await start(t, {token, switches: {syncMs: 60_000}});
		const {home, run, upload} = await homeOf(t);
		let isGone = false;
		const {url} = await serve(t, async (request, response) => {
			if (isGone) return void request.socket.destroy();
			isGone = request.method === 'POST';
			const {status, body} = await passOn(request, sandbox.url);
			json(response, body, status);
		});
		const sent = await upload(two, url, sandbox.integration, '--wait', '3s');
		assert.deepEqual([...outcomeOf(sent), JSON.parse(sent.stdout).sync], [9, 'unseen', null]);
		assert.match(sent.stderr, /Secoda cannot be reached, retrying \(1st time\)/);
		assert.match(sent.stderr, /Secoda cannot be reached, retrying \(2nd time\)/);
		assert.doesNotMatch(sent.stderr, /found/);
		const again = await run('history', '1', '--watch', '--wait', '100ms');
		assert.equal(again.code, 9, 'it cannot be watched, and stays unseen');
		assert.doesNotMatch(again.stderr + again.stdout, /Nothing was sent/);
		assert.deepEqual(await outcomesIn(home), ['unseen']);
	});

	for (const [what, args, code] of [
		['a number that the history does not have', ['history', '77', '--watch'], 2],
		['text that is not a number', ['history', '#x', '--watch'], 2],
		['an empty history', ['history', '--watch'], 2],
		['the facts of a number that the history does not have', ['history', '#77'], 2],
	] as const) {
		test(`${what} ends with ${code}`, async t => {
			const {run} = await homeOf(t);
			const ran = await run(...args);
			assert.deepEqual([ran.code, ran.stdout], [code, '']);
		});
	}

	test('an upload without what a watch needs stays readable, and is not watched', async t => {
		const {home, run} = await homeOf(t);
		await addToHistory(home, {host: 'h', integration: 'i'}, {outcome: 'accepted', message: 'Not seen.', sha256: 'abc'});
		assert.match((await run('history')).stdout, /accepted/);
		assert.match((await run('history', '1')).stdout, /Not seen/);
		assert.equal((await run('history', '1', '--watch')).code, 2);
	});

	test('a snapshot that is not what was sent proves nothing, and the upload stays what it was', async t => {
		const sandbox = await start(t, {token});
		const {home, run, upload} = await homeOf(t);
		const sent = await upload(two, sandbox.url, sandbox.integration, '--wait', '0');
		const snapshot = join(home, 'state', 'snapshots', `${JSON.parse(sent.stdout).sent.sha256}.csv`);
		// As many columns as were sent, all of which the catalog shows then.
		await writeFile(snapshot, two.replaceAll('The id', 'Another text'));
		const {code, stdout} = await run('history', '1', '--watch', '--json');
		assert.deepEqual([code, JSON.parse(stdout).error.code], [9, 'not-readable']);
		assert.deepEqual(await outcomesIn(home), ['accepted']);
	});

	test('without its snapshot an upload is not watched', async t => {
		const sandbox = await start(t, {token, switches: {syncsFail: true}});
		const {home, run, upload} = await homeOf(t);
		await upload(two, sandbox.url, sandbox.integration, '--wait', '50ms');
		await rm(join(home, 'state', 'snapshots'), {recursive: true});
		assert.equal((await run('history', '1', '--watch')).code, 2);
	});
});
