import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import fc from 'fast-check';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';
import {openLines, openText, recordLine} from '../../support/session.ts';

async function linesOf(
	session: Session,
): Promise<{readonly text: string; readonly counts: object; readonly omitted: readonly string[]}> {
	assert.ok(session.isValid, JSON.stringify([...session.counts]));
	const conversion = session.conversion();
	assert.ok(conversion !== undefined);
	const pieces: Buffer[] = [];
	for await (const piece of conversion.write(new AbortController().signal)) pieces.push(piece);
	const {counts, omitted} = conversion;
	return {text: Buffer.concat(pieces).toString(), counts, omitted};
}

async function resourcesOf(
	t: TestContext,
	rows: ReadonlyArray<Parameters<typeof recordLine>[0]>,
): Promise<readonly object[]> {
	const {text} = await linesOf(await openLines(t, rows.map(recordLine)));
	return text
		.split('\n')
		.slice(0, -1)
		.map(line => JSON.parse(line));
}

test('a row becomes its column, with its database, schema and table before it', async t => {
	const session = await openLines(t, [recordLine({col_name: ' Id '}), recordLine({col_name: 'b', sort_order: '+007'})]);
	assert.deepEqual(await linesOf(session), {
		text: `${[
			'{"entity_type":"database","databuilder_id":"DB","title":"DB"}',
			'{"entity_type":"schema","databuilder_id":"DB.sales","parent_databuilder_id":"DB","title":"sales","database":"DB"}',
			'{"entity_type":"table","databuilder_id":"DB.sales.orders","parent_databuilder_id":"DB.sales","title":"orders","description":"Orders","external_updated_at":"2023-11-14T22:13:20Z","database":"DB","schema":"sales"}',
			'{"entity_type":"column","databuilder_id":"DB.sales.orders.id","parent_databuilder_id":"DB.sales.orders","title":"id","description":"The id","type":"INT","sort_order":1}',
			'{"entity_type":"column","databuilder_id":"DB.sales.orders.b","parent_databuilder_id":"DB.sales.orders","title":"b","description":"The id","type":"INT","sort_order":7}',
		].join('\n')}\n`,
		counts: {database: 1, schema: 1, table: 1, column: 2},
		omitted: ['is_view'],
	});
});

test('empty cells and null marks have no key; free text is kept', async t => {
	const empty = {col_description: '', col_type: ' ', sort_order: 'NULL', description: '', last_updated_time: 'None'};
	const text = {col_name: 'b', col_description: ' NULL ', col_type: 'n/a '};
	const [, , table, column, other] = await resourcesOf(t, [empty, {...empty, ...text}]);
	const own = ['entity_type', 'databuilder_id', 'parent_databuilder_id', 'title'];
	assert.deepEqual(Object.keys(table ?? {}), [...own, 'database', 'schema']);
	assert.deepEqual(Object.keys(column ?? {}), own);
	assert.deepEqual(other, {
		entity_type: 'column',
		databuilder_id: 'DB.sales.orders.b',
		parent_databuilder_id: 'DB.sales.orders',
		title: 'b',
		description: ' NULL ',
		type: 'n/a ',
	});
});

test('percent signs are encoded in ids, not in titles', async t => {
	const [database, , , column] = await resourcesOf(t, [{database: ' 10%', col_name: 'Été%2E'}]);
	assert.deepEqual(database, {entity_type: 'database', databuilder_id: '10%25', title: '10%'});
	assert.equal((column as {databuilder_id?: string}).databuilder_id, '10%25.sales.orders.été%252e');
	assert.equal((column as {title?: string}).title, 'été%2e');
});

test('the values of a table come from the first of its rows that has one, wherever it is', async t => {
	const empty = {description: ' ', last_updated_time: ''};
	const found = await resourcesOf(t, [
		{...empty},
		{name: 'other', description: 'Other'},
		...Array.from({length: 500}, (_, at) => ({...empty, name: `t${at}`})),
		{col_name: 'b', description: 'null', last_updated_time: '1600000000'},
		{col_name: 'c', description: 'Found', last_updated_time: ''},
		{name: 'marks', description: ''},
		{name: 'marks', description: 'N/A', col_name: 'b'},
	]);
	const table = (name: string) => found.find(line => 'title' in line && line.title === name);
	assert.deepEqual(table('orders'), {
		entity_type: 'table',
		databuilder_id: 'DB.sales.orders',
		parent_databuilder_id: 'DB.sales',
		title: 'orders',
		description: 'Found',
		external_updated_at: '2020-09-13T12:26:40Z',
		database: 'DB',
		schema: 'sales',
	});
	assert.ok('description' in (table('other') ?? {}));
	assert.ok(!('description' in (table('marks') ?? {})));
});

test('each database, schema and table is written once, before its children', async t => {
	const names = fc.constantFrom('a', 'b', 'A', 'a b', '%', 'é');
	const rows = fc.uniqueArray(fc.record({database: names, schema: names, name: names, col_name: names}), {
		minLength: 1,
		maxLength: 40,
		selector: row => JSON.stringify({...row, col_name: row.col_name.toLowerCase()}),
	});
	await fc.assert(
		fc.asyncProperty(rows, async rows => {
			const found = (await resourcesOf(t, rows)) as ReadonlyArray<{
				databuilder_id: string;
				parent_databuilder_id?: string;
				title: string;
			}>;
			const seen = new Set<string>();
			for (const {databuilder_id: id, parent_databuilder_id: parent} of found) {
				assert.ok(!seen.has(id) && (parent === undefined || seen.has(parent)), id);
				seen.add(id);
			}

			const count = (fields: ReadonlyArray<keyof (typeof rows)[number]>) =>
				new Set(rows.map(row => JSON.stringify(fields.map(field => row[field])))).size;
			const expected =
				count(['database']) + count(['database', 'schema']) + count(['database', 'schema', 'name']) + rows.length;
			assert.equal(found.length, expected);
		}),
		{numRuns: 50},
	);
});

test('other columns, separators, blank rows and skipped rows', async t => {
	const session = await openText(t, 'x;Schema;TABLE;database;column_name\n1;s;t;d;A\n;;;;\n2;s;t;d;B\n3;s;u;d;C\n');
	session.toggleSkipped(2);
	session.setCell(4, 4, 'New');
	const {text, omitted} = await linesOf(session);
	assert.deepEqual(omitted, []);
	assert.deepEqual(
		text
			.split('\n')
			.slice(0, -1)
			.map(line => JSON.parse(line).databuilder_id),
		['d', 'd.s', 'd.s.t', 'd.s.t.new', 'd.s.u', 'd.s.u.c'],
	);
});

test('a header without the required columns cannot be converted', async t => {
	const path = await temporaryFile(t, 'a,b\n1,2\n');
	const session = await Session.open(path, new AbortController().signal);
	t.after(() => session.close());
	assert.equal(session.conversion(), undefined);
});
