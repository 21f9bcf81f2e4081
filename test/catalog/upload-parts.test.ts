import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {truncate} from 'node:fs/promises';
import test from 'node:test';
import {multipart} from '../../source/catalog/multipart.ts';
import type {UploadRequest} from '../../source/catalog/upload.ts';
import {type ReceivedFile, receiveFiles} from '../../source/sandbox/receive-file.ts';
import {bodyOf, json, serve, sha256} from '../support/fault-server.ts';
import {type Scope, temporaryFile} from '../support/folder.ts';
import {kinds, uploadTo} from './settle.ts';

// More than the buffers between both sides hold.
const contents = [Buffer.alloc(50_000_000, 'a'), Buffer.alloc(0), randomBytes(70_001)];
const total = contents.reduce((sum, {length}) => sum + length, 0);

/** A request with several parts, whose files are on disk. */
async function severalFiles(t: Scope): Promise<UploadRequest> {
	const parts = contents.map(async (content, at) => ({
		part: `part_${at}`,
		name: `file "${at}".jsonl`,
		contentType: at === 0 ? 'text/csv' : 'application/jsonl',
		path: await temporaryFile(t, content),
		bytes: content.length,
	}));
	return {endpoint: 'import_resources/', parts: await Promise.all(parts)};
}

test('sends several files as parts of one request of known length', async t => {
	let received: readonly ReceivedFile[] = [];
	const seen = {path: '', length: 0, bodyBytes: 0};
	const {url, uploads} = await serve(t, async (request, response) => {
		request.on('data', chunk => {
			seen.bodyBytes += chunk.length;
		});
		seen.path = request.url ?? '';
		seen.length = Number(request.headers['content-length']);
		received = await receiveFiles(request);
		json(response, {id: 'sync-1'});
	});
	const progress: number[] = [];
	const totals = new Set<number>();
	const {answer} = await uploadTo(t, url, {
		request: await severalFiles(t),
		timeoutMs: 10_000,
		onProgress(sent, of) {
			progress.push(sent);
			totals.add(of);
		},
	});
	assert.deepEqual([kinds(answer), uploads()], ['taken', 1]);
	assert.equal(seen.path, '/api/v1/integration/integrations/i/import_resources/');
	assert.equal(seen.bodyBytes, seen.length);
	assert.deepEqual(
		received.map(({part, name, contentType, sha256}) => [part, name, contentType, sha256]),
		contents.map((content, at) => [
			`part_${at}`,
			`file _${at}_.jsonl`,
			at === 0 ? 'text/csv' : 'application/jsonl',
			sha256(content),
		]),
	);
	assert.deepEqual([...totals], [total], 'progress is of all files together');
	assert.equal(progress.at(-1), total);
	assert.deepEqual(
		progress,
		[...progress].sort((one, other) => one - other),
		'progress only rises',
	);
});

test('counts the bytes of the files, not of the form, as progress', () => {
	const part = {part: 'a', name: 'a', contentType: 'text/plain', path: ''};
	const {contentLength, fileBytes} = multipart([
		{...part, bytes: 3},
		{...part, bytes: 2},
	]);
	const counts = Array.from({length: contentLength + 1}, (_, sent) => fileBytes(sent));
	const risesAt = counts.flatMap((count, at) => (count > (counts[at - 1] ?? 0) ? [at] : []));
	const [first = 0, , , fourth = 0] = risesAt;
	assert.deepEqual(risesAt, [first, first + 1, first + 2, fourth, fourth + 1]);
	assert.ok(first > 1 && fourth > first + 10 && fourth + 1 < contentLength, 'there is a form around both files');
	assert.deepEqual([counts[0], counts.at(-1)], [0, 5]);
});

for (const [what, change] of [
	['that is gone', {path: '/nowhere/second.jsonl'}],
	['that is longer than declared', {bytes: 70_000}],
] as const) {
	test(`sends none of several files if one is ${what}`, async t => {
		const {url, uploads} = await serve(t, (_request, response) => json(response, {}));
		const {endpoint, parts} = await severalFiles(t);
		const request = {endpoint, parts: parts.map((part, at) => (at === 2 ? {...part, ...change} : part))};
		assert.equal(kinds((await uploadTo(t, url, {request})).answer), 'not-sent: not-readable');
		assert.equal(uploads(), 0);
	});
}

test('never completes the upload if the last file shrinks while the first one is sent', async t => {
	const request = await severalFiles(t);
	const arrived = Promise.withResolvers<string>();
	const {url} = await serve(t, async incoming => {
		incoming.pause();
		await truncate(request.parts[2]?.path ?? '', 10);
		await bodyOf(incoming).then(
			() => arrived.resolve('whole'),
			() => arrived.resolve('cut off'),
		);
	});
	const {answer} = await uploadTo(t, url, {request, timeoutMs: 5000});
	assert.equal(answer.kind, 'unknown');
	assert.equal(await arrived.promise, 'cut off');
});

test('reports a cancel within the first of several files as incomplete', async t => {
	const abort = new AbortController();
	const {url} = await serve(
		t,
		incoming =>
			void incoming.once('data', () => {
				incoming.pause();
				abort.abort();
			}),
	);
	const {answer} = await uploadTo(t, url, {request: await severalFiles(t), abort, timeoutMs: 5000});
	assert.ok(answer.kind === 'cancelled' && !answer.complete);
	assert.ok(answer.bytesSent < total);
});
