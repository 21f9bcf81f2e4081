import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api';
import {queryText} from '../../source/sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../source/sql/query-options.ts';
import {assertCleanCsv, comments, rowsOf, type TableOf, textRows} from './small-warehouse.ts';

let connection: DuckDBConnection;

before(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run(`
		ATTACH ':memory:' AS Shop;
		ATTACH ':memory:' AS other;
		CREATE SCHEMA Shop."Sales";
		CREATE SCHEMA Shop.stage_raw;
		CREATE TABLE Shop."Sales"."Orders" ("Id" INTEGER, total DECIMAL(10, 2), dropped INT, dw_batch INT);
		ALTER TABLE Shop."Sales"."Orders" DROP COLUMN dropped;
		CREATE TABLE Shop.main.orders (id INTEGER);
		CREATE VIEW Shop."Sales".recent AS SELECT "Id" FROM Shop."Sales"."Orders";
		CREATE TABLE Shop.stage_raw.load (line VARCHAR);
		CREATE TABLE Shop.main."stageXraw" (x STRUCT(a INTEGER, b VARCHAR));
		CREATE TABLE other.main.orders (id INTEGER);
		CREATE TEMPORARY TABLE scratch (x INT);`);
	const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
	await connection.run(`
		COMMENT ON TABLE Shop."Sales"."Orders" IS ${literal(comments.table)};
		COMMENT ON COLUMN Shop."Sales"."Orders".total IS ${literal(comments.column)};
		COMMENT ON VIEW Shop."Sales".recent IS 'A view';
		COMMENT ON COLUMN Shop."Sales".recent."Id" IS 'Its column';`);
});

after(() => connection.closeSync());

async function query(options: Partial<QueryOptions> = {}) {
	const reader = await connection.runAndReadAll(queryText('duckdb', {...defaultOptions, ...options}));
	return textRows(reader.getRowObjects());
}

const orders: TableOf = {
	database: 'shop',
	schema: 'sales',
	name: 'orders',
	description: comments.table,
	columns: [
		['id', 'INTEGER'],
		['total', 'DECIMAL(10,2)', comments.column],
		['dw_batch', 'INTEGER'],
	],
};
const recent: TableOf = {
	database: 'shop',
	schema: 'sales',
	name: 'recent',
	description: 'A view',
	isView: true,
	columns: [['id', 'INTEGER', 'Its column']],
};
const load: TableOf = {database: 'shop', schema: 'stage_raw', name: 'load', columns: [['line', 'VARCHAR']]};
const main: readonly TableOf[] = [
	{database: 'shop', schema: 'main', name: 'orders', columns: [['id', 'INTEGER']]},
	{database: 'shop', schema: 'main', name: 'stagexraw', columns: [['x', 'STRUCT(a INTEGER, b VARCHAR)']]},
];
const other: TableOf = {database: 'other', schema: 'main', name: 'orders', columns: [['id', 'INTEGER']]};

test('DuckDB: the query finds tables and views of all databases with their comments, and its CSV has no errors', async t => {
	const rows = await query();
	assert.deepEqual(rows, rowsOf([orders, recent, ...main, load, other]));
	await assertCleanCsv(t, rows);
});

test('DuckDB: patterns select databases, schemas and columns, without regard to case', async () => {
	assert.deepEqual(await query({database: 'OTH*'}), rowsOf([other]));
	assert.deepEqual(
		await query({database: 'shop', schemas: ['SALES', 'ma?n'], excludedColumns: ['DW_*']}),
		rowsOf([{...orders, columns: orders.columns.slice(0, 2)}, recent, ...main]),
	);
	assert.deepEqual(await query({database: 'shop', excludedSchemas: ['stage_*', 'sales']}), rowsOf(main));
});

test('DuckDB: special characters of patterns and literals match only themselves', async () => {
	for (const name of ['stage%raw', 'stage!raw', "'; DROP SCHEMA x; --", '\\', '"', '!%_'])
		assert.deepEqual(await query({schemas: [name, `${name}*`]}), [], name);
});

test('DuckDB: names keep their case with the option as-is', async () => {
	const [first] = await query({schemas: ['sales'], nameCase: 'as-is'});
	assert.deepEqual(
		[first?.['database'], first?.['schema'], first?.['name'], first?.['col_name']],
		['Shop', 'Sales', 'Orders', 'Id'],
	);
});
