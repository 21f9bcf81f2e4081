import assert from 'node:assert/strict';
import test from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {recordLine} from '../support/session.ts';
import {ask, everyType, start, upload, uploadLines} from './client.ts';

const internal = (id: string) => ({type: 'internal_resource', databuilder_id: id});
const edge = (from: object, to: object) => ({from_identifier: from, to_identifier: to});

/** The edges that the list of manual lineage shows, by the titles of their ends. */
async function edges(sandbox: Sandbox, query = ''): Promise<readonly string[]> {
	const titles = new Map([...sandbox.model.pages()].map(({id, title}) => [id, title]));
	const {body} = await ask(sandbox, `/api/v1/lineage/manual/${query}`);
	return (body.results ?? [])
		.map(item => [item.from_entity_id ?? item.from_entity, item.to_entity_id ?? item.to_entity])
		.map(ends => ends.map(id => titles.get(String(id))).join(' > '))
		.toSorted();
}

test('edges are listed, also those in the old form, and can be found by their ends', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, everyType, [
		edge(internal('col'), internal('chart')),
		{from_databuilder_id: 'tab', to_databuilder_id: 'dash'},
		edge(internal('tab'), internal('nowhere')),
	]);
	assert.deepEqual(await edges(sandbox), ['amount > Revenue', 'orders > Sales']);
	const idOf = (title: string) => [...sandbox.model.pages()].find(page => page.title === title)?.id;
	for (const query of [
		`from_entity_id=${idOf('orders')}`,
		`to_entity=${idOf('Sales')}`,
		`from_entity__in=${idOf('orders')},${idOf('Sales')}`,
		`from_entity_id=${idOf('orders')}&to_entity__in=${idOf('Sales')}`,
	])
		assert.deepEqual(await edges(sandbox, `?${query}`), ['orders > Sales'], query);
});

test('external ends and tables of a query are pages of other integrations', async t => {
	const sandbox = await start(t);
	const other = sandbox.model.addIntegration('Other', 'custom').id;
	await upload(sandbox, [recordLine({database: 'W', schema: 'raw', name: 'payments', col_name: 'id'})], other);
	await uploadLines(sandbox, everyType, [
		edge({type: 'external_table', table: 'Payments', schema: 'raw'}, internal('tab')),
		edge({type: 'external_column', table: 'payments', column: 'id', database: 'W'}, internal('col')),
		edge({type: 'tables_from_query', sql: 'select * from raw.payments p join nowhere n on true'}, internal('dash')),
		edge({type: 'external_table', table: 'payments', schema: 'else'}, internal('chart')),
		edge({type: 'external_table', table: 'orders'}, internal('chart')),
	]);
	assert.deepEqual(await edges(sandbox), ['id > amount', 'payments > Sales', 'payments > orders']);
});

const badEdges = [
	[{from_identifier: internal('tab')}, /to_identifier is not an object/],
	[edge({type: 'internal_resource'}, internal('tab')), /from_identifier: databuilder_id is required/],
	[edge(internal('tab'), {type: 'external_column', table: 't'}), /to_identifier: column is required/],
	[edge(internal('tab'), {type: 'tables_from_query', sql: 'select 1'}), /cannot be tables_from_query/],
	[edge(internal('tab'), {type: 'page'}), /the type "page" is not known/],
] as const;
for (const [bad, reason] of badEdges) {
	test(`refuses a lineage file: ${reason.source}`, async t => {
		const sandbox = await start(t);
		const {status, body} = await uploadLines(sandbox, everyType, [bad]);
		assert.equal(status, 400);
		assert.match(String(body.detail), new RegExp(`^lineages_file: line 1: .*${reason.source}`));
	});
}

test('switches: edges that are missing from an upload are kept, removed, or removed by a lineage file', async t => {
	for (const [missingEdges, withoutFile, withFile] of [
		['kept', 2, 3],
		['removed', 0, 1],
		['removed-with-file', 2, 1],
	] as const) {
		const sandbox = await start(t, {switches: {missingEdges}});
		await uploadLines(sandbox, everyType, [
			edge(internal('col'), internal('chart')),
			edge(internal('tab'), internal('dash')),
		]);
		await uploadLines(sandbox, everyType);
		assert.equal((await edges(sandbox)).length, withoutFile, missingEdges);
		await uploadLines(sandbox, everyType, [edge(internal('tab'), internal('chart'))]);
		assert.equal((await edges(sandbox)).length, withFile, missingEdges);
	}
});

test('switches: a cycle of edges is accepted or fails the sync without any change', async t => {
	const sandbox = await start(t);
	const cycle = [edge(internal('tab'), internal('dash')), edge(internal('dash'), internal('tab'))];
	sandbox.switches.edgeCycles = 'fail-sync';
	await uploadLines(sandbox, everyType, cycle);
	assert.match(sandbox.syncs[0]?.message ?? '', /the edges form a cycle/);
	assert.deepEqual([...sandbox.model.pages()], []);
	await uploadLines(sandbox, everyType, cycle.slice(1));
	assert.equal(sandbox.syncs[1]?.status, 'done');
	sandbox.switches.edgeCycles = 'accepted';
	await uploadLines(sandbox, everyType, cycle);
	assert.equal((await edges(sandbox)).length, 2);
});

test('switches: uploaded edges are listed or not, are manual or not, in one of two forms, and limited to pages or not', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, everyType, [edge(internal('tab'), internal('dash'))]);
	const keys = async () => Object.keys((await ask(sandbox, '/lineage/manual/')).body.results?.[0] ?? {});
	assert.ok((await keys()).includes('from_entity_id'));
	sandbox.switches.edgeEnds = 'from_entity';
	assert.ok((await keys()).includes('to_entity'));
	assert.deepEqual(await edges(sandbox), ['orders > Sales']);
	const isManual = async () => (await ask(sandbox, '/lineage/manual/')).body.results?.[0]?.['is_manual'];
	assert.equal(await isManual(), false);
	sandbox.switches.edgesManual = true;
	assert.equal(await isManual(), true);
	assert.deepEqual(await edges(sandbox, '?to_entity__in=nobody'), []);
	sandbox.switches.edgesFiltered = false;
	assert.deepEqual(await edges(sandbox, '?to_entity__in=nobody'), ['orders > Sales']);
	sandbox.switches.edgesListed = false;
	assert.deepEqual(await edges(sandbox), []);
});

test('edges go with their integration', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, everyType, [edge(internal('tab'), internal('dash'))]);
	await ask(sandbox, `/integration/integrations/${sandbox.integration}/`, {method: 'DELETE'});
	assert.deepEqual(await edges(sandbox), []);
});
