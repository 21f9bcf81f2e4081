import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {stat, truncate} from 'node:fs/promises';
import type {IncomingHttpHeaders, ServerResponse} from 'node:http';
import test, {type TestContext} from 'node:test';
import {inspect} from 'node:util';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {CatalogError} from '../../source/catalog/error.ts';
import type {UploadResult, UploadWait} from '../../source/catalog/upload.ts';
import {receiveFile} from '../../source/sandbox/receive-file.ts';
import {bodyOf, type Handler, json, serve, sha256} from '../support/fault-server.ts';
import {temporaryFile} from '../support/folder.ts';
import {oneFile} from '../support/upload-request.ts';

const token = `canary-${randomBytes(8).toString('hex')}`;
const content = randomBytes(3_000_000);

type Result = {answer: UploadResult; progress: number[]; waits: UploadWait[]; arrived: number};

async function upload(
	t: TestContext,
	handler: Handler,
	options: {abort?: AbortController; timeoutMs?: number} = {},
): Promise<Result> {
	const {url, uploads} = await serve(t, handler);
	const path = await temporaryFile(t, content);
	const catalog = connect({address: parseAddress(url), token, timeoutMs: options.timeoutMs ?? 10_000});
	const progress: number[] = [];
	const waits: UploadWait[] = [];
	const answer = await catalog.upload('some-id', oneFile(path, content.length, 'ware"house.csv'), {
		signal: options.abort?.signal ?? new AbortController().signal,
		onProgress: sent => progress.push(sent),
		onWait: wait => waits.push(wait),
	});
	assert.ok(!inspect(answer, {depth: null, showHidden: true}).includes(token), 'the token is in the answer');
	return {answer, progress, waits, arrived: uploads()};
}

/** Reads the whole upload, then answers. */
const afterBody =
	(answer: (response: ServerResponse) => void): Handler =>
	async (request, response) => {
		await bodyOf(request);
		answer(response);
	};

test('the file arrives byte for byte in one part named "file", with its length and the token', async t => {
	let seen: {sha256?: string; name?: string; headers?: IncomingHttpHeaders; path?: string} = {};
	const {answer, progress} = await upload(t, async (request, response) => {
		const file = await receiveFile(request, 'file');
		seen = {
			...(file === undefined ? {} : {sha256: file.sha256, name: file.name}),
			headers: request.headers,
			path: request.url ?? '',
		};
		json(response, {id: 'sync-1'});
	});
	assert.deepEqual(answer, {kind: 'taken', status: 200, id: 'sync-1'});
	assert.equal(seen.sha256, sha256(content));
	assert.equal(seen.name, 'ware_house.csv');
	assert.equal(seen.path, '/api/v1/integration/integrations/some-id/import_metadata/');
	assert.equal(seen.headers?.authorization, `Bearer ${token}`);
	assert.ok(Number(seen.headers?.['content-length']) > content.length);
	assert.equal(progress.at(-1), content.length);
	assert.deepEqual(
		progress,
		[...progress].sort((one, other) => one - other),
		'progress only rises',
	);
});

type Case = {
	readonly name: string;
	readonly handler: Handler;
	readonly kind: UploadResult['kind'];
	readonly error?: CatalogError['code'];
};

const cases: readonly Case[] = [
	{name: 'an empty 200 is success', handler: afterBody(response => response.writeHead(200).end()), kind: 'taken'},
	{name: 'a 204 is success', handler: afterBody(response => response.writeHead(204).end()), kind: 'taken'},
	{
		name: 'JSON without an id is success',
		handler: afterBody(response => json(response, {status: 'queued'}, 202)),
		kind: 'taken',
	},
	{
		name: 'a page of HTML with status 200 is not: it may have been taken or not',
		handler: afterBody(response => response.writeHead(200, {'content-type': 'text/html'}).end('<html>Log in</html>')),
		kind: 'unknown',
		error: 'unexpected-answer',
	},
	{
		name: 'a 500 after the body leaves it unknown',
		handler: afterBody(response => json(response, {}, 500)),
		kind: 'unknown',
		error: 'server-error',
	},
	{
		name: 'a 303 is not followed and leaves it unknown',
		handler: afterBody(response => response.writeHead(303, {location: '/elsewhere'}).end()),
		kind: 'unknown',
		error: 'redirected',
	},
	{
		name: 'a 307 is not followed: nothing was taken',
		handler: afterBody(response => response.writeHead(307, {location: 'http://127.0.0.1:1/'}).end()),
		kind: 'refused',
		error: 'redirected',
	},
	{
		name: 'a 401 says that nothing was taken',
		handler: afterBody(response => json(response, {}, 401)),
		kind: 'refused',
		error: 'unauthorized',
	},
	{
		name: 'a 404 says that nothing was taken',
		handler: afterBody(response => json(response, {}, 404)),
		kind: 'refused',
		error: 'not-found',
	},
	{
		name: 'a 400 is quoted without control characters and without the token',
		handler: async (request, response) => {
			await bodyOf(request);
			json(response, {detail: `\u001B[2J no ${request.headers.authorization}`}, 400);
		},
		kind: 'refused',
		error: 'refused',
	},
	{
		name: 'a connection that is reset after the body leaves it unknown',
		handler: async request => {
			await bodyOf(request);
			request.socket.resetAndDestroy();
		},
		kind: 'unknown',
		error: 'unreachable',
	},
	{
		name: 'a connection that is reset in the middle leaves it unknown',
		handler: request => void request.once('data', () => request.socket.resetAndDestroy()),
		kind: 'unknown',
		error: 'unreachable',
	},
];
for (const {name, handler, kind, error} of cases) {
	test(`${name}; it is sent once`, async t => {
		const {answer, arrived} = await upload(t, handler);
		assert.equal(answer.kind, kind);
		if ('error' in answer) {
			assert.equal(answer.error.code, error);
			assert.doesNotMatch(answer.error.message, /[\u0000-\u001F]/);
		}

		assert.equal(arrived, 1);
	});
}

test('no answer within the time leaves it unknown', async t => {
	const {answer, arrived} = await upload(t, async request => void (await bodyOf(request)), {timeoutMs: 300});
	assert.equal(answer.kind === 'unknown' && answer.error.code, 'timeout');
	assert.equal(arrived, 1);
});

test('a 429 is waited for as long as the server asks, at least a second, and then sent again', async t => {
	let times = 0;
	const {answer, waits, arrived} = await upload(t, async (request, response) => {
		await bodyOf(request);
		if (++times === 1) response.writeHead(429, {'retry-after': '0'}).end();
		else json(response, {id: 1});
	});
	assert.equal(answer.kind, 'taken');
	assert.deepEqual(waits, [{reason: 'rate-limited', seconds: 1, attempt: 1}]);
	assert.equal(arrived, 2);
});

test('cancels the wait after a 429 at once', async t => {
	const abort = new AbortController();
	const {url} = await serve(
		t,
		afterBody(response => response.writeHead(429, {'retry-after': '60'}).end()),
	);
	const path = await temporaryFile(t, content);
	const answer = await connect({address: parseAddress(url), token}).upload('i', oneFile(path, content.length), {
		signal: abort.signal,
		onProgress: () => undefined,
		onWait: () => abort.abort(),
	});
	assert.deepEqual(answer, {kind: 'cancelled', stage: 'connecting', bytesSent: 0, complete: false});
});

test('reports a cancel within the body as incomplete', async t => {
	const abort = new AbortController();
	const {answer} = await upload(
		t,
		request =>
			void request.once('data', () => {
				request.pause();
				abort.abort();
			}),
		{abort},
	);
	assert.ok(answer.kind === 'cancelled' && !answer.complete && answer.bytesSent < content.length);
});

test('reports a cancel after the whole body was sent as complete', async t => {
	const abort = new AbortController();
	const {answer} = await upload(
		t,
		async request => {
			await bodyOf(request);
			abort.abort();
		},
		{abort},
	);
	assert.deepEqual(answer, {kind: 'cancelled', stage: 'talking', bytesSent: content.length, complete: true});
});

test('never completes the upload of a snapshot that shrinks', async t => {
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request).catch(() => undefined);
		json(response, {id: 1});
	});
	const path = await temporaryFile(t, content);
	await truncate(path, 1_000_000);
	assert.equal((await stat(path)).size, 1_000_000);
	const answer = await connect({address: parseAddress(url), token}).upload('i', oneFile(path, content.length), {
		signal: new AbortController().signal,
		onProgress: () => undefined,
		onWait: () => undefined,
	});
	assert.equal(answer.kind, 'not-sent');
});
