import assert from 'node:assert/strict';
import test from 'node:test';
import {type CatalogReading, watch} from '../../source/job/watch.ts';
import {CatalogComparison} from '../../source/plan/comparison.ts';
import type {EdgeStatus} from '../../source/plan/edge-evidence.ts';
import {Inventory} from '../../source/plan/inventory.ts';

const {signal} = new AbortController();
const counts = {file: 3, external: 0, sample: 3, expected: 3, found: 0, created: 0};
const unlisted: EdgeStatus = {state: 'not-listed', counts};
const some: EdgeStatus = {state: 'incomplete', counts: {...counts, found: 2}};
const all: EdgeStatus = {state: 'complete', counts: {...counts, found: 3, created: 1}};
const failed: EdgeStatus = {state: 'unread', counts: {...counts, expected: 0}, problem: 'it failed.'};

/** Watches a catalog without resources that shows these edges, reading by reading; the last one stays. */
async function watchEdges(readings: readonly EdgeStatus[], {settleMs, waitMs}: {settleMs: number; waitMs: number}) {
	let reads = 0;
	const comparison = () => new CatalogComparison(new Inventory([]), []);
	const {status} = await watch(
		{
			baseline: comparison().baseline({isReliable: true}),
			waitMs,
			settleMs,
			read(): Promise<CatalogReading> {
				const edges = readings[Math.min(reads++, readings.length - 1)];
				return Promise.resolve({comparison: comparison(), edges});
			},
			onStatus: () => undefined,
			onFailure: () => undefined,
		},
		signal,
	);
	return {reads, state: status?.edges?.state, evidence: status?.evidence};
}

const long = 60_000;

test('edges that are not listed are waited for until the catalog stays the same', async () => {
	const none = 'no-evidence-possible';
	const end = {reads: 1, state: 'not-listed', evidence: none};
	assert.deepEqual(await watchEdges([unlisted], {settleMs: 0, waitMs: long}), end);
	const seen = {reads: 2, state: 'complete', evidence: 'complete'};
	assert.deepEqual(await watchEdges([unlisted, all], {settleMs: long, waitMs: long}), seen);
	assert.deepEqual((await watchEdges([failed], {settleMs: 0, waitMs: long})).state, 'unread');
});

test('missing edges are waited for until the deadline, however long the catalog stays the same', async () => {
	const end = await watchEdges([some], {settleMs: 0, waitMs: 600});
	assert.deepEqual([end.state, end.evidence, end.reads > 1], ['incomplete', 'incomplete', true]);
});

test('a list of edges that fails does not change what an earlier reading has shown', async () => {
	const end = await watchEdges([some, failed], {settleMs: 0, waitMs: 600});
	assert.deepEqual([end.state, end.evidence], ['incomplete', 'incomplete']);
	assert.equal((await watchEdges([failed, all], {settleMs: long, waitMs: long})).state, 'complete');
});
