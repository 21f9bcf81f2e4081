import assert from 'node:assert/strict';
import test from 'node:test';
import {recordLine} from '../support/session.ts';
import {ask, columns, start, upload} from './client.ts';

test('an upload makes pages: names of columns are lower-cased, what is missing goes stale, and comes back', async t => {
	const sandbox = await start(t);
	const {status, body} = await upload(sandbox, [
		recordLine({col_name: 'Amount'}),
		recordLine({col_name: 'b', sort_order: '2'}),
	]);
	assert.equal(status, 200);
	assert.equal(typeof body.id, 'string');
	assert.deepEqual(await columns(sandbox), ['orders.amount', 'orders.b']);
	await upload(sandbox, [recordLine({col_name: 'b'})]);
	assert.deepEqual(await columns(sandbox), ['orders.amount archived', 'orders.b']);
	sandbox.switches.revival = false;
	await upload(sandbox, [recordLine({col_name: 'amount'})]);
	assert.deepEqual(await columns(sandbox), ['orders.amount archived', 'orders.b archived']);
	Object.assign(sandbox.switches, {revival: true, staling: false});
	await upload(sandbox, [recordLine({col_name: 'b'})]);
	assert.deepEqual(await columns(sandbox), ['orders.amount archived', 'orders.b']);
	await upload(sandbox, [recordLine({col_name: 'amount'})]);
	assert.deepEqual(await columns(sandbox), ['orders.amount', 'orders.b']);
});

test('fails the sync of a bad file without any change', async t => {
	const sandbox = await start(t);
	await upload(sandbox, [recordLine()]);
	const bad = [{col_name: 'a.b'}, {schema: ''}, {is_view: 'yes'}, {sort_order: 'x'}, {last_updated_time: 'now'}];
	for (const changes of bad) await upload(sandbox, [recordLine(changes)]);
	await upload(sandbox, ['short']);
	sandbox.switches.syncsFail = true;
	await upload(sandbox, [recordLine({col_name: 'other'})]);
	assert.deepEqual(
		sandbox.syncs.map(({status}) => status),
		['done', ...Array.from({length: 7}, () => 'failed')],
	);
	assert.deepEqual(await columns(sandbox), ['orders.id']);
});

test('a sync takes visible time: pages come step by step', async t => {
	const sandbox = await start(t, {switches: {syncMs: 300}});
	const done = upload(
		sandbox,
		Array.from({length: 50}, (_, at) => recordLine({col_name: `c${at}`})),
	);
	const seen = new Set<number>();
	while (!seen.has(50)) seen.add((await columns(sandbox)).length);
	await done;
	assert.ok(seen.size > 2, `only ${[...seen]}`);
});

test('switches the response body, the count and the last run', async t => {
	const sandbox = await start(t);
	const lastRun = async () =>
		(await ask(sandbox, `/integration/integrations/${sandbox.integration}/`)).body.scheduled_extractions_last_run;
	Object.assign(sandbox.switches, {answerBody: 'empty', lastRunMoves: false, countKnown: false});
	assert.deepEqual((await upload(sandbox, [recordLine()])).body, {});
	assert.equal(await lastRun(), null);
	assert.equal((await ask(sandbox, '/table/columns/')).body.count, 999_999);
	Object.assign(sandbox.switches, {answerBody: 'json-without-id', lastRunMoves: true});
	assert.equal('id' in (await upload(sandbox, [recordLine()])).body, false);
	assert.equal(typeof (await lastRun()), 'string');
});
