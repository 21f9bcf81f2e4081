import assert from 'node:assert/strict';
import {execFile, spawnSync} from 'node:child_process';
import test from 'node:test';
import {promisify} from 'node:util';
import {temporaryFile} from '../support/folder.ts';
import {header, recordLine} from '../support/session.ts';
import {ask, columns, everyType, pageIds, start} from './client.ts';

const run = promisify(execFile);
const works = (command: string, ...args: readonly string[]) => spawnSync(command, args, {stdio: 'ignore'}).status === 0;

const python = `
import os, requests
host, headers = os.environ["SECODA_HOST"], {"Authorization": "Bearer " + os.environ["SECODA_API_TOKEN"]}
made = requests.post(host + "/integration/integrations/", headers=headers, json={"name": "From Python", "type": "custom", "credentials": {}})
made.raise_for_status()
with open(os.environ["CSV"], "rb") as f:
    sent = requests.post(host + "/integration/integrations/" + made.json()["id"] + "/import_metadata/", headers=headers, files={"file": f})
sent.raise_for_status()
print(made.json()["name"])
`;

const withRequests = {skip: works('python3', '-c', 'import requests') ? false : 'no python3 with requests here'};

test('a Python client written from the documentation works', withRequests, async t => {
	const sandbox = await start(t);
	const CSV = await temporaryFile(t, `${header}\n${recordLine()}\n`);
	const env = {...process.env, SECODA_HOST: sandbox.url, SECODA_API_TOKEN: sandbox.token, CSV, NO_PROXY: '127.0.0.1'};
	assert.equal((await run('python3', ['-c', python], {env})).stdout.trim(), 'From Python');
	await sandbox.idle();
	assert.deepEqual(
		sandbox.syncs.map(({status}) => status),
		['done'],
	);
});

const pythonPair = `
import os, requests
host, headers = os.environ["SECODA_HOST"], {"Authorization": "Bearer " + os.environ["SECODA_API_TOKEN"]}
with open(os.environ["RESOURCES"], "rb") as resources, open(os.environ["LINEAGE"], "rb") as lineage:
    sent = requests.post(
        host + "/integration/integrations/" + os.environ["INTEGRATION"] + "/import_jsonl_metadata/",
        headers=headers,
        files={"resources_file": resources, "lineages_file": lineage},
    )
sent.raise_for_status()
print(sent.json()["id"])
`;

test('a Python client that sends both JSONL files in one request works', withRequests, async t => {
	const sandbox = await start(t);
	// Written as by the generator of the documentation: without a last line end.
	const lines = (objects: readonly object[]) => objects.map(object => JSON.stringify(object)).join('\n');
	const env = {
		...process.env,
		SECODA_HOST: `${sandbox.url}/api/v1`,
		SECODA_API_TOKEN: sandbox.token,
		INTEGRATION: sandbox.integration,
		RESOURCES: await temporaryFile(t, lines(everyType), 'resources.jsonl'),
		LINEAGE: await temporaryFile(t, lines([{from_databuilder_id: 'tab', to_databuilder_id: 'dash'}]), 'lineage.jsonl'),
		NO_PROXY: '127.0.0.1',
	};
	const {stdout} = await run('python3', ['-c', pythonPair], {env});
	await sandbox.idle();
	assert.deepEqual(
		sandbox.syncs.map(({id, status}) => [id, status]),
		[[stdout.trim(), 'done']],
	);
	assert.deepEqual(await pageIds(sandbox, 'dashboard/charts'), ['chart']);
	assert.equal((await ask(sandbox, '/lineage/manual/')).body.count, 1);
});

test('curl -F file=@ works', {skip: works('curl', '--version') ? false : 'no curl here'}, async t => {
	const sandbox = await start(t);
	const file = await temporaryFile(t, `${header}\n${recordLine()}\n`);
	const config = await temporaryFile(t, `header = "Authorization: Bearer ${sandbox.token}"\n`, 'curl.conf');
	const url = `${sandbox.url}/api/v1/integration/integrations/${sandbox.integration}/import_metadata/`;
	const {stdout} = await run('curl', ['-sS', '--noproxy', '*', '-K', config, '-F', `file=@${file}`, url]);
	assert.equal(typeof JSON.parse(stdout).id, 'string');
	await sandbox.idle();
	assert.deepEqual(await columns(sandbox), ['orders.id']);
});
