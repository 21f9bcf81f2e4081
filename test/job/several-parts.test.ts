import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {Inventory} from '../../source/plan/inventory.ts';
import {digestOf, type SnapshotSource} from '../../source/plan/snapshot.ts';
import {type ReceivedFile, receiveFiles} from '../../source/sandbox/receive-file.ts';
import {openState} from '../../source/state/state.ts';
import {answerReads, json, serve, sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openNoSide} from '../support/plans.ts';

const files = [
	{part: 'tables', name: 'tables.jsonl', content: Buffer.from('{"name":"orders"}\n')},
	{part: 'columns', name: 'columns.jsonl', content: Buffer.alloc(200_000, '{"name":"id"}\n')},
];

/** A source of two files of a kind that this program does not know. */
const source: SnapshotSource = {
	path: '/work/tables.jsonl',
	paths: ['/work/tables.jsonl'],
	problem: undefined,
	warnings: 0,
	notSent: [],
	writtenAt: () => Promise.resolve(undefined),
	async take(store) {
		const kept = files.map(async ({part, name, content}) => {
			const writer = await store.create();
			await writer.write(content);
			return {kind: 'pair', part, name, contentType: 'application/jsonl', records: 1, ...(await writer.commit())};
		});
		const parts = await Promise.all(kept);
		const snapshot = {
			kind: 'pair',
			endpoint: 'import_pair/',
			parts,
			digest: digestOf(parts),
			counts: {tables: 1, columns: 1},
		};
		return {
			snapshot,
			inventory: new Inventory(warehouse.entities),
			readBack: warehouse.readBack,
			openSide: openNoSide,
			release() {
				for (const {release} of parts) release();
			},
		};
	},
};

/** Uploads the two files to a receiver on loopback. */
async function uploadBoth(t: TestContext) {
	let received: readonly ReceivedFile[] = [];
	const paths: string[] = [];
	const {url, uploads} = await serve(t, async (request, response) => {
		if (answerReads(request, response)) return;
		paths.push(basename(request.url ?? ''));
		received = await receiveFiles(request);
		json(response, {id: 'sync'});
	});
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const options = {source, integration: 'i', waitMs: 0};
	const events: JobEvent[] = [];
	const job = runJob(
		{...options, decide: ({plan}) => Promise.resolve({kind: 'send', approval: plan.id})},
		{catalog: connect({address: parseAddress(url), token: 't', env: {}}), state},
		new AbortController().signal,
	);
	for await (const event of job) events.push(event);
	return {events, received, paths, uploads, state, snapshots: join(folder, 'snapshots')};
}

test('two files are one snapshot: they are sent in one request, as one upload of the history', async t => {
	const {events, received, paths, uploads, state, snapshots} = await uploadBoth(t);
	assert.deepEqual([uploads(), paths], [1, ['import_pair']]);
	assert.deepEqual(
		received.map(({part, name, contentType, sha256}) => [part, name, contentType, sha256]),
		files.map(({part, name, content}) => [part, name, 'application/jsonl', sha256(content)]),
	);
	const total = files.reduce((sum, {content}) => sum + content.length, 0);
	const sending = events.flatMap(event => (event.type === 'sending' ? [[event.sent, event.total]] : []));
	assert.deepEqual(sending.at(-1), [total, total]);
	const hashes = files.map(({content}) => sha256(content));
	const digest = sha256(Buffer.from(`tables\u0000${hashes[0]}\ncolumns\u0000${hashes[1]}\n`));
	const last = events.at(-1);
	assert.deepEqual(last?.type === 'ended' && [last.ending.outcome, last.ending.sent], [
		'accepted',
		{records: 2, bytes: total, sha256: digest, files: files.map(({name}) => ({name, records: 1}))},
	]);
	const preview = events.flatMap(event => (event.type === 'planned' ? [event.preview] : []))[0];
	const [entry] = state.history.list(1);
	const {planId, approval, baseline, counts, kind, sha256: whole} = entry ?? {};
	assert.deepEqual(
		[kind, whole, counts, planId, approval],
		['pair', digest, {tables: 1, columns: 1}, preview?.plan.id, preview?.plan.id],
	);
	assert.deepEqual(baseline, {from: 'catalog', counts: {tables: 0, columns: 0}});
	assert.deepEqual(
		entry?.parts,
		files.map(({part, name, content}) => ({
			kind: 'pair',
			part,
			name,
			contentType: 'application/jsonl',
			records: 1,
			bytes: content.length,
			sha256: sha256(content),
		})),
	);
	state.snapshots.prune({count: 0, bytes: 0});
	assert.deepEqual((await readdir(snapshots)).sort(), hashes.map(hash => `${hash}.csv`).sort(), 'both stay');
});

test('of two files that are not sent none is kept', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const {url} = await serve(t, (request, response) => void answerReads(request, response));
	const job = runJob(
		{source, integration: 'i', waitMs: 0, decide: () => Promise.resolve({kind: 'stop'})},
		{catalog: connect({address: parseAddress(url), token: 't', env: {}}), state},
		new AbortController().signal,
	);
	for await (const event of job) if (event.type === 'ended') assert.equal(event.ending.outcome, 'cancelled');
	assert.deepEqual(await readdir(join(folder, 'snapshots')), []);
});

test('the digest of several files depends on their names and on which is which', () => {
	const [one, other] = [sha256(Buffer.from('1')), sha256(Buffer.from('2'))];
	assert.equal(digestOf([{part: 'a', sha256: one}]), one);
	const digests = [
		[
			{part: 'a', sha256: one},
			{part: 'b', sha256: other},
		],
		[
			{part: 'a', sha256: other},
			{part: 'b', sha256: one},
		],
		[
			{part: 'b', sha256: one},
			{part: 'a', sha256: other},
		],
	].map(digestOf);
	assert.equal(new Set(digests).size, 3);
});
