import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {openState} from '../../source/state/state.ts';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

/** The requests of an upload, in order. */
type Step = 'connect' | 'read' | 'first byte' | 'whole file' | 'watch';

type Desk = {
	readonly args: readonly string[];
	readonly home: string;
	readonly env: Readonly<Record<string, string>>;
	uploads(): number;
	/** Calls a function at a step, once; the server does not answer that request. */
	at(step: Step, act: () => void): void;
	history(): Promise<
		ReadonlyArray<readonly [outcome: string, code: string | undefined, isSent: boolean, rows: number | undefined]>
	>;
};

async function desk(t: TestContext): Promise<Desk> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	let wanted: {readonly step: Step; act(): void} | undefined;
	let hasPosted = false;
	const isAt = (step: Step) => {
		if (wanted?.step !== step) return false;
		wanted.act();
		wanted = undefined;
		return true;
	};
	const {url, uploads} = await serve(t, async (request, response) => {
		if (request.method === 'POST') {
			hasPosted = true;
			if (isAt('first byte')) return;
			await bodyOf(request);
			if (!isAt('whole file')) json(response, {});
		} else if (request.url?.includes('/table/columns/')) {
			if (!isAt(hasPosted ? 'watch' : 'read')) json(response, {links: {next: null}, count: 0, results: []});
		} else if (!isAt('connect')) {
			hasPosted = false;
			json(response, {id: 'some-id', name: 'Warehouse', type: 'custom'});
		}
	});
	return {
		args: ['upload', 'w.csv', '--url', url, '--integration', 'some-id'],
		home,
		env: {SECODA_API_TOKEN: 'token-killed'},
		uploads,
		at(step, act) {
			wanted = {step, act};
		},
		async history() {
			const state = await openState(join(home, 'state'));
			const entries = state.history.list(99).reverse();
			state.close();
			assert.ok(entries.every(({isRunning}) => !isRunning));
			return entries.map(({outcome, code, isSent, records}) => [outcome, code, isSent, records] as const);
		},
	};
}

/** Starts the upload and waits until it is at a step. */
async function startUntil(step: Step, {args, home, env, at}: Desk): Promise<ChildProcess> {
	const reached = Promise.withResolvers<void>();
	at(step, reached.resolve);
	const child = spawn(process.execPath, [programPath, ...args], {
		cwd: home,
		env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, ...env},
		stdio: 'ignore',
	});
	await reached.promise;
	return child;
}

async function kill(child: ChildProcess): Promise<void> {
	const closed = once(child, 'close');
	child.kill('SIGKILL');
	await closed;
}

test('an upload that is killed at any step is in the history with a true outcome, and the next one can start', async t => {
	const place = await desk(t);
	const unsent = ['failed', undefined, false, 1] as const;
	const unknown = ['unknown', undefined, true, 1] as const;
	const steps = [
		// Without a snapshot there is nothing to record.
		['connect', [], 0],
		['read', [unsent], 0],
		['first byte', [unknown], 1],
		['whole file', [unknown], 1],
		['watch', [unknown], 1],
	] as const;
	const expected: Array<(typeof steps)[number][1][number]> = [];
	let posted = 0;
	for (const [step, entries, posts] of steps) {
		await kill(await startUntil(step, place));
		expected.push(...entries);
		posted += posts;
		assert.deepEqual(await place.history(), expected, step);
		assert.equal(place.uploads(), posted, step);
	}

	const {args, home, env} = place;
	const ended = await runProgram([...args, '--wait', '0'], {home, env});
	assert.equal(ended.code, 0, ended.stderr);
	assert.deepEqual((await place.history()).at(-1), ['accepted', undefined, true, 1]);
});

test('of two uploads at once the second stops and names the first; it can start once that is killed', async t => {
	const place = await desk(t);
	const {args, home, env} = place;
	const first = await startUntil('read', place);
	const listed = await runProgram(['history'], {home});
	assert.match(listed.stdout, /^#1 .* running {2}1 row {2}w\.csv$/m);
	const second = await runProgram([...args, '--wait', '0', '--json'], {home, env});
	assert.equal(second.code, 11, second.stderr);
	assert.match(second.stderr, new RegExp(`in progress: process ${first.pid} on .*, since 20`));
	assert.match(second.stderr, /Catalog: This run read and sent nothing\./);
	assert.deepEqual([JSON.parse(second.stdout).error.code, place.uploads()], ['upload-in-progress', 0]);
	await kill(first);
	const third = await runProgram([...args, '--wait', '0'], {home, env});
	assert.equal(third.code, 0, third.stderr);
	assert.deepEqual(await place.history(), [
		['failed', undefined, false, 1],
		['failed', 'upload-in-progress', false, undefined],
		['accepted', undefined, true, 1],
	]);
});
