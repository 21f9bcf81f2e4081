import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {edgeType, externalEdgeType, lineageResources} from '../../source/kinds/lineage/resources.ts';
import {resourceTypes} from '../../source/kinds/resources/entity.ts';
import {resources} from '../../source/kinds/resources/resources-kind.ts';
import type {EntityType, ResourceKind} from '../../source/kinds/resources.ts';
import {columnType, tableType, warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {readInventory} from '../../source/snapshot/read-inventory.ts';
import {openSnapshotSide} from '../../source/snapshot/snapshot-side.ts';
import {temporaryFile} from '../support/folder.ts';

const {signal} = new AbortController();

/** Opens the side of a snapshot with these parts. */
async function openSide(t: TestContext, ...texts: ReadonlyArray<readonly [ResourceKind, string]>) {
	const parts = await Promise.all(texts.map(async ([kind, text]) => ({kind, path: await temporaryFile(t, text)})));
	const inventory = await readInventory(parts, signal);
	const side = await openSnapshotSide(parts, inventory, signal);
	t.after(() => side.close());
	const all = (entity: EntityType) => Array.from({length: inventory.of(entity).count}, (_, at) => at + 1);
	return {
		names: (entity: EntityType) => all(entity).map(number => side.nameOf(entity, number)),
		fields: (entity: EntityType) =>
			all(entity).map(number =>
				Object.fromEntries(side.fieldsOf(entity, number).map(({field, value}) => [field, value])),
			),
	};
}

test('columns and tables of a CSV have their names and the values of their first records', async t => {
	const text = [
		'name,col_name,col_description,database,schema,description,last_updated_time,sort_order',
		't,Größe,"a ""b"", c\nd",db,s,first,1,3',
		't,id,,db,s,second,2,0',
		'"u,v",id,x,db,s,"","",5',
	].join('\n');
	const {names, fields} = await openSide(t, [warehouseResources, text]);
	assert.deepEqual(names(columnType), [
		['db', 's', 't', 'Größe'],
		['db', 's', 't', 'id'],
		['db', 's', 'u,v', 'id'],
	]);
	assert.deepEqual(names(tableType), [
		['db', 's', 't'],
		['db', 's', 'u,v'],
	]);
	assert.deepEqual(fields(columnType), [
		{col_description: 'a "b", c\nd', col_type: '', sort_order: '3'},
		{col_description: '', col_type: '', sort_order: '0'},
		{col_description: 'x', col_type: '', sort_order: '5'},
	]);
	assert.deepEqual(fields(tableType), [
		{description: 'first', is_view: '', last_updated_time: '1'},
		{description: '', is_view: '', last_updated_time: ''},
	]);
});

test('records of every length are found, in any order', async t => {
	const lengths = [10, 5000, 40_000, 3, 300_000, 32_768, 1];
	const lines = lengths.map((length, at) => `db,s,t${at},c,"${'x,\n'.repeat(length)}"\n`);
	const {names, fields} = await openSide(t, [
		warehouseResources,
		`database,schema,name,col_name,col_description\n${lines.join('')}`,
	]);
	assert.deepEqual(
		fields(columnType).map(({col_description}) => col_description?.length),
		lengths.map(length => 3 * length),
	);
	assert.deepEqual(
		names(tableType).map(([, , table]) => table),
		lengths.map((_, at) => `t${at}`),
	);
});

/** Returns the type of resource with a name. */
function typeOf(singular: string): EntityType {
	const type = resourceTypes.find(each => each.singular === singular);
	assert.ok(type);
	return type;
}

const lines = [
	{entity_type: 'column', databuilder_id: '4', parent_databuilder_id: '3', title: 'id', is_pk: true, x: [1, ' é']},
	{entity_type: 'table', databuilder_id: '3', parent_databuilder_id: '2', title: 'orders', description: 'über'},
	{entity_type: 'schema', databuilder_id: '2', parent_databuilder_id: '1', title: 'sales'},
	{entity_type: 'database', databuilder_id: '1', title: 'shop'},
	{entity_type: 'table', databuilder_id: '5', title: 'alone', database: 'db', schema: 's', hidden: null},
	{entity_type: 'chart', databuilder_id: '6', parent_databuilder_id: 'elsewhere', title: ' '},
	{entity_type: 'column', databuilder_id: '7', parent_databuilder_id: '7', title: 'circle'},
];

test('the name of a line follows those of its parents, and its values are those of its keys', async t => {
	const text = `${lines.map(line => JSON.stringify(line)).join('\n')}\n`;
	const ends = [
		'{"type":"internal_resource","databuilder_id":"3"}',
		'{"type":"external_table","database":"d","table":"t"}',
	];
	const edges = [ends.slice(0, 1), ends].map(
		([from = '', to = from]) => `{"from_identifier":${from},"to_identifier":${to}}\n`,
	);
	const {names, fields} = await openSide(t, [resources, text], [lineageResources, edges.join('')]);
	assert.deepEqual(names(typeOf('column'))[0], ['shop', 'sales', 'orders', 'id']);
	assert.deepEqual(names(typeOf('column'))[1]?.at(-1), 'circle');
	assert.deepEqual(names(typeOf('table')), [
		['shop', 'sales', 'orders'],
		['db', 's', 'alone'],
	]);
	assert.deepEqual(names(typeOf('database')), [['shop']]);
	assert.deepEqual(names(typeOf('chart')), [['6']]);
	assert.deepEqual(fields(typeOf('column'))[0], {
		parent_databuilder_id: '3',
		title: 'id',
		is_pk: 'true',
		x: '[1," é"]',
	});
	assert.deepEqual(fields(typeOf('table')), [
		{parent_databuilder_id: '2', title: 'orders', description: 'über'},
		{title: 'alone', database: 'db', schema: 's', hidden: 'null'},
	]);
	assert.deepEqual(names(edgeType), [['3', '3']]);
	assert.deepEqual(names(externalEdgeType), [['3', 'd.t']]);
	assert.deepEqual(fields(edgeType), [{}]);
});

test('values under a misspelt key have its name, and the title its meaning', async t => {
	const {names, fields} = await openSide(t, [
		resources,
		'{"entity_type":"table","databuilder_id":"1","Title":"T","description":"gr\\u00f6\\u00dfer"}\n',
	]);
	assert.deepEqual(names(typeOf('table')), [['T']]);
	assert.deepEqual(fields(typeOf('table')), [{description: 'größer', Title: 'T'}]);
});
