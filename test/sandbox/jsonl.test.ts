import assert from 'node:assert/strict';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {recordLine} from '../support/session.ts';
import {ask, columns, everyType, listed, pageIds, start, upload, uploadLines, uploadParts} from './client.ts';

const table = {entity_type: 'table', databuilder_id: 't', title: 'orders', schema: 's', database: 'd'};
const column = (id: string, parent = 't') => ({
	entity_type: 'column',
	databuilder_id: id,
	parent_databuilder_id: parent,
	title: id,
});
const line = (object: object) => JSON.stringify(object);

test('JSONL makes pages of every type below their parents, in any order of lines', async t => {
	const sandbox = await start(t);
	const {status, body} = await uploadLines(sandbox, everyType);
	assert.deepEqual([status, typeof body.id], [200, 'string']);
	const lists = ['database/databases', 'database/schemas', 'table/tables', 'dashboard/dashboards', 'dashboard/charts'];
	const items = await Promise.all([...lists, 'table/columns'].map(path => listed(sandbox, path)));
	const pages = items.flat();
	assert.deepEqual(
		pages.map(({databuilder_id}) => databuilder_id),
		['d', 's', 'tab', 'dash', 'chart', 'col', 'nested'],
	);
	const value = (id: string, field: string) => pages.find(({databuilder_id}) => databuilder_id === id)?.[field];
	for (const {databuilder_id: id, ...resource} of everyType) {
		const parent = 'parent_databuilder_id' in resource ? resource.parent_databuilder_id : undefined;
		if (parent === undefined || parent === 'group') continue;
		assert.equal(value(id, 'parent_id'), value(parent, 'id'), id);
	}

	const of = (id: string, ...fields: readonly string[]) => fields.map(field => value(id, field));
	assert.deepEqual(of('tab', 'database', 'schema'), ['DB', 'sales']);
	assert.deepEqual([...of('dash', 'group'), ...of('chart', 'product')], ['Finance', 'BI']);
	for (const id of ['col', 'nested'])
		assert.deepEqual(of(id, 'table_database', 'table_schema', 'table_title'), ['DB', 'sales', 'orders']);
	assert.deepEqual([...of('col', 'sort_order', 'is_pk'), ...of('nested', 'type')], [3, true, 'int']);
	const filter = encodeURIComponent('{"operator":"exact","field":"type","value":"dashboard_group"}');
	const {body: groups} = await ask(sandbox, `/resource/catalog/?filter=${filter}`);
	assert.deepEqual(
		groups.results?.map(({id, title}) => [id, title]),
		[[value('dash', 'parent_id'), 'Finance']],
	);
});

test('a databuilder ID is the identity of a page: what is missing goes stale, and comes back', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, [table, {...column('a'), description: 'kept'}, column('b')]);
	const [before] = await listed(sandbox, 'table/tables');
	await uploadLines(sandbox, [
		{...table, title: 'purchases'},
		{...column('a'), title: 'A', description: null},
	]);
	assert.deepEqual(await pageIds(sandbox, 'table/columns'), ['a', 'b archived']);
	const [after] = await listed(sandbox, 'table/tables');
	assert.deepEqual([after?.id, after?.title], [before?.id, 'purchases']);
	const [renamed] = await listed(sandbox, 'table/columns');
	assert.deepEqual([renamed?.title, renamed?.description, renamed?.table_title], ['A', 'kept', 'purchases']);
	sandbox.switches.revival = false;
	await uploadLines(sandbox, [table, column('b')]);
	assert.deepEqual(await pageIds(sandbox, 'table/columns'), ['a archived', 'b archived']);
	Object.assign(sandbox.switches, {revival: true, staling: false});
	await uploadLines(sandbox, [table, column('b')]);
	assert.deepEqual(await pageIds(sandbox, 'table/columns'), ['a archived', 'b']);
});

test('one request with both files is one upload and one sync', async t => {
	const sandbox = await start(t);
	const end = (id: string) => ({type: 'internal_resource', databuilder_id: id});
	await uploadLines(sandbox, everyType, [{from_identifier: end('col'), to_identifier: end('chart')}]);
	assert.deepEqual(
		[sandbox.syncs.length, sandbox.uploads.map(({parts}) => parts.map(({part}) => part))],
		[1, [['resources_file', 'lineages_file']]],
	);
	sandbox.switches.writesPerMinute = 1;
	assert.equal((await uploadLines(sandbox, everyType)).status, 429);
	sandbox.switches.uploadsCount = false;
	assert.equal((await uploadLines(sandbox, everyType)).status, 200);
});

/** Uploads that are refused, and the part and reason that the error names. */
const refused: ReadonlyArray<
	readonly [parts: Readonly<Record<string, string | Buffer>>, part: string, reason: RegExp]
> = [
	[{}, 'resources_file', /No file/],
	[{lineages_file: '{}'}, 'resources_file', /No file/],
	[{file: line(table)}, 'resources_file', /No file/],
	[{resources_file: ''}, 'resources_file', /no lines/],
	[{resources_file: `${line(table)}\n{"a":1,}\n`}, 'resources_file', /line 2: not JSON/],
	[{resources_file: '[]\n'}, 'resources_file', /line 1: not an object/],
	[{resources_file: Buffer.from([0x7b, 0xff, 0x7d])}, 'resources_file', /line 1: not UTF-8/],
	[
		{resources_file: line({...table, entity_type: 'view'})},
		'resources_file',
		/line 1: entity_type "view" is not one of/,
	],
	[{resources_file: line({...table, databuilder_id: ' '})}, 'resources_file', /databuilder_id is required/],
	[{resources_file: line({...table, schema: null})}, 'resources_file', /schema is required/],
	[
		{resources_file: line({...column('c'), parent_databuilder_id: ''})},
		'resources_file',
		/parent_databuilder_id is req/,
	],
	[{resources_file: line({...table, title: 1})}, 'resources_file', /title is not a string/],
	[
		{resources_file: line({...column('c'), sort_order: 2 ** 31})},
		'resources_file',
		/sort_order is not a 32-bit integer/,
	],
	[{resources_file: line({...column('c'), is_pk: 'true'})}, 'resources_file', /is_pk is not true or false/],
	[{resources_file: line({...table, native_type: 'x'.repeat(51)})}, 'resources_file', /native_type is too long/],
	[{resources_file: line(table), lineages_file: '\n{}\n'}, 'lineages_file', /line 2: from_identifier is not an object/],
];
for (const [parts, part, reason] of refused) {
	test(`refuses an upload without any change: ${part}, ${reason.source}`, async t => {
		const sandbox = await start(t);
		await uploadLines(sandbox, [table]);
		const {status, body} = await uploadParts(sandbox, parts);
		assert.equal(status, 400);
		assert.match(String(body.detail), new RegExp(`^${part}: .*${reason.source}`));
		sandbox.switches.errorBody = 'parts';
		const byPart: unknown = Object.entries((await uploadParts(sandbox, parts)).body);
		assert.ok(Array.isArray(byPart) && byPart.length === 1 && byPart[0][0] === part);
		assert.match(String(byPart[0][1]), reason);
		assert.deepEqual([sandbox.syncs.length, await pageIds(sandbox, 'table/tables')], [1, ['t']]);
	});
}

test('switches: an invalid line can fail the sync instead', async t => {
	const sandbox = await start(t, {switches: {invalidLines: 'fail-sync'}});
	assert.equal((await uploadParts(sandbox, {resources_file: '{'})).status, 200);
	assert.equal(sandbox.syncs[0]?.status, 'failed');
	assert.match(sandbox.syncs[0]?.message ?? '', /line 1: not JSON/);
});

test('fails the sync, without any change, of resources that contradict each other', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, [table]);
	const faults = [
		[[table, table], /occurs twice/],
		[[table, column('c', 'nowhere')], /the parent "nowhere" does not exist/],
		[[...everyType, column('c', 'dash')], /a dashboard cannot be the parent of a column/],
		[[table, column('c', 'c')], /its parents form a cycle/],
		[[table, column('a', 'b'), column('b', 'a')], /its parents form a cycle/],
	] as const;
	for (const [resources, reason] of faults) {
		await uploadLines(sandbox, resources);
		assert.match(sandbox.syncs.at(-1)?.message ?? '', reason);
	}

	assert.deepEqual(await pageIds(sandbox, 'table/tables'), ['t']);
	assert.deepEqual(await pageIds(sandbox, 'table/columns'), []);
	await uploadLines(sandbox, [column('c')]);
	assert.deepEqual(await pageIds(sandbox, 'table/columns'), ['c'], 'a parent can be of an earlier upload');
});

test('switches: other names of parts are ignored, or their file names say what they are', async t => {
	const sandbox = await start(t);
	const send = () => uploadParts(sandbox, {upload: line(table)}, {fileName: 'resources.jsonl'});
	assert.equal((await send()).status, 400);
	sandbox.switches.otherPartNames = 'taken';
	assert.equal((await send()).status, 200);
	assert.deepEqual(await pageIds(sandbox, 'table/tables'), ['t']);
});

test('switches: a byte order mark, blank lines and CRs are accepted or refused', async t => {
	const sandbox = await start(t);
	const forms = [`\uFEFF${line(table)}\n`, `${line(table)}\r\n`, `\n${line(table)}`];
	for (const form of forms) assert.equal((await uploadParts(sandbox, {resources_file: form})).status, 200);
	sandbox.switches.lineForm = 'strict';
	for (const form of forms) assert.equal((await uploadParts(sandbox, {resources_file: form})).status, 400);
	assert.equal((await uploadParts(sandbox, {resources_file: line(table)})).status, 200);
});

test('switches: a child before its parent is accepted or fails the sync', async t => {
	const sandbox = await start(t, {switches: {lineOrder: 'parents-first'}});
	await uploadLines(sandbox, everyType);
	assert.match(sandbox.syncs[0]?.message ?? '', /its parent is not in an earlier line/);
	await uploadLines(sandbox, everyType.toReversed());
	assert.equal(sandbox.syncs[1]?.status, 'done');
});

test('switches: JSONL after a CSV makes other pages, or finds those of the CSV by their names', async t => {
	for (const sharedIdentity of [false, true]) {
		const sandbox = await start(t, {switches: {sharedIdentity}});
		const csv = [recordLine({database: 'd', schema: 's', name: 'orders', col_name: 'a'})];
		await upload(sandbox, csv);
		const [before] = await listed(sandbox, 'table/columns');
		await uploadLines(sandbox, [table, column('a')]);
		const ids = (await listed(sandbox, 'table/columns')).map(({id, archived}) => [id === before?.id, archived]);
		assert.deepEqual(
			ids,
			sharedIdentity
				? [[true, false]]
				: [
						[true, true],
						[false, false],
					],
		);
		await upload(sandbox, csv);
		assert.deepEqual(await columns(sandbox), sharedIdentity ? ['orders.a'] : ['orders.a', 'orders.a archived']);
	}
});

test('switches: a table without a parent has none, or pages for its schema and its database', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, [table]);
	assert.deepEqual(await listed(sandbox, 'database/schemas'), []);
	sandbox.switches.impliedParents = true;
	await uploadLines(sandbox, [table, {...table, databuilder_id: 'other', title: 'other'}]);
	const [database, ...noDatabases] = await listed(sandbox, 'database/databases');
	const [schema, ...noSchemas] = await listed(sandbox, 'database/schemas');
	assert.deepEqual([database?.title, schema?.title, noDatabases, noSchemas], ['d', 's', [], []]);
	const tables = await listed(sandbox, 'table/tables');
	assert.deepEqual(
		[schema, ...tables].map(page => page?.parent_id),
		[database?.id, schema?.id, schema?.id],
	);
	await uploadLines(sandbox, everyType);
	const archived = await listed(sandbox, 'database/schemas');
	assert.deepEqual(
		archived.map(page => [page.title, page.archived]),
		[
			['s', true],
			['sales', false],
		],
	);
});

test('a sync of JSONL takes visible time: pages come step by step', async t => {
	const sandbox = await start(t, {switches: {syncMs: 300}});
	const done = uploadLines(sandbox, [table, ...Array.from({length: 50}, (_, at) => column(`c${at}`))]);
	const seen = new Set<number>();
	while (!seen.has(50)) seen.add((await pageIds(sandbox, 'table/columns')).length);
	await done;
	assert.ok(seen.size > 2, `only ${[...seen]}`);
});

test('keeps pages and edges of JSONL after a restart', async t => {
	const dataDir = await temporaryFolder(t);
	const first = await start(t, {dataDir});
	const end = (id: string) => ({type: 'internal_resource', databuilder_id: id});
	await uploadLines(first, everyType, [{from_identifier: end('col'), to_identifier: end('chart')}]);
	const edgeIds = async (sandbox: typeof first) =>
		(await ask(sandbox, '/lineage/manual/')).body.results?.map(({id, from_entity_id: from}) => [id, from]);
	const before = await edgeIds(first);
	await first.close();
	const second = await start(t, {dataDir});
	assert.equal(before?.length, 1);
	assert.deepEqual(await edgeIds(second), before);
	assert.deepEqual(await pageIds(second, 'dashboard/charts'), ['chart']);
});
