import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {resourceTypes} from '../../source/kinds/resources/entity.ts';
import {columnType, tableType, warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {emptyInventory, type Inventory} from '../../source/plan/inventory.ts';
import {Session} from '../../source/session/session.ts';
import {temporaryFile} from '../support/folder.ts';
import {contentsOf as contentsIn} from '../support/resources.ts';

const {signal} = new AbortController();

/** Returns the inventory of a file as it is sent, which is the same if the check reads the contents. */
async function inventoryOf(t: TestContext, text: string, name?: string): Promise<Inventory> {
	const [read, checked] = [await readBy(t, text, name), await readBy(t, text, name, 'upload')];
	assert.deepEqual(contentsIn(checked), contentsIn(read));
	return checked;
}

async function readBy(t: TestContext, text: string, name?: string, purpose?: 'upload'): Promise<Inventory> {
	const session = await Session.open(await temporaryFile(t, text, name), signal, {purpose});
	t.after(() => session.close());
	const inventory = emptyInventory([session.kind]);
	for await (const piece of session.canonical(session.resources(inventory), signal)) assert.ok(piece);
	return inventory;
}

type Values = Readonly<Record<string, string>>;

const column: Values = {
	col_name: 'Id',
	col_description: 'The "id", größer',
	col_type: '5" NUMBER',
	sort_order: '7',
	database: 'd',
	schema: 's',
	name: 't',
	description: 'A table of more than four bytes',
	is_view: 'true',
	last_updated_time: '1700000000',
};

function csvOf(values: Values, separator = ','): string {
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	return [Object.keys(values), Object.values(values)].map(cells => `${cells.map(quoted).join(separator)}\n`).join('');
}

/** Returns a file without quotes that are not needed. */
function unquoted(csv: string): string {
	return csv.replaceAll(/(?<=^|,)"([^",\n]*)"(?=,|$)/gm, '$1').replace('"5"" NUMBER"', '5" NUMBER');
}

/** Returns the contents of the only table and the only column. */
async function contentsOf(t: TestContext, text: string) {
	const inventory = await inventoryOf(t, text);
	return [tableType, columnType].map(entity => {
		assert.equal(inventory.of(entity).count, 1);
		return inventory.of(entity).contentOf(1);
	});
}

test('a CSV has the same content in another form', async t => {
	const expected = await contentsOf(t, csvOf(column));
	const reversed = Object.fromEntries(Object.entries(column).reverse());
	const others = {
		'another separator': csvOf(column, ';'),
		'another order': csvOf(reversed),
		'unknown columns': csvOf({owner: 'x', ...column}),
		'no quotes': unquoted(csvOf(column)),
		'other values of typed fields': csvOf({
			...column,
			is_view: ' TRUE',
			sort_order: '+07',
			last_updated_time: '1700000000 ',
		}),
		'white space in names': csvOf({...column, schema: ' s'}),
		CRLF: csvOf(column).replaceAll('\n', '\r\n'),
	};
	for (const [name, text] of Object.entries(others)) assert.deepEqual(await contentsOf(t, text), expected, name);
	for (const {low, high, text} of expected) assert.ok(low !== 0 && high !== 0 && text !== 0);
});

test('an empty value has the content of an absent column', async t => {
	const {col_description: _, description: __, ...rest} = column;
	const empty = await contentsOf(t, csvOf({...column, col_description: '', description: ''}));
	assert.deepEqual(empty, await contentsOf(t, csvOf(rest)));
	assert.deepEqual(
		empty.map(({text}) => text),
		[0, 0],
	);
});

test('each value changes only the hashes of its resource that it belongs to', async t => {
	const before = await contentsOf(t, csvOf(column));
	const changes: Values = {
		col_description: 'value',
		col_type: 'value',
		sort_order: 'value',
		description: 'value',
		is_view: 'value',
		last_updated_time: 'time',
	};
	for (const [field, hash] of Object.entries(changes)) {
		const value = {is_view: 'false', sort_order: '8', last_updated_time: '1700000001'}[field] ?? 'Text, other';
		const after = await contentsOf(t, csvOf({...column, [field]: value}));
		const changed = before.map((old, at) =>
			(['low', 'high', 'text', 'time'] as const).filter(name => old[name] !== after[at]?.[name]).join(),
		);
		const expected = hash === 'time' ? 'time' : field.endsWith('description') ? 'low,high,text' : 'low,high';
		const isOfTable = ['description', 'is_view', 'last_updated_time'].includes(field);
		assert.deepEqual(changed, isOfTable ? [expected, ''] : ['', expected], field);
	}
});

test('values that change places change the content', async t => {
	const [, before] = await contentsOf(t, csvOf({...column, col_description: 'a', col_type: 'b'}));
	const [, after] = await contentsOf(t, csvOf({...column, col_description: 'b', col_type: 'a'}));
	assert.notEqual(before?.low, after?.low);
	assert.notEqual(before?.high, after?.high);
});

test('a column knows its table, and a table its database and schema', async t => {
	const rows = ['d,s,t,a', 'd,s,u,a', 'e,s,t,a', 'd,s,t,b'];
	const inventory = await inventoryOf(t, `database,schema,name,col_name\n${rows.join('\n')}\n`);
	const columns = inventory.of(columnType);
	const tables = inventory.of(tableType);
	assert.deepEqual(
		[1, 2, 3, 4].map(number => columns.parentOf(number)),
		[1, 2, 3, 1],
	);
	assert.deepEqual(
		[1, 2, 3].map(number => inventory.groups[tables.groupOf(number)]),
		[
			['d', 's'],
			['d', 's'],
			['e', 's'],
		],
	);
	assert.equal(warehouseResources.entities.length, 2);
});

/** Returns the content of the only table of a line. */
async function contentOfLine(t: TestContext, line: string) {
	const inventory = await inventoryOf(t, `${line}\n`, 'resources.jsonl');
	const [index] = resourceTypes.map(type => inventory.of(type)).filter(({count}) => count > 0);
	assert.equal(index?.count, 1);
	return index.contentOf(1);
}

const line =
	'{"entity_type":"table","databuilder_id":"t","title":"T","description":"größer \\"x\\"","sort_order":1,"hidden":false,"owners":["Jürgen"],"x":{"a b":1}}';

test('a line has the same content in another form', async t => {
	const expected = await contentOfLine(t, line);
	const others = [
		' { "x" : { "a b" : 1 } , "owners" : [ "J\\u00fcrgen" ] , "hidden" : false , "sort_order" : 1 , "description" : "gr\\u00f6\\u00dfer \\"x\\"", "title" : "\\u0054", "databuilder_id" : "t" , "entity_type" : "table" } ',
		line.replace('"title":"T"', '"title":"S","title":"T"').replace('"title":"S",', ''),
	];
	for (const other of others) assert.deepEqual(await contentOfLine(t, other), expected);
	assert.ok(expected.low !== 0 && expected.high !== 0 && expected.text !== 0 && expected.time === 0);
});

test('the time of the last change of a line is not part of its content', async t => {
	const withTime = (time: string) => contentOfLine(t, line.replace('{', `{"external_updated_at":${time},`));
	const [before, after, absent] = [
		await withTime('"2026-01-01T00:00:00Z"'),
		await withTime('"2026-01-02T00:00:00Z"'),
		await contentOfLine(t, line),
	];
	assert.deepEqual(
		[before, after].map(content => ({...content, time: 0})),
		[absent, absent],
	);
	assert.equal(new Set([before.time, after.time, 0]).size, 3);
});

test('each value of a line changes its content', async t => {
	const before = await contentOfLine(t, line);
	const others = {
		title: line.replace('"T"', '"U"'),
		description: line.replace('größer', 'kleiner'),
		number: line.replace('"sort_order":1', '"sort_order":2'),
		boolean: line.replace('false', 'true'),
		type: line.replace('"sort_order":1', '"sort_order":"1"'),
		list: line.replace('["Jürgen"]', '["Jurgen"]'),
		'unknown key': line.replace('"a b":1', '"a b":2'),
		'name of an unknown key': line.replace('"x":', '"y":'),
		'misspelt key': line.replace('"hidden"', '"Hidden"'),
		'absent key': line.replace('"hidden":false,', ''),
		null: line.replace('"hidden":false', '"hidden":null'),
	};
	for (const [name, other] of Object.entries(others)) {
		const after = await contentOfLine(t, other);
		assert.notEqual(after.low, before.low, name);
		assert.notEqual(after.high, before.high, name);
		assert.equal(after.text !== before.text, name === 'description', name);
	}
});
