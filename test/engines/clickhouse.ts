import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import {queryText} from '../../source/sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../source/sql/query-options.ts';
import {assertCleanText, comments, type Row, rowsOf} from '../sql/small-warehouse.ts';

/** The part of the package chdb that is used here. */
type Chdb = {
	readonly Session: new (path?: string) => {query(sql: string, format?: string): string; cleanup(): void};
};

const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const statements = [
	'CREATE DATABASE Shop',
	'CREATE DATABASE shop',
	`CREATE TABLE Shop.Orders (Id UInt32, dropped String, total Decimal(10, 2) COMMENT ${literal(comments.column)})
		ENGINE = MergeTree ORDER BY Id COMMENT ${literal(comments.table)}`,
	'ALTER TABLE Shop.Orders DROP COLUMN dropped',
	'CREATE TABLE Shop.orders (id UInt8) ENGINE = MergeTree ORDER BY id PARTITION BY id',
	'CREATE TABLE shop.orders (`É` Nullable(String)) ENGINE = Memory',
	'CREATE VIEW shop.recent AS SELECT 1 AS id',
	'CREATE MATERIALIZED VIEW shop.totals ENGINE = MergeTree ORDER BY n AS SELECT count() AS n FROM Shop.Orders',
	'CREATE TEMPORARY TABLE scratch (id Int8)',
];

function rowsIn(csv: string): readonly Row[] {
	return parse(csv, {columns: true});
}

test('ClickHouse: the query finds exactly the tables that were made', async t => {
	const folder = process.env['SECODA_UPLOAD_ENGINES'];
	if (folder === undefined) return t.skip('chdb is not installed');
	const chdb: Chdb = createRequire(join(folder, 'package.json'))('chdb');
	const session = new chdb.Session();
	t.after(() => session.cleanup());
	for (const statement of statements) session.query(statement);
	const query = (options: Partial<QueryOptions>) =>
		session.query(queryText('clickhouse', {...defaultOptions, ...options}).replace(/;\n$/, ''), 'CSVWithNames');
	const csv = query({});
	const found = rowsIn(csv);
	for (const {last_updated_time: time = ''} of found) assert.match(time, /^1[78]\d{8}$/);
	const at = {database: 'Shop', schema: 'default'};
	const lower = {database: 'shop', schema: 'default'};
	const orders = {
		...at,
		name: 'Orders',
		description: comments.table,
		columns: [
			['id', 'UInt32'],
			['total', 'Decimal(10, 2)', comments.column],
		],
		positions: [1, 2],
	} as const;
	const expected = [
		orders,
		{...at, name: 'orders', columns: [['id', 'UInt8']]},
		{...lower, name: 'orders', columns: [['é', 'Nullable(String)']]},
		{...lower, name: 'recent', isView: true, columns: [['id', 'UInt8']]},
		{...lower, name: 'totals', isView: true, columns: [['n', 'UInt64']]},
	] as const;
	assert.deepEqual(
		found.map(row => ({...row, last_updated_time: ''})),
		rowsOf(expected),
	);
	await assertCleanText(t, csv, found.length);
	const names = (options: Partial<QueryOptions>) =>
		rowsIn(query(options)).map(row => [row['database'], row['schema'], row['name'], row['col_name']].join(' '));
	assert.deepEqual(names({database: 'sh_p'}), []);
	assert.deepEqual(names({database: '\\'}), []);
	assert.deepEqual(names({database: 'S?OP', schemas: ["it's"], excludedColumns: ['i*', 'É'], nameCase: 'as-is'}), [
		"Shop it's Orders total",
		"shop it's totals n",
	]);
});
