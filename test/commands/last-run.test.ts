import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {answerReads, bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const env = {SECODA_API_TOKEN: 'token-last-run'};

/** A home with two profiles of different integrations, one of which has the `lastRun` of an old version in its settings. */
async function homeWith(t: TestContext, url: string): Promise<string> {
	const home = await temporaryFolder(t);
	const file = join(home, 'w.csv');
	await writeFile(file, `${header}\n${recordLine()}\n`);
	await mkdir(join(home, 'profiles'));
	const lastRun = {at: '2026-01-01T00:00:00Z', outcome: 'confirmed', message: 'All 2 were found.'};
	for (const [name, more] of Object.entries({nightly: {lastRun}, weekly: {}})) {
		const settings = {url, integration: `of-${name}`, file, tokenPlace: 'nowhere', ...more};
		await writeFile(join(home, 'profiles', `${name}.json`), JSON.stringify(settings));
	}

	return home;
}

type Run = {readonly id: number; readonly outcome: string; readonly message: string} | undefined;

/** Reads the last run of each profile wherever it is shown, and the last entry of its history: all must say the same. */
async function lastRuns(home: string): Promise<Readonly<Record<string, Run>>> {
	const read = async (...args: readonly string[]) => JSON.parse((await runProgram([...args, '--json'], {home})).stdout);
	const {profiles} = await read('profiles', 'list');
	const shown = await runProgram(['profiles', 'list'], {home});
	const found: Record<string, Run> = {};
	for (const {name, lastRun} of profiles) {
		assert.deepEqual((await read('profiles', 'show', name)).lastRun, lastRun);
		const [entry] = (await read('history', name)).uploads;
		assert.deepEqual([entry?.id, entry?.outcome], [lastRun?.id, lastRun?.outcome]);
		const line = shown.stdout.split('\n').find(text => text.startsWith(name)) ?? '';
		assert.match(line, lastRun === undefined ? /never run/ : new RegExp(`${lastRun.outcome} `));
		found[name] = lastRun;
	}

	return found;
}

test('the last run of a profile is what the history says, after a run that was killed too', async t => {
	const taken = Promise.withResolvers<void>();
	let answers = true;
	const {url} = await serve(t, async (request, response) => {
		if (answerReads(request, response)) return;
		await bodyOf(request);
		if (answers) return json(response, {});
		taken.resolve();
	});
	const home = await homeWith(t, url);
	assert.deepEqual(await lastRuns(home), {nightly: undefined, weekly: undefined});
	const done = await runProgram(['run', 'nightly', '--wait', '0'], {home, env});
	assert.equal(done.code, 0, done.stderr);
	assert.deepEqual(
		Object.entries(await lastRuns(home)).map(([name, run]) => [name, run?.outcome]),
		[
			['nightly', 'accepted'],
			['weekly', undefined],
		],
	);
	answers = false;
	const child = spawn(process.execPath, [programPath, 'run', 'nightly'], {
		cwd: home,
		env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, ...env},
		stdio: 'ignore',
	});
	t.after(() => child.kill('SIGKILL'));
	await taken.promise;
	child.kill('SIGKILL');
	await once(child, 'exit');
	const {nightly} = await lastRuns(home);
	assert.equal(nightly?.outcome, 'unknown');
});

test('settings that an old version has written keep working, and lose their last run when they are saved', async t => {
	const home = await homeWith(t, 'us');
	const path = join(home, 'profiles', 'nightly.json');
	const {code} = await runProgram(['profiles', 'add', 'nightly', '--url', 'us', '--integration', 'other'], {home});
	assert.equal(code, 0);
	assert.equal(JSON.parse(await readFile(path, 'utf8')).lastRun, undefined);
});

test('profiles are shown without a history, and with one that cannot be read', async t => {
	const home = await homeWith(t, 'us');
	for (const content of [undefined, 'this is not a database, but something else of some length']) {
		await mkdir(join(home, 'state'), {recursive: true});
		if (content !== undefined) await writeFile(join(home, 'state', 'state.db'), content);
		const {code, stdout, stderr} = await runProgram(['profiles', 'list'], {home});
		assert.deepEqual([code, stdout.split('\n').length], [0, 3], stderr);
		assert.equal(stderr !== '', content !== undefined);
	}
});
