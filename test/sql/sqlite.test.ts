import assert from 'node:assert/strict';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import {queryText} from '../../source/sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../source/sql/query-options.ts';
import {assertCleanCsv, rowsOf, type TableOf, textRows} from './small-warehouse.ts';

function query(t: TestContext, statements: string, options: Partial<QueryOptions> = {}) {
	const database = new DatabaseSync(':memory:');
	t.after(() => database.close());
	database.exec(statements);
	return textRows(database.prepare(queryText('sqlite', {...defaultOptions, ...options})).all());
}

const statements = `
	CREATE TABLE Orders (Id INTEGER PRIMARY KEY, total NUMERIC(10, 2), dropped TEXT, doubled AS (total * 2));
	ALTER TABLE Orders DROP COLUMN dropped;
	CREATE TABLE "a ""quoted"" name, with a comma" ("line
end" TEXT, dw_batch INT);
	CREATE VIEW recent AS SELECT Id, total FROM Orders;
	CREATE TEMPORARY TABLE scratch (x INT);
	CREATE VIRTUAL TABLE docs USING fts5(title, body);
	CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT);`;

const place = {database: 'sqlite', schema: 'main'};
const expected: readonly TableOf[] = [
	{
		...place,
		name: 'orders',
		columns: [
			['id', 'INTEGER'],
			['total', 'NUMERIC(10, 2)'],
			['doubled', ''],
		],
	},
	{
		...place,
		name: 'a "quoted" name, with a comma',
		columns: [
			['line\nend', 'TEXT'],
			['dw_batch', 'INT'],
		],
	},
	{...place, name: 'counted', columns: [['id', 'INTEGER']]},
	{
		...place,
		name: 'docs',
		columns: [
			['title', ''],
			['body', ''],
		],
	},
	{
		...place,
		name: 'recent',
		isView: true,
		columns: [
			['id', 'INTEGER'],
			['total', 'NUMERIC(10, 2)'],
		],
	},
];

test('SQLite: the query finds tables, views, virtual tables and generated columns, and its CSV has no errors', async t => {
	const rows = query(t, statements);
	assert.deepEqual(rows, rowsOf(expected));
	await assertCleanCsv(t, rows);
});

test('SQLite: options set the database and the schema, keep the case, and exclude columns', t => {
	const rows = query(t, 'CREATE TABLE Orders (Id INT, DW_batch INT, dwx INT)', {
		database: "it's",
		schemas: ['Sales'],
		excludedColumns: ['dw_*'],
		nameCase: 'as-is',
	});
	const columns: TableOf['columns'] = [
		['Id', 'INT'],
		['dwx', 'INT'],
	];
	assert.deepEqual(rows, rowsOf([{database: "it's", schema: 'Sales', name: 'Orders', columns, positions: [1, 3]}]));
});
