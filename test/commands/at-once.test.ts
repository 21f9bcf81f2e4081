import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {promisify} from 'node:util';
import {openState} from '../../source/state/state.ts';
import {answerReads, bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const execute = promisify(execFile);

for (const [what, args] of [
	['history', ['history', '--json']],
	['profiles', ['profiles', 'add', 'same', '--url', 'us', '--integration', 'i', '--json']],
] as const) {
	test(`five first runs at once each get their turn: ${what}`, async t => {
		for (let round = 0; round < 2; round++) {
			const home = await temporaryFolder(t);
			const runs = await Promise.all(Array.from({length: 5}, () => runProgram(args, {home})));
			for (const {code, stderr} of runs) assert.equal(code, 0, stderr);
		}
	});
}

test('uploads at once are all sent, recorded and pruned, and none says that its history could not be written', async t => {
	const {url, uploads} = await serve(t, async (request, response) => {
		if (answerReads(request, response)) return;
		await bodyOf(request);
		json(response, {});
	});
	for (let round = 1; round <= 2; round++) {
		const home = await temporaryFolder(t);
		const runs = await Promise.all(
			Array.from({length: 4}, async (_, at) => {
				const file = join(home, `${at}.csv`);
				await writeFile(file, `${header}\n${recordLine({col_name: `c${at}`})}\n`);
				const args = ['upload', file, '--url', url, '--integration', `i${at}`, '--wait', '0', '--json'];
				return runProgram(args, {home, env: {SECODA_API_TOKEN: 'token-at-once'}});
			}),
		);
		for (const {code, stdout, stderr} of runs) {
			assert.equal(code, 0, stderr);
			assert.doesNotMatch(stdout + stderr, /could not be/);
		}

		assert.equal(uploads(), 4 * round);
		const state = await openState(join(home, 'state'));
		const outcomes = state.history.list(9).map(({outcome}) => outcome);
		state.close();
		assert.deepEqual(outcomes, ['accepted', 'accepted', 'accepted', 'accepted']);
		assert.equal((await readdir(join(home, 'state', 'snapshots'))).length, 4);
	}
});

const pipes = [
	['state/state.db', ['history'], 5],
	['state/state.db-wal', ['history'], 5],
	['state/state.db-shm', ['history'], 5],
	['state/state.db-journal', ['history'], 5],
	['profiles/.lock', ['profiles', 'add', 'a', '--url', 'us', '--integration', 'i'], 2],
] as const;
for (const [path, args, exitCode] of pipes) {
	test(`a FIFO at ${path} is reported and not waited for`, {skip: process.platform === 'win32'}, async t => {
		const home = await temporaryFolder(t);
		await mkdir(join(home, 'state'));
		await mkdir(join(home, 'profiles'));
		await execute('mkfifo', [join(home, path)]);
		const {code, stderr} = await runProgram(args, {home});
		assert.equal(code, exitCode, stderr);
		assert.match(stderr, /not a regular file/);
	});
}
