import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {Bundle} from '../../source/session/bundle.ts';
import {temporaryFolder} from '../support/folder.ts';
import {relativesOf} from '../support/relatives.ts';
import {openText} from '../support/session.ts';

const {signal} = new AbortController();

type Fields = Readonly<Record<string, unknown>>;

function resource(entity: string, id: string, parent?: string, more: Fields = {}): Fields {
	return {
		entity_type: entity,
		databuilder_id: id,
		...(parent === undefined ? {} : {parent_databuilder_id: parent}),
		...more,
	};
}

function linesOf(values: readonly Fields[]): string {
	return `${values.map(value => JSON.stringify(value)).join('\n')}\n`;
}

const database = resource('database', 'shop', undefined, {title: 'SHOP'});
const schema = resource('schema', 'shop.sales', 'shop', {title: 'Sales'});
const orders = resource('table', 'orders', 'shop.sales', {title: 'Orders'});
const id = resource('column', 'orders.id', 'orders', {title: 'id'});
const total = resource('column', 'orders.total', 'orders');

test('a resource has its parents, the outermost first, and its children', async t => {
	const session = await openText(t, linesOf([id, orders, schema, database, total]));
	assert.deepEqual(relativesOf(session, 1), [
		'Parents: SHOP (database, row same 4) > Sales (schema, row same 3) > Orders (table, row same 2)',
	]);
	assert.deepEqual(relativesOf(session, 2), [
		'Parents: SHOP (database, row same 4) > Sales (schema, row same 3)',
		'Children: 2 columns: id (column, row same 1), orders.total (column, row same 5)',
	]);
	assert.deepEqual(relativesOf(session, 4), ['Children: 1 schema: Sales (schema, row same 3)']);
});

test('a parent that the file does not have is the outermost one, also under the misspelt key of the documents', async t => {
	const misspelt = {entity_type: 'column', databuilder_id: 'a', parent_databuild_id: 'b'};
	const session = await openText(t, linesOf([schema, orders, misspelt]));
	assert.deepEqual(relativesOf(session, 2), ['Parents: shop (missing same) > Sales (schema, row same 1)']);
	assert.deepEqual(relativesOf(session, 3), ['Parents: b (missing same)']);
});

test('parents that lead in a circle end where it closes', async t => {
	const column = (name: string, parent: string) => resource('column', name, parent);
	const session = await openText(t, linesOf([column('a', 'b'), column('b', 'a'), column('c', 'b'), column('d', 'd')]));
	assert.match(relativesOf(session, 1)[0] ?? '', /^Parents: cycle > a .* > b /);
	assert.match(relativesOf(session, 3)[0] ?? '', /^Parents: cycle > b .* > a .* > b /);
	assert.match(relativesOf(session, 4)[0] ?? '', /^Parents: cycle > d .*row same 4\)$/);
});

test('a long path of parents is cut at its outer end', async t => {
	const session = await openText(
		t,
		linesOf(Array.from({length: 40}, (_, at) => resource('column', `c${at}`, at === 0 ? undefined : `c${at - 1}`))),
	);
	const [path = ''] = relativesOf(session, 40);
	assert.match(path, /^Parents: cut > c23 .* > c38 \(column, row same 39\)$/);
	assert.doesNotMatch(relativesOf(session, 17)[0] ?? '', /cut/, 'all 16 parents are shown');
});

test('children are counted by type, to at least 1,000 in any order', async t => {
	const children = Array.from({length: 1005}, (_, at) =>
		resource(at % 2 === 0 ? 'column' : 'what', `c${at}`, 'orders'),
	);
	const many = await openText(t, linesOf([orders, ...children]));
	assert.match(
		relativesOf(many, 1)[1] ?? '',
		/^Children: 500\+ columns, 500\+ other resources: c0 .*c7 \(what, row same 9\)$/,
	);
	const all = await openText(t, linesOf([orders, ...children.slice(0, 1000)]));
	assert.match(relativesOf(all, 1)[1] ?? '', /^Children: 500 columns, 500 other resources:/);
});

test('relatives follow edits before they are saved', async t => {
	const session = await openText(t, linesOf([database, schema, orders, id, total]));
	const column = (field: string) => session.header.mapping[field] ?? 0;
	const parents = (row: number) => relativesOf(session, row).find(text => text.startsWith('Parents')) ?? '';
	const children = (row: number) => relativesOf(session, row).find(text => text.startsWith('Children')) ?? '';
	session.setCell(3, column('databuilder_id'), 'ORDERS');
	assert.equal(parents(4), 'Parents: orders (missing same)');
	assert.equal(children(3), '');
	session.setCell(5, column('parent_databuilder_id'), 'ORDERS');
	assert.equal(children(3), 'Children: 1 column: orders.total (column, row same 5)');
	session.setCell(3, column('title'), 'All orders');
	assert.match(parents(5), /All orders \(table, row same 3\)$/);
	session.splitRow(4, [JSON.stringify(id), JSON.stringify(resource('column', 'x', 'ORDERS'))]);
	assert.match(children(3), /^Children: 2 columns: x \(column, row same 5\), orders.total \(column, row same 6\)$/);
	session.toggleSkipped(6);
	assert.equal(children(3), 'Children: 1 column: x (column, row same 5)');
	assert.deepEqual(relativesOf(session, 6), [], 'a skipped row has none');
	while (session.undo() !== undefined);
	assert.match(children(3), /^Children: 2 columns: id /);
});

const internal = (databuilderId: string) => ({type: 'internal_resource', databuilder_id: databuilderId});
const edge = (from: Fields, to: Fields) => ({from_identifier: from, to_identifier: to});
const edges = [
	edge(internal('orders.id'), internal('orders.total')),
	edge({type: 'external_column', database: 'RAW', table: 'o', column: 'c'}, internal('unknown')),
	edge({type: 'tables_from_query', sql: 'SELECT *\n  FROM o'}, internal('shop')),
	edge({type: 'internal_resource'}, internal('shop')),
	{from_databuilder_id: 'shop', to_databuilder_id: 'shop.sales'},
];

async function openPair(t: TestContext) {
	const folder = await temporaryFolder(t);
	const paths = [join(folder, 'resources.jsonl'), join(folder, 'lineage.jsonl')] as const;
	await writeFile(paths[0], linesOf([database, schema, orders, id, total]));
	await writeFile(paths[1], linesOf(edges));
	const bundle = await Bundle.open(paths, signal);
	t.after(() => bundle.close());
	const [lineage = bundle.first] = bundle.others;
	return {resources: bundle.first, lineage};
}

test('an edge has its ends, with the resources of the other file', async t => {
	const {lineage} = await openPair(t);
	assert.deepEqual(relativesOf(lineage, 1), [
		'From: id (column, row other 4)',
		'To: orders.total (column, row other 5)',
	]);
	assert.deepEqual(relativesOf(lineage, 2), [
		'From: RAW.o.c (external column, outside)',
		'To: unknown (missing other)',
	]);
	assert.deepEqual(relativesOf(lineage, 3), [
		'From: SELECT * FROM o (query, outside)',
		'To: SHOP (database, row other 1)',
	]);
	assert.deepEqual(relativesOf(lineage, 4), ['To: SHOP (database, row other 1)']);
	assert.deepEqual(relativesOf(lineage, 5), ['From: SHOP (database, row other 1)', 'To: Sales (schema, row other 2)']);
});

test('the ends of an edge follow edits in both files', async t => {
	const {resources, lineage} = await openPair(t);
	resources.setCell(5, resources.header.mapping['databuilder_id'] ?? 0, 'unknown');
	assert.equal(relativesOf(lineage, 1)[1], 'To: orders.total (missing other)');
	assert.equal(relativesOf(lineage, 2)[1], 'To: unknown (column, row other 5)');
	resources.splitRow(1, [JSON.stringify(database), JSON.stringify(resource('database', 'second'))]);
	assert.equal(relativesOf(lineage, 2)[1], 'To: unknown (column, row other 6)');
	lineage.setCell(1, lineage.header.mapping['to_identifier.databuilder_id'] ?? 0, 'second');
	assert.equal(relativesOf(lineage, 1)[1], 'To: second (database, row other 2)');
});

test('without the resources file, the resources of an edge are not looked up', async t => {
	const session = await openText(t, linesOf(edges));
	assert.equal(relativesOf(session, 1)[0], 'From: orders.id (not-compared)');
});

test('of a long row only the cells that screens show are read, so not those under misspelt keys', async t => {
	const long = resource('table', 'orders', undefined, {Title: 'Orders', description: 'x'.repeat(100_000)});
	const short = resource('table', 'orders', undefined, {Title: 'Orders', description: 'x'});
	for (const [table, name] of [
		[long, 'orders'],
		[short, 'Orders'],
	] as const) {
		const session = await openText(t, linesOf([table, id]));
		assert.deepEqual(relativesOf(session, 2), [`Parents: ${name} (table, row same 1)`]);
	}
});
