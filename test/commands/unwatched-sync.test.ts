import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, type TestContext, test} from 'node:test';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {passOn} from '../support/pass-on.ts';
import {type Ran, runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const two = `${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`;
const env = {SECODA_API_TOKEN: 'canary-unwatched-31b'};

type Sent = {
	/** The response to each request from now on: a status, or no response. */
	answer(status: number | 'nothing'): void;
	watch(...more: readonly string[]): Promise<Ran>;
	watchWithoutToken(): Promise<Ran>;
	outcome(): Promise<string | undefined>;
};

/** An upload of two rows whose sync is not seen. `status` is the answer to it, where that is not the catalog's. */
async function sendUnseen(t: TestContext, wait: string, status?: number): Promise<Sent> {
	const sandbox = await start(t, {token: env.SECODA_API_TOKEN, switches: {syncsFail: true}});
	let answer: number | 'nothing' | undefined;
	const {url} = await serve(t, async (request, response) => {
		if (answer === 'nothing') return void request.socket.destroy();
		if (answer !== undefined) return json(response, {}, answer);
		const passed = await passOn(request, sandbox.url);
		json(response, passed.body, (request.method === 'POST' ? status : undefined) ?? passed.status);
	});
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), two);
	const place = ['--url', url, '--integration', sandbox.integration];
	await runProgram(['upload', 'w.csv', ...place, '--wait', wait], {home, env});
	const command = ['history', '1', '--watch', '--wait', '50ms', '--no-input'];
	return {
		answer(next) {
			answer = next;
		},
		watch: (...more) => runHere([...command, ...more], {home, env}),
		watchWithoutToken: () => runHere([...command, '--json'], {home}),
		async outcome() {
			const state = await openState(join(home, 'state'));
			const [entry] = state.history.list(1);
			state.close();
			return entry?.outcome;
		},
	};
}

describe('the watch of an upload that cannot begin leaves the upload what it was', {concurrency: 3}, () => {
	for (const [outcome, exitCode, wait, status] of [
		['unseen', 9, '50ms', undefined],
		['accepted', 9, '0', undefined],
		['unknown', 6, '0', 500],
	] as const)
		test(`${outcome}: exit code ${exitCode}, and what was sent is reported`, async t => {
			const {answer, watch, watchWithoutToken, outcome: stored} = await sendUnseen(t, wait, status);
			assert.equal(await stored(), outcome);
			const assertSent = ({code, stdout, stderr}: Ran, error: string) => {
				const ending = JSON.parse(stdout);
				assert.deepEqual([code, ending.outcome, ending.sent.records], [exitCode, outcome, 2], stderr);
				assert.deepEqual([ending.error.code, ending.error.exitCode, ending.entry], [error, exitCode, 1]);
				assert.match(stderr, /Catalog: .*2 rows.*not read/);
				assert.match(stderr, /secoda-upload history 1 --watch/);
				assert.doesNotMatch(stderr, /[Nn]othing was|[Aa]s it was/);
			};
			for (const [reply, error] of [
				[404, 'not-found'],
				[401, 'unauthorized'],
				[418, 'refused'],
				[500, 'server-error'],
				['nothing', 'unreachable'],
			] as const) {
				answer(reply);
				assertSent(await watch('--json'), error);
			}

			assertSent(await watchWithoutToken(), 'no-token');
			assert.equal(await stored(), outcome);
		});

	test('the advice for a server on this machine names no http address where that is the address', async t => {
		const {answer, watch} = await sendUnseen(t, '50ms');
		answer('nothing');
		const {code, stdout} = await watch();
		assert.equal(code, 9);
		assert.match(stdout, /Check that the server is running/);
		assert.doesNotMatch(stdout, /http:\/\//);
	});
});
