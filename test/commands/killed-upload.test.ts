import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {openState} from '../../source/state/state.ts';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {addSent, beginning, storeSnapshot} from '../support/history.ts';
import {cleanEnvironment, programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

/** The requests of an upload, in order. */
type Step = 'connect' | 'read' | 'first byte' | 'whole file' | 'watch';

type Desk = {
	/** The arguments that start an upload, and those that roll back. */
	readonly args: readonly string[];
	readonly rollback: readonly string[];
	readonly host: string;
	readonly home: string;
	readonly env: Readonly<Record<string, string>>;
	uploads(): number;
	/** Calls a function at a step, once; the server does not answer that request. */
	at(step: Step, act: () => void): void;
	history(): Promise<
		ReadonlyArray<readonly [outcome: string, code: string | undefined, isSent: boolean, rows: number | undefined]>
	>;
	/** The numbers of the uploads that the rollbacks in the history send again. */
	rollbacks(): Promise<ReadonlyArray<number | undefined>>;
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
	const entries = async () => {
		const state = await openState(join(home, 'state'));
		const all = state.history.list(99).reverse();
		state.close();
		assert.ok(all.every(({isRunning}) => !isRunning));
		return all;
	};
	const target = ['--url', url, '--integration', 'some-id'];
	return {
		args: ['upload', 'w.csv', ...target],
		rollback: ['rollback', ...target],
		host: new URL(url).host,
		home,
		env: {SECODA_API_TOKEN: 'token-killed'},
		uploads,
		at(step, act) {
			wanted = {step, act};
		},
		async history() {
			return (await entries()).map(({outcome, code, isSent, records}) => [outcome, code, isSent, records] as const);
		},
		async rollbacks() {
			return (await entries()).map(({rollbackOf}) => rollbackOf);
		},
	};
}

/** Starts an upload or a rollback and waits until it is at a step. */
async function startUntil(step: Step, {home, env, at}: Desk, args: readonly string[]): Promise<ChildProcess> {
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

const unsent = ['failed', undefined, false, 1] as const;
const unknown = ['unknown', undefined, true, 1] as const;

/** The entries that a killed upload leaves, and the uploads that the server received. */
const steps = [
	// Without a snapshot there is nothing to record.
	['connect', [], 0],
	['read', [unsent], 0],
	['first byte', [unknown], 1],
	['whole file', [unknown], 1],
	['watch', [unknown], 1],
] as const;

test('an upload that is killed at any step is in the history with a true outcome, and the next one can start', async t => {
	const place = await desk(t);
	const expected: Array<(typeof steps)[number][1][number]> = [];
	let posted = 0;
	for (const [step, entries, posts] of steps) {
		await kill(await startUntil(step, place, place.args));
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
	const first = await startUntil('read', place, args);
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

/** Adds two uploads that were confirmed, with their snapshots. */
async function addUploads({home, host}: Desk): Promise<void> {
	const state = await openState(join(home, 'state'));
	for (const name of ['earlier', 'later']) {
		const content = `${header}\n${recordLine({col_name: name})}\n`;
		const totals = {records: 1, bytes: content.length, sha256: await storeSnapshot(state, content)};
		const part = {kind: 'warehouse', part: 'file', name: 'w.csv', contentType: 'text/csv', ...totals};
		addSent(state, beginning({host, integration: 'some-id', ...totals, parts: [part]}));
	}

	state.close();
}

test('a rollback that is killed at any step is in the history as one, and the same command repeats it', async t => {
	const place = await desk(t);
	const {rollback, home, env} = place;
	await addUploads(place);
	const before = await place.history();
	const expected: Array<(typeof steps)[number][1][number]> = [];
	let posted = 0;
	for (const [step, entries, posts] of steps) {
		await kill(await startUntil(step, place, rollback));
		expected.push(...entries);
		posted += posts;
		assert.deepEqual(await place.history(), [...before, ...expected], step);
		assert.equal(place.uploads(), posted, step);
	}

	const ended = await runProgram([...rollback, '--wait', '0'], {home, env});
	assert.equal(ended.code, 0, ended.stderr);
	assert.deepEqual((await place.history()).at(-1), ['accepted', undefined, true, 1]);
	assert.deepEqual(await place.rollbacks(), [undefined, undefined, 1, 1, 1, 1, 1]);
});
