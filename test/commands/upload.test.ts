import assert from 'node:assert/strict';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {answerReads, bodyOf, type Handler, json, serve, sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {passOn} from '../support/pass-on.ts';
import {type Ran, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-5f3a9d71c2';
const good = `${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`;

type Run = Ran & {readonly json: UploadJson; readonly home: string};

/** The JSON of an upload, as far as the tests read it. */
type UploadJson = {
	readonly outcome?: unknown;
	readonly message?: unknown;
	readonly sent?: unknown;
	readonly sync?: Readonly<Record<'expected' | 'found' | 'missing' | 'seconds', number>> | null;
};

/** Writes a file and runs `upload --json` on it. The token must be in nothing that the program leaves behind. */
async function upload(
	t: TestContext,
	content: string | Buffer,
	url: string,
	integration: string,
	...more: readonly string[]
): Promise<Run> {
	const home = await temporaryFolder(t);
	const file = join(home, 'warehouse.csv');
	await writeFile(file, content);
	const ran = await runProgram(['upload', file, '--url', url, '--integration', integration, '--json', ...more], {
		home,
		env: {SECODA_API_TOKEN: token},
	});
	for (const entry of await readdir(home, {recursive: true, withFileTypes: true})) {
		if (entry.isFile())
			assert.ok(!(await readFile(join(entry.parentPath, entry.name))).includes(token), `the token is in ${entry.name}`);
	}

	assert.ok(!ran.stdout.includes(token) && !ran.stderr.includes(token), 'the token is in the output');
	assert.equal(await readFile(file).then(String), String(content), 'the file is as it was');
	return {...ran, home, json: ran.stdout === '' ? {} : JSON.parse(ran.stdout)};
}

const toSandbox = (t: TestContext, sandbox: Sandbox, content: string | Buffer, ...more: readonly string[]) =>
	upload(t, content, sandbox.url, sandbox.integration, ...more);

async function sandboxFor(t: TestContext, switches: Partial<SandboxSwitches> = {}): Promise<Sandbox> {
	return start(t, {token, switches: {syncMs: 200, ...switches}});
}

test('a canonical file is sent byte for byte and confirmed by reading the catalog back', async t => {
	const sandbox = await sandboxFor(t);
	const {code, json} = await toSandbox(t, sandbox, good);
	assert.equal(code, 0);
	const sent = {records: 2, bytes: good.length, sha256: sha256(Buffer.from(good))};
	assert.deepEqual(json.sent, sent);
	assert.equal(json.outcome, 'confirmed');
	const {seconds, ...counts} = json.sync ?? {};
	assert.deepEqual(counts, {expected: 3, found: 3, missing: 0});
	assert.ok(typeof seconds === 'number');
	assert.deepEqual(Object.keys(json), ['outcome', 'sent', 'sync', 'edges', 'message', 'entry', 'undo']);
	assert.deepEqual(
		sandbox.uploads.map(({sha256}) => sha256),
		[sent.sha256],
	);
});

test('what was sent is in the history with its outcome, and kept under its hash', async t => {
	const sandbox = await sandboxFor(t);
	const {home} = await toSandbox(t, sandbox, good);
	const hash = sha256(Buffer.from(good));
	const state = await openState(join(home, 'state'));
	t.after(() => state.close());
	const [entry] = state.history.list(10);
	assert.deepEqual(
		[entry?.outcome, entry?.sha256, entry?.records, entry?.integration],
		['confirmed', hash, 2, sandbox.integration],
	);
	assert.equal(await readFile(join(home, 'state', 'snapshots', `${hash}.csv`), 'utf8'), good);
});

test('history --json has the plan, the target and the sent files of an upload', async t => {
	const sandbox = await sandboxFor(t);
	const {home, json} = await toSandbox(t, sandbox, good);
	const {uploads} = JSON.parse((await runProgram(['history', '--json'], {home})).stdout);
	assert.equal(uploads.length, 1);
	const [{kind, parts, counts, planId, approval, baseline}] = uploads;
	const part = {kind: 'warehouse', part: 'file', name: 'warehouse.csv', contentType: 'text/csv', ...Object(json.sent)};
	assert.deepEqual([kind, parts, counts, approval], ['warehouse', [part], {tables: 1, columns: 2}, null]);
	assert.deepEqual(baseline, {from: 'catalog', counts: {tables: 0, columns: 0}});
	assert.match(planId, /^\w+/);
});

for (const switches of [
	{answerBody: 'empty'},
	{answerBody: 'json-without-id', countKnown: false, missingLink: 'None', lastRunMoves: false},
] as const) {
	test(`it is confirmed whatever is unknown of the server: ${JSON.stringify(switches)}`, async t => {
		const {code, json} = await toSandbox(t, await sandboxFor(t, switches), good);
		assert.deepEqual([code, json.outcome], [0, 'confirmed']);
	});
}

test('the same file a second time is accepted, not confirmed: nothing new can be seen', async t => {
	const sandbox = await sandboxFor(t);
	await toSandbox(t, sandbox, good);
	await sandbox.idle();
	const {code, json} = await toSandbox(t, sandbox, good);
	assert.deepEqual([code, json.outcome], [0, 'accepted']);
});

test('a page that is hidden is evidence too', async t => {
	const sandbox = await sandboxFor(t);
	await toSandbox(t, sandbox, good);
	await sandbox.idle();
	const {code, json} = await toSandbox(t, sandbox, `${header}\n${recordLine()}\n`);
	assert.deepEqual([code, json.outcome], [0, 'confirmed']);
});

test('hiding many pages is a safety stop, and the approval lets exactly that plan through', async t => {
	const sandbox = await sandboxFor(t, {syncMs: 0});
	const many = `${header}\n${Array.from({length: 40}, (_, at) => recordLine({col_name: `c${at}`})).join('\n')}\n`;
	await toSandbox(t, sandbox, many);
	await sandbox.idle();
	const stopped = await toSandbox(t, sandbox, good);
	assert.equal(stopped.code, 7);
	assert.deepEqual([stopped.json.outcome, stopped.json.sent, sandbox.uploads.length], ['stopped', null, 1]);
	assert.match(String(stopped.json.message), /40 of the 40 columns/);
	const approval = /--approve ([0-9a-f]+)/.exec(stopped.stderr)?.[1] ?? '';
	const other = await toSandbox(t, sandbox, good.replace('id,', 'other_id,'), '--approve', approval);
	assert.equal(other.code, 7, 'an approval is for one plan');
	const approved = await toSandbox(t, sandbox, good, '--approve', approval);
	assert.deepEqual([approved.code, approved.json.outcome], [0, 'confirmed']);
});

test('a failed sync is not seen within --wait', async t => {
	const {code, json} = await toSandbox(t, await sandboxFor(t, {syncsFail: true}), good, '--wait', '1s');
	assert.deepEqual([code, json.outcome], [9, 'unseen']);
	assert.equal(json.sync?.found, 0);
});

test('--wait 0 does not wait', async t => {
	const {code, json} = await toSandbox(t, await sandboxFor(t), good, '--wait', '0');
	assert.deepEqual([code, json.outcome, json.sync], [0, 'accepted', null]);
});

type BadFile = readonly [what: string, content: string | Buffer, code: number, message: RegExp];

const badFiles: readonly BadFile[] = [
	['an empty file', '', 3, /is empty/],
	['a file that is no CSV', Buffer.from('PK\u0003\u0004...'), 3, /not a CSV/],
	['JSON Lines with errors', '{"entity_type":"table"}\n', 1, /3 errors/],
	['a file with errors', `${header}\n${recordLine({col_name: ''})}\n`, 1, /1 error/],
	['a header without rows', `${header}\n`, 1, /no rows/],
	['a file without a needed column', 'col_name,database,schema\na,b,c\n', 1, /no column name/],
];
for (const [what, content, code, message] of badFiles) {
	test(`does not send ${what} (${code}), and reports the reason and a hint`, async t => {
		const sandbox = await sandboxFor(t);
		const ran = await toSandbox(t, sandbox, content);
		assert.equal(ran.code, code);
		assert.match(ran.stderr + ran.stdout, message);
		assert.match(ran.stderr, /Next: /);
		assert.match(ran.stderr, /[Nn]othing was sent/);
		assert.equal(sandbox.uploads.length, 0);
	});
}

test('distinguishes a missing file from a folder (3)', async t => {
	const home = await temporaryFolder(t);
	const run = (path: string) =>
		runProgram(['upload', path, '--url', 'http://127.0.0.1:1', '--integration', 'x'], {home});
	assert.deepEqual(await run('none.csv').then(({code, stderr}) => [code, /no file none\.csv/.test(stderr)]), [3, true]);
	assert.deepEqual(await run(home).then(({code, stderr}) => [code, /is a folder/.test(stderr)]), [3, true]);
});

type BadServer = readonly [
	what: string,
	handler: Handler,
	code: number,
	outcome: string,
	message: RegExp,
	uploads: number,
];

const onUpload =
	(answer: Handler): Handler =>
	async (request, response) => {
		if (answerReads(request, response)) return;
		await bodyOf(request);
		await answer(request, response);
	};
const badServers: readonly BadServer[] = [
	['a bad token', (_request, response) => json(response, {}, 401), 4, 'refused', /rejected the token/, 0],
	[
		'a deleted integration',
		(_request, response) => json(response, {}, 404),
		2,
		'refused',
		/integration does not exist/,
		0,
	],
	[
		'a redirect',
		(_request, response) => void response.writeHead(302, {location: 'https://login.invalid/'}).end(),
		2,
		'refused',
		/redirects to https:\/\/login\.invalid/,
		0,
	],
	[
		'a page of HTML',
		(_request, response) => void response.writeHead(200, {'content-type': 'text/html'}).end('<html>'),
		2,
		'refused',
		/HTML page/,
		0,
	],
	['a server with a fault', (_request, response) => json(response, {}, 500), 5, 'failed', /server error/, 0],
	[
		'a catalog that lists only a part of its pages',
		(request, response) =>
			request.url?.includes('/columns/')
				? json(response, {links: {next: null}, count: 5, results: []})
				: void answerReads(request, response),
		7,
		'stopped',
		/only 0 of its 5 columns/,
		0,
	],
	[
		'an integration that is deleted before the upload',
		onUpload((_request, response) => json(response, {}, 404)),
		2,
		'refused',
		/integration does not exist/,
		1,
	],
	[
		'a redirect of the upload',
		onUpload((_request, response) => void response.writeHead(307, {location: '/x'}).end()),
		2,
		'refused',
		/redirects/,
		1,
	],
	[
		'a page of HTML for the upload',
		onUpload((_request, response) => void response.writeHead(200, {'content-type': 'text/html'}).end('<html>')),
		6,
		'unknown',
		/unknown whether Secoda/,
		1,
	],
	[
		'a fault after the upload',
		onUpload((_request, response) => json(response, {}, 502)),
		6,
		'unknown',
		/unknown whether Secoda/,
		1,
	],
	[
		'a reset after the upload',
		onUpload(request => void request.socket.resetAndDestroy()),
		6,
		'unknown',
		/unknown whether Secoda/,
		1,
	],
];
for (const [what, handler, code, outcome, message, uploads] of badServers) {
	test(`${what} ends with ${code}, ${outcome}; the upload is sent ${uploads} times`, async t => {
		const server = await serve(t, handler);
		const ran = await upload(t, good, server.url, 'some-id', '--wait', '1s');
		assert.deepEqual([ran.code, ran.json.outcome], [code, outcome]);
		assert.match(String(ran.json.message), message);
		assert.match(ran.stderr, /Next: /);
		assert.equal(server.uploads(), uploads);
	});
}

test('a server that is down ends with 5, nothing was sent', async t => {
	const ran = await upload(t, good, 'http://127.0.0.1:1', 'some-id');
	assert.deepEqual([ran.code, ran.json.outcome, ran.json.sent], [5, 'failed', null]);
	assert.match(ran.stderr, /Nothing was sent/);
});

test('a 429 is waited for in sight, and then the file is taken', async t => {
	let times = 0;
	const {url} = await serve(
		t,
		onUpload((_request, response) => {
			if (++times === 1) response.writeHead(429, {'retry-after': '1'}).end();
			else json(response, {id: 1});
		}),
	);
	const ran = await upload(t, good, url, 'some-id', '--wait', '0');
	assert.deepEqual([ran.code, ran.json.outcome, times], [0, 'accepted', 2]);
	assert.match(ran.stderr, /429\)\. Retrying in 1 second/);
});

test('an answer that was lost is settled by evidence', async t => {
	const sandbox = await sandboxFor(t);
	// Passes everything on to the sandbox, but loses the answer to the upload.
	const {url} = await serve(t, async (request, response) => {
		const {status, body} = await passOn(request, sandbox.url);
		if (request.method === 'POST') request.socket.resetAndDestroy();
		else json(response, body, status);
	});
	const ran = await upload(t, good, url, sandbox.integration, '--wait', '10s');
	assert.deepEqual([ran.code, ran.json.outcome, sandbox.uploads.length], [0, 'confirmed', 1]);
});

test('reports a missing token, address or integration', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'a.csv'), good);
	const noToken = await runProgram(['upload', 'a.csv', '--url', 'us', '--integration', 'x'], {home});
	assert.deepEqual([noToken.code, /SECODA_API_TOKEN.*--token-file/s.test(noToken.stderr)], [4, true]);
	const noAddress = await runProgram(['upload', 'a.csv'], {home, env: {SECODA_API_TOKEN: token}});
	assert.deepEqual([noAddress.code, /--url and --integration/.test(noAddress.stderr)], [2, true]);
	const plainHttp = await runProgram(['upload', 'a.csv', '--url', 'http://example.com', '--integration', 'x'], {
		home,
		env: {SECODA_API_TOKEN: token},
	});
	assert.deepEqual([plainHttp.code, /unencrypted/.test(plainHttp.stderr)], [2, true]);
});

test('a token from a file is taken with its "Bearer " and its line end', async t => {
	const sandbox = await sandboxFor(t);
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'a.csv'), good);
	await writeFile(join(home, 'token'), `"Bearer ${token}"\r\n`, {mode: 0o600});
	const {code} = await runProgram(
		['upload', 'a.csv', '--url', sandbox.url, '--integration', sandbox.integration, '--token-file', 'token', '--quiet'],
		{home},
	);
	assert.equal(code, 0);
});
