import assert from 'node:assert/strict';
import test from 'node:test';
import type {GuardReason} from '../../source/plan/guard.ts';
import {recordLine} from '../support/session.ts';
import type {Uploaded} from '../support/upload-lines.ts';
import {planOnly, rowsUploader, sendOnly, withoutApproval} from '../support/upload-rows.ts';

/** Rows of tables `t0`, `t1` and so on, with some columns each. */
function rows(tables: number, columns: number): readonly string[] {
	return Array.from({length: tables * columns}, (_, at) =>
		recordLine({name: `t${at % tables}`, col_name: `c${Math.floor(at / tables)}`}),
	);
}

function reasonsOf({preview: {guardResult}}: Uploaded): readonly GuardReason[] {
	return guardResult.kind === 'clear' ? [] : guardResult.reasons;
}

test('a plan is whole if pages of a list repeat and skip rows, whether the catalog sorts the list or not', async t => {
	for (const [listSort, countKnown] of [
		['taken', true],
		['ignored', true],
		['ignored', false],
		['refused', true],
	] as const) {
		const {upload} = await rowsUploader(t, {unsortedOrder: 'usage', listSort, countKnown, maxPageSize: 15});
		await upload(rows(5, 8), sendOnly);
		const {preview} = await upload(rows(5, 6), planOnly);
		const name = `sort ${listSort}, count ${countKnown}`;
		assert.deepEqual(preview.plan.hidden, {tables: 0, columns: 10}, name);
		assert.deepEqual(preview.plan.created, {tables: 0, columns: 0}, name);
	}
});

test('a list that ends early is read by table', async t => {
	for (const cappedCount of ['shown', 'all'] as const) {
		const {upload, sandbox} = await rowsUploader(t, {listCap: 20, cappedCount}, {listCap: 20});
		sandbox.switches.listCap = 0;
		await upload(rows(5, 10), sendOnly);
		sandbox.switches.listCap = 20;
		const {preview, ending} = await upload(rows(5, 9));
		assert.deepEqual(preview.plan.hidden, {tables: 0, columns: 5}, cappedCount);
		assert.equal(preview.guardResult.kind, 'clear');
		assert.equal(ending.outcome, 'confirmed');
	}
});

test('a list of tables that ends early is read by schema', async t => {
	const lines = Array.from({length: 8}, (_, at) => recordLine({schema: `s${at % 4}`, name: `t${at}`, col_name: 'c'}));
	const {upload, sandbox} = await rowsUploader(t, {}, {listCap: 5});
	await upload(lines, sendOnly);
	sandbox.switches.listCap = 5;
	assert.deepEqual((await upload(lines.slice(1), planOnly)).preview.plan.hidden, {tables: 1, columns: 1});
});

test('a catalog that cannot be read completely stops an upload, which says what was not read', async t => {
	const {upload, sandbox} = await rowsUploader(t, {}, {listCap: 5});
	await upload(rows(2, 10), sendOnly);
	sandbox.switches.listCap = 5;
	const stopped = await upload(rows(2, 9), withoutApproval);
	assert.deepEqual(
		reasonsOf(stopped).map(({code}) => code),
		['incomplete-baseline'],
	);
	assert.deepEqual([stopped.ending.outcome, stopped.ending.exitCode], ['stopped', 7]);
	assert.match(stopped.ending.message, /its first 10 columns/);
	assert.equal(sandbox.uploads.length, 1);
	// A list that announces all rows is known to be short, also if it ends at another number than the usual one.
	const short = await rowsUploader(t, {}, {});
	await short.upload(rows(2, 10), sendOnly);
	Object.assign(short.sandbox.switches, {listCap: 5, cappedCount: 'all'});
	assert.match((await short.upload(rows(2, 9), withoutApproval)).ending.message, /only 5 of its 20 columns/);
});
