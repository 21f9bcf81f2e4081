import assert from 'node:assert/strict';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';

const token = 'canary-integrations-3';

test('only integrations that accept files are listed, all pages of them, with their ids', async t => {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	sandbox.model.addIntegration('A warehouse that Secoda reads itself', 'snowflake');
	for (let number = 0; number < 1200; number++) sandbox.model.addIntegration(`n${number}\u001B[31m`, 'custom');
	const env = {SECODA_API_TOKEN: token, SECODA_UPLOAD_URL: sandbox.url};
	const {code, stdout} = await runProgram(['integrations', 'list'], {home, env});
	assert.equal(code, 0);
	assert.equal(stdout.trim().split('\n').length, 1201);
	assert.doesNotMatch(stdout, /reads itself|\u001B/);
	const json = JSON.parse((await runProgram(['integrations', 'list', '--json'], {home, env})).stdout);
	assert.deepEqual(Object.keys(json.integrations[0]), ['id', 'name', 'type', 'syncs']);
	assert.equal(json.integrations[0].id, sandbox.integration);
});

test('one is made with its type and teams, once, and its id and page are shown', async t => {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	const team = {id: 'b7c2', name: 'Data'};
	sandbox.model.teams.push(team);
	const env = {SECODA_API_TOKEN: token};
	const create = ['integrations', 'create', 'Warehouse', '--url', sandbox.url];
	const wrong = await runProgram([...create, '--team', 'Dato'], {home, env});
	assert.deepEqual(
		[wrong.code, /Did you mean "Data"/.test(wrong.stderr), sandbox.model.integrations.size],
		[2, true, 1],
	);
	const {code, stdout} = await runProgram([...create, '--type', 'oracle', '--team', 'data'], {home, env});
	assert.equal(code, 0);
	const made = [...sandbox.model.integrations.values()].at(-1);
	assert.deepEqual([made?.name, made?.type, made?.teams], ['Warehouse', 'oracle', [team.id]]);
	assert.ok(made !== undefined && stdout.includes(made.id) && stdout.includes(`/integrations/${made.id}/syncs`));
});

test('the workspace and the token of a profile serve too', async t => {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	await runProgram(['profiles', 'add', 'p', '--url', sandbox.url, '--integration', 'i'], {home});
	await runProgram(['login', 'p', '--insecure-storage'], {home, input: token});
	const {code, stdout} = await runProgram(['integrations', 'list', '--profile', 'p'], {home});
	assert.deepEqual([code, stdout.includes(sandbox.integration)], [0, true]);
	const none = await runProgram(['integrations', 'list'], {home});
	assert.deepEqual([none.code, /--url/.test(none.stderr)], [2, true]);
	const unknown = await runProgram(['integrations', 'list', '--profile', 'q'], {home});
	assert.deepEqual([unknown.code, /Unknown profile "q"/.test(unknown.stderr)], [2, true]);
});

test('a token that is refused ends with 4, a workspace that is not there with 5', async t => {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	const list = (url: string) =>
		runProgram(['integrations', 'list', '--url', url], {home, env: {SECODA_API_TOKEN: 'canary-other'}});
	const refused = await list(sandbox.url);
	const gone = await list('http://127.0.0.1:1');
	assert.deepEqual([refused.code, gone.code], [4, 5]);
	assert.doesNotMatch(refused.stderr + gone.stderr, /canary/);
});
