import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import {createServer} from 'node:net';
import test from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFile} from '../support/folder.ts';
import {oneFile} from '../support/upload-request.ts';
import {kinds, portOf, token, uploadTo} from './settle.ts';

const big = Buffer.alloc(50_000_000, 'a');

test('ends an upload without progress at the time limit', async t => {
	const port = await portOf(t, createServer({pauseOnConnect: true}));
	const {answer} = await uploadTo(t, `http://127.0.0.1:${port}`, {content: big, timeoutMs: 300});
	assert.equal(kinds(answer), 'unknown: timeout');
});

test('lets an upload with progress take longer than the time limit', async t => {
	const {url} = await serve(t, async (request, response) => {
		let read = 0;
		// Reads in gulps with rests between them, each shorter than the limit, all together longer.
		for await (const chunk of request) {
			const before = read;
			read += chunk.length;
			const gulp = 12_000_000;
			if (Math.floor(before / gulp) === Math.floor(read / gulp)) continue;
			await new Promise(resolve => setTimeout(resolve, 150));
		}

		json(response, {id: 's'});
	});
	const start = performance.now();
	const steps: number[] = [];
	const {answer} = await uploadTo(t, url, {content: big, timeoutMs: 300, onProgress: sent => steps.push(sent)});
	assert.equal(answer.kind, 'taken');
	assert.ok(performance.now() - start > 300);
	assert.ok(steps.length > 4, 'progress comes in steps');
	assert.ok(
		steps.every((sent, index) => sent > (steps[index - 1] ?? -1)),
		'and only rises',
	);
	assert.equal(steps.at(-1), big.length);
});

test('reports the sent bytes of a cancelled upload', async t => {
	const abort = new AbortController();
	const {url} = await serve(t, () => undefined);
	const {answer} = await uploadTo(t, url, {
		content: big,
		abort,
		onProgress: sent => sent > 0 && abort.abort(),
	});
	assert.ok(answer.kind === 'cancelled' && !answer.complete);
	assert.ok(answer.bytesSent > 0 && answer.bytesSent < big.length);
});

test('reports an early rejection as refused, and as unknown if a reset of the connection discards it', async t => {
	const {url} = await serve(t, (_request, response) => {
		response.writeHead(413, {connection: 'close'}).end('too large');
	});
	const path = await temporaryFile(t, big);
	const seen: string[] = [];
	for (let times = 0; times < 20; times++) seen.push(kinds((await uploadTo(t, url, {content: big, path})).answer));
	const refused = seen.filter(kind => kind === 'refused: refused');
	// The system drops an answer that was not read yet when the reset arrives.
	assert.ok(
		seen.every(kind => kind === 'refused: refused' || kind === 'unknown: unreachable'),
		seen.join(),
	);
	assert.ok(refused.length > 10, `${refused.length} of 20 are refused`);
});

test('does not accept a success before the body was read', async t => {
	const {url} = await serve(t, (_request, response) => json(response, {id: 1}));
	const {answer} = await uploadTo(t, url, {content: big});
	assert.equal(answer.kind, 'unknown');
});

test('reports a rejection with an incomplete body as refused', async t => {
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request);
		response.writeHead(400, {'content-length': '100'});
		response.write('bad', () => request.socket.destroy());
	});
	assert.equal(kinds((await uploadTo(t, url)).answer), 'refused: refused');
});

test('reports a success with an incomplete body as unknown', async t => {
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request);
		response.writeHead(200, {'content-length': '100'});
		response.write('{"id":', () => request.socket.destroy());
	});
	assert.equal(kinds((await uploadTo(t, url)).answer), 'unknown: unreachable');
});

test('ends a slow response at the time limit: unknown after a 200, refused after a 400', async t => {
	let status = 200;
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request);
		response.writeHead(status);
		const timer = setInterval(() => response.write(' '), 20);
		response.on('close', () => clearInterval(timer));
	});
	assert.equal(kinds((await uploadTo(t, url, {timeoutMs: 300})).answer), 'unknown: timeout');
	status = 400;
	assert.equal(kinds((await uploadTo(t, url, {timeoutMs: 300})).answer), 'refused: refused');
});

test('neither reads nor shows a huge response in full', async t => {
	const {url} = await serve(t, async (request, response) => {
		await bodyOf(request);
		response.writeHead(400, {'content-type': 'text/plain'});
		const piece = Buffer.alloc(1 << 20, 1);
		const more = () => {
			while (!response.destroyed && response.write(piece));
		};
		response.on('drain', more);
		more();
	});
	const {answer} = await uploadTo(t, url);
	assert.equal(kinds(answer), 'refused: refused');
	assert.ok('error' in answer && answer.error.message.length < 300);
});

test('opens a new connection for an upload', async t => {
	const used = new Set<number | undefined>();
	const {url} = await serve(t, async (request, response) => {
		const {remotePort} = request.socket;
		if (used.has(remotePort)) return void request.socket.resetAndDestroy();
		used.add(remotePort);
		await bodyOf(request);
		json(response, {id: 'i', name: 'n', type: 'custom'});
	});
	const path = await temporaryFile(t, 'x');
	const catalog = connect({address: parseAddress(url), token, timeoutMs: 300});
	const {signal} = new AbortController();
	await catalog.integration('i', signal);
	const answer = await catalog.upload('i', oneFile(path, 1), {
		signal,
		onProgress: () => undefined,
		onWait: () => undefined,
	});
	assert.equal(answer.kind, 'taken');
});

for (const integration of ['..', '.', '', 'a/../b', 'x y', '%2e%2e']) {
	test(`does not send an upload to the integration ${JSON.stringify(integration)}`, async t => {
		const {url, uploads} = await serve(t, (_request, response) => json(response, {}));
		assert.equal(kinds((await uploadTo(t, url, {integration})).answer), 'not-sent: not-found');
		assert.equal(uploads(), 0);
	});
}

for (const [what, more] of [
	['that is gone', {path: '/nowhere/warehouse.csv'}],
	['that is shorter than declared', {bytes: 10_001}],
	['that is longer than declared', {bytes: 9999}],
] as const) {
	test(`sends nothing of a file ${what}`, async t => {
		const {url, uploads} = await serve(t, (_request, response) => json(response, {}));
		const {answer} = await uploadTo(t, url, more);
		assert.equal(kinds(answer), 'not-sent: not-readable');
		assert.equal(uploads(), 0);
	});
}

test('never completes the upload of a file that shrinks', async t => {
	const path = await temporaryFile(t, big);
	const arrived = Promise.withResolvers<string>();
	const {url} = await serve(t, async request => {
		request.once('data', () => void truncate(path, 1_000_000));
		await bodyOf(request).then(
			() => arrived.resolve('whole'),
			() => arrived.resolve('cut off'),
		);
	});
	const {answer} = await uploadTo(t, url, {content: big, path, timeoutMs: 5000});
	assert.equal(kinds(answer), 'unknown: refused');
	assert.equal(await arrived.promise, 'cut off');
});

test('retries a refused connection after a visible wait', async t => {
	const {answer, waits} = await uploadTo(t, 'http://127.0.0.1:1');
	assert.equal(answer.kind, 'cancelled');
	assert.deepEqual(waits, [{reason: 'unreachable', seconds: 1, attempt: 1}]);
});

test('does not retry a host that does not exist', async t => {
	const {answer, waits} = await uploadTo(t, 'https://does-not-exist.invalid');
	assert.equal(kinds(answer), 'not-sent: unreachable');
	assert.deepEqual(waits, []);
});
