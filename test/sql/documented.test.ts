import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';
import {type DuckDBConnection, DuckDBInstance} from '@duckdb/node-api';
import {queryText, warehouses} from '../../source/sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../source/sql/query-options.ts';
import {type DocumentedView, type DocumentedWarehouse, documentedViews} from './documented-views.ts';
import {comments, rowsOf, textRows} from './small-warehouse.ts';

/*
Engines that cannot run here: each query runs in DuckDB, on tables that have only the documented columns of its views. The syntax that
DuckDB does not have is replaced first, and its functions are macros.
*/

let connection: DuckDBConnection;

before(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run(`
		SET TimeZone = 'America/New_York';
		CREATE MACRO regexp_contains(subject, pattern) AS regexp_matches(subject, pattern);
		CREATE MACRO parse_date(pattern, subject) AS try_strptime(subject, pattern);
		CREATE MACRO json_value(subject, place) AS json_extract_string(TRY_CAST(subject AS JSON), place);
		CREATE MACRO unix_timestamp(instant) AS CAST(epoch(instant) AS BIGINT);
		CREATE MACRO sys_context(a, b) AS 'ORCL';
		CREATE MACRO to_char(n) AS CAST(n AS VARCHAR);
		CREATE MACRO toString(n) AS CAST(n AS VARCHAR);
		CREATE MACRO toUnixTimestamp(instant) AS CAST(epoch(instant) AS BIGINT);
		CREATE MACRO startsWith(subject, prefix) AS starts_with(subject, prefix);
		CREATE MACRO lowerUTF8(subject) AS lower(subject);`);
	const views: readonly DocumentedView[] = Object.values(documentedViews).flat();
	for (const {table, columns} of views) {
		const list = columns.split(' ').map(column => {
			const [name = '', type = 'VARCHAR'] = column.split(':');
			return `${name} ${type}`;
		});
		await connection.run(`CREATE TABLE model_${table} (${list.join(', ')})`);
	}
});

after(() => connection.closeSync());

/** The syntax of each warehouse that DuckDB does not have. */
const replacements: Readonly<Record<DocumentedWarehouse, ReadonlyArray<readonly [RegExp, string]>>> = {
	snowflake: [[/DATE_PART\('EPOCH_SECOND', ([\w.]+)\)/g, 'CAST(epoch($1) AS BIGINT)']],
	bigquery: [
		[/`/g, '"'],
		[/SAFE\./g, ''],
		[/ r'/g, " '"],
	],
	databricks: [[/`/g, '"']],
	trino: [],
	sqlserver: [
		[/ COLLATE Latin1_General_100_BIN2/g, ''],
		[/\bN'/g, "'"],
		[/\[([\w]+)\]/g, '"$1"'],
		[/DATEDIFF_BIG\([^;]*?, (t\.modify_date)\)\s*\)/g, 'CAST(epoch($1) AS BIGINT)'],
		[/nvarchar\(4000\)/g, 'varchar'],
		[/max_length \/ 2/g, 'max_length // 2'],
	],
	oracle: [[/ROUND\(\(\s+(t\.last_ddl_time)[^;]*?\* 86400\)/g, 'CAST(epoch($1) AS BIGINT)']],
	mysql: [
		[/`/g, '"'],
		[/CONVERT\(([^()]*) USING utf8mb4\) COLLATE utf8mb4_bin/g, '$1'],
		[/FLOOR/g, ''],
		[/ AS CHAR/g, ' AS VARCHAR'],
	],
	clickhouse: [[/`/g, '"']],
};

/** Returns what a query finds in the tables that have the documented columns. */
async function find(id: DocumentedWarehouse, options: Partial<QueryOptions> = {}) {
	let sql = queryText(id, {...defaultOptions, ...options}).replace(/^--.*\n/gm, '');
	for (const {name, table} of documentedViews[id])
		sql = sql.replaceAll(new RegExp(`${name.source}\\b`, 'g'), `model_${table}`);
	for (const [pattern, text] of replacements[id]) sql = sql.replaceAll(pattern, text);
	const reader = await connection.runAndReadAll(sql);
	return textRows(reader.getRowObjects());
}

/** Adds rows to the model of a view; values that are not given are NULL. */
async function add(table: string, rows: ReadonlyArray<Readonly<Record<string, string | number>>>) {
	const literal = (value: string | number) =>
		typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
	for (const row of rows) {
		const names = Object.keys(row).map(name => `"${name}"`);
		const values = Object.values(row).map(literal);
		await connection.run(`INSERT INTO model_${table} (${names.join(', ')}) VALUES (${values.join(', ')})`);
	}
}

test('each warehouse whose query does not run in these tests has its documented columns here', () => {
	const notRun = Object.entries(warehouses).flatMap(([id, {tried}]) => (tried === 'tests' ? [] : [id]));
	// MariaDB has the query of MySQL. The columns of Redshift are in postgresql.test.ts.
	const others = notRun.filter(id => id !== 'mariadb' && id !== 'redshift');
	assert.deepEqual(others.toSorted(), Object.keys(documentedViews).toSorted());
});

const time = '2023-11-14 22:13:20Z';
const epoch = '1700000000';

test('Snowflake: tables of all databases are found once, and materialized views are views', async () => {
	const table = (catalog: string, name: string, type: string, more = {}) => ({
		table_catalog: catalog,
		table_schema: 'PUBLIC',
		table_name: name,
		table_type: type,
		last_altered: time,
		...more,
	});
	const column = (catalog: string, name: string, more = {}) => ({
		table_catalog: catalog,
		table_schema: 'PUBLIC',
		table_name: name,
		column_name: 'ID',
		ordinal_position: 1,
		data_type: 'NUMBER',
		...more,
	});
	await add('usage_tables', [
		table('SHOP', 'ORDERS', 'BASE TABLE', {comment: comments.table}),
		table('SHOP', 'ORDERS', 'BASE TABLE', {comment: 'old', deleted: time}),
		table('TEST', 'ORDERS', 'BASE TABLE'),
		table('SHOP', 'Quoted', 'EXTERNAL TABLE'),
		table('SHOP', 'QUOTED', 'VIEW'),
		table('SHOP', 'TOTALS', 'MATERIALIZED VIEW'),
		table('SHOP', 'SCRATCH', 'TEMPORARY TABLE'),
		{...table('SHOP', 'TABLES', 'VIEW'), table_schema: 'INFORMATION_SCHEMA'},
	]);
	await add('usage_columns', [
		column('SHOP', 'ORDERS', {comment: comments.column}),
		column('SHOP', 'ORDERS', {column_name: 'GONE', deleted: time}),
		...['Quoted', 'QUOTED', 'TOTALS', 'SCRATCH'].map(name => column('SHOP', name)),
		column('TEST', 'ORDERS'),
		{...column('SHOP', 'TABLES'), table_schema: 'INFORMATION_SCHEMA'},
	]);
	const place = {database: 'shop', schema: 'public', updated: epoch};
	const columns = [['id', 'NUMBER']] as const;
	assert.deepEqual(
		await find('snowflake'),
		rowsOf([
			{...place, name: 'orders', description: comments.table, columns: [['id', 'NUMBER', comments.column]]},
			{...place, name: 'QUOTED', isView: true, columns},
			{...place, name: 'Quoted', columns},
			{...place, name: 'totals', isView: true, columns},
			{...place, database: 'test', name: 'orders', columns},
		]),
	);
	assert.deepEqual(await find('snowflake', {database: 'S"hop'}), []);
});

test('BigQuery: date shards are one table, external tables are found, and descriptions are decoded', async () => {
	const place = {table_catalog: 'project', table_schema: 'Sales'};
	const names = ['events_20251124', 'events_20251125', 'events_20259999', 'orders', 'files'];
	await add('tables_of_region', [
		...names.map(name => ({...place, table_name: name, table_type: name === 'files' ? 'EXTERNAL' : 'BASE TABLE'})),
		{...place, table_name: 'totals', table_type: 'MATERIALIZED VIEW'},
		{...place, table_schema: '_hidden', table_name: 'orders', table_type: 'BASE TABLE'},
	]);
	const column = {...place, column_name: 'id', ordinal_position: 1, data_type: 'INT64', is_hidden: 'NO'};
	await add('columns_of_region', [
		...[...names, 'totals'].map(name => ({...column, table_name: name})),
		{...column, table_name: 'events_20251125', column_name: 'added', ordinal_position: 2, data_type: 'STRUCT<a INT64>'},
		{...place, table_name: 'orders', column_name: '_PARTITIONTIME', data_type: 'TIMESTAMP', is_hidden: 'YES'},
		{...column, table_schema: '_hidden', table_name: 'orders'},
	]);
	await add('paths_of_region', [
		{...place, table_name: 'events_20251125', column_name: 'added', field_path: 'added', description: comments.column},
		{...place, table_name: 'events_20251125', column_name: 'added', field_path: 'added.a', description: 'nested'},
	]);
	await add('options_of_region', [
		{...place, table_name: 'orders', option_name: 'description', option_value: JSON.stringify(comments.table)},
		{...place, table_name: 'orders', option_name: 'labels', option_value: '[]'},
		{...place, table_name: 'files', option_name: 'description', option_value: 'not JSON'},
	]);
	const at = {database: 'project', schema: 'sales'};
	const columns = [['id', 'INT64']] as const;
	assert.deepEqual(
		await find('bigquery', {region: 'eu'}),
		rowsOf([
			{...at, name: 'events_*', columns: [...columns, ['added', 'STRUCT<a INT64>', comments.column]]},
			{...at, name: 'events_20259999', columns},
			{...at, name: 'files', description: 'not JSON', columns},
			{...at, name: 'orders', description: comments.table, columns},
			{...at, name: 'totals', isView: true, columns},
		]),
	);
});

test('Databricks: types, views and times of all catalogs but those of the system', async () => {
	const place = {table_catalog: 'main', table_schema: 'sales'};
	const relation = (name: string, type: string) => ({...place, table_name: name, table_type: type, last_altered: time});
	await add('relations', [
		{...relation('orders', 'STREAMING_TABLE'), comment: comments.table},
		relation('totals', 'MATERIALIZED_VIEW'),
		{...relation('tables', 'VIEW'), table_schema: 'information_schema'},
		{...relation('nyc', 'MANAGED'), table_catalog: 'samples'},
	]);
	const column = {
		...place,
		column_name: 'id',
		ordinal_position: 1,
		data_type: 'DECIMAL',
		full_data_type: 'decimal(10,2)',
	};
	await add('relation_columns', [
		{...column, table_name: 'orders', comment: comments.column},
		{...column, table_name: 'totals'},
		{...column, table_name: 'tables', table_schema: 'information_schema'},
		{...column, table_name: 'nyc', table_catalog: 'samples'},
	]);
	const at = {database: 'main', schema: 'sales', updated: epoch};
	const expected = rowsOf([
		{...at, name: 'orders', description: comments.table, columns: [['id', 'decimal(10,2)', comments.column]]},
		{...at, name: 'totals', isView: true, columns: [['id', 'decimal(10,2)']]},
	]);
	assert.deepEqual(await find('databricks'), expected);
	assert.deepEqual(await find('databricks', {database: 'ma*'}), expected);
	assert.deepEqual(await find('databricks', {database: 'other'}), []);
});

test('Trino: comments are joined from their own table, and the storage of materialized views is omitted', async () => {
	const place = {table_cat: 'lake', table_schem: 'sales'};
	const names = {orders: 'TABLE', recent: 'VIEW', totals: 'TABLE', st_1: 'TABLE'};
	await add('jdbc_tables', [
		...Object.entries(names).map(([name, type]) => ({...place, table_name: name, table_type: type})),
		{table_cat: 'system', table_schem: 'runtime', table_name: 'nodes', table_type: 'TABLE'},
	]);
	await add('jdbc_columns', [
		...Object.keys(names).map(name => ({
			...place,
			table_name: name,
			column_name: 'id',
			type_name: 'bigint',
			remarks: comments.column,
			ordinal_position: 1,
		})),
		{table_cat: 'system', table_schem: 'runtime', table_name: 'nodes', column_name: 'id', ordinal_position: 1},
	]);
	const named = {catalog_name: 'lake', schema_name: 'sales'};
	await add('table_comments', [{...named, table_name: 'orders', comment: comments.table}]);
	await add('materialized_views', [
		{...named, name: 'totals', storage_catalog: 'lake', storage_schema: 'sales', storage_table: 'st_1'},
	]);
	const at = {database: 'lake', schema: 'sales'};
	const columns = [['id', 'bigint', comments.column]] as const;
	const expected = rowsOf([
		{...at, name: 'orders', description: comments.table, columns},
		{...at, name: 'recent', isView: true, columns},
		{...at, name: 'totals', isView: true, columns},
	]);
	assert.deepEqual(await find('trino'), expected);
	assert.deepEqual(await find('trino', {database: 'lake'}), expected);
	assert.deepEqual(await find('trino', {database: 'other'}), []);
});

test('SQL Server: types have lengths, and only MS_Description of tables and columns is a description', async () => {
	await add('schemas', [{name: 'dbo', schema_id: 1}]);
	const object = {schema_id: 1, is_ms_shipped: 0, modify_date: '2023-11-14 22:13:20'};
	await add('objects', [
		{...object, name: 'Orders', object_id: 10, type: 'U'},
		{...object, name: 'Recent', object_id: 11, type: 'V'},
		{...object, name: 'sysdiagrams', object_id: 12, type: 'U'},
		{...object, name: 'shipped', object_id: 13, type: 'U', is_ms_shipped: 1},
		{...object, name: 'add_order', object_id: 14, type: 'P'},
	]);
	const types = ['int', 'nvarchar', 'varchar', 'decimal', 'datetime2'];
	await add(
		'types',
		types.map((name, at) => ({name, user_type_id: at})),
	);
	const column = {object_id: 10, max_length: 4, precision: 0, scale: 0, is_hidden: 0};
	await add('columns', [
		{...column, name: 'Id', column_id: 1, user_type_id: 0},
		{...column, name: 'Name', column_id: 2, user_type_id: 1, max_length: 100},
		{...column, name: 'Note', column_id: 3, user_type_id: 2, max_length: -1},
		{...column, name: 'Total', column_id: 5, user_type_id: 3, precision: 10, scale: 2},
		{...column, name: 'At', column_id: 6, user_type_id: 4, scale: 7},
		{...column, name: 'Hidden', column_id: 7, user_type_id: 4, is_hidden: 1},
		...[11, 12, 13, 14].map(id => ({...column, object_id: id, name: 'Id', column_id: 1, user_type_id: 0})),
	]);
	const property = {class: 1, major_id: 10, minor_id: 0, name: 'MS_Description'};
	await add('extended_properties', [
		{...property, value: comments.table},
		{...property, minor_id: 1, value: comments.column},
		{...property, class: 7, minor_id: 2, value: 'Of an index'},
		{...property, class: 3, value: 'Of a schema'},
		{...property, name: 'Owner', value: 'Of another name'},
		{...property, major_id: 12, name: 'microsoft_database_tools_support', value: '1'},
	]);
	const at = {database: 's]hop', schema: 'dbo', updated: epoch};
	assert.deepEqual(
		await find('sqlserver', {database: 'S]hop'}),
		rowsOf([
			{
				...at,
				name: 'orders',
				description: comments.table,
				columns: [
					['id', 'int', comments.column],
					['name', 'nvarchar(50)'],
					['note', 'varchar(max)'],
					['total', 'decimal(10,2)'],
					['at', 'datetime2(7)'],
				],
				positions: [1, 2, 3, 5, 6],
			},
			{...at, name: 'recent', isView: true, columns: [['id', 'int']]},
		]),
	);
});

test('Oracle: materialized views are views with their own comments, and quoted names stay apart', async () => {
	await add('all_users', [
		{username: 'SALES', oracle_maintained: 'N'},
		{username: 'SYS', oracle_maintained: 'Y'},
	]);
	const object = (name: string, type: string, more = {}) => ({
		owner: 'SALES',
		object_name: name,
		object_type: type,
		last_ddl_time: '2023-11-14 22:13:20',
		temporary: 'N',
		generated: 'N',
		secondary: 'N',
		...more,
	});
	const names = ['ORDERS', 'Orders', 'TOTALS', 'RECENT', 'BIN$abc==$0', 'MLOG$_ORDERS', 'SCRATCH'];
	await add('all_objects', [
		object('ORDERS', 'TABLE'),
		object('Orders', 'TABLE'),
		object('TOTALS', 'TABLE'),
		object('TOTALS', 'MATERIALIZED VIEW'),
		object('RECENT', 'VIEW'),
		object('BIN$abc==$0', 'TABLE'),
		object('MLOG$_ORDERS', 'TABLE'),
		object('SCRATCH', 'TABLE', {temporary: 'Y'}),
		object('DUAL', 'TABLE', {owner: 'SYS'}),
	]);
	const column = {owner: 'SALES', column_name: 'ID', data_type: 'NUMBER', column_id: 1};
	await add('all_tab_columns', [
		...names.map(name => ({...column, table_name: name})),
		{...column, table_name: 'ORDERS', column_name: 'TOTAL', column_id: 2, data_precision: 10, data_scale: 2},
		{...column, table_name: 'ORDERS', column_name: 'NAME', column_id: 3, data_type: 'VARCHAR2', char_length: 20},
		{...column, owner: 'SYS', table_name: 'DUAL'},
	]);
	await add('all_mviews', [{owner: 'SALES', mview_name: 'TOTALS'}]);
	await add('all_mview_comments', [{owner: 'SALES', mview_name: 'TOTALS', comments: 'Totals'}]);
	await add('all_tab_comments', [
		{owner: 'SALES', table_name: 'ORDERS', table_type: 'TABLE', comments: comments.table},
		{owner: 'SALES', table_name: 'TOTALS', table_type: 'TABLE', comments: 'snapshot table for snapshot SALES.TOTALS'},
	]);
	await add('all_col_comments', [
		{owner: 'SALES', table_name: 'ORDERS', column_name: 'ID', comments: comments.column},
		{owner: 'SALES', table_name: 'Orders', column_name: 'ID', comments: 'Of the other'},
	]);
	const at = {database: 'orcl', schema: 'sales', updated: epoch};
	assert.deepEqual(
		await find('oracle'),
		rowsOf([
			{
				...at,
				name: 'ORDERS',
				description: comments.table,
				columns: [
					['id', 'NUMBER', comments.column],
					['total', 'NUMBER(10,2)'],
					['name', 'VARCHAR2(20)'],
				],
			},
			{...at, name: 'Orders', columns: [['id', 'NUMBER', 'Of the other']]},
			{...at, name: 'recent', isView: true, columns: [['id', 'NUMBER']]},
			{...at, name: 'totals', description: 'Totals', isView: true, columns: [['id', 'NUMBER']]},
		]),
	);
});

test('MySQL and ClickHouse, which run in test:engines, use documented columns', async () => {
	assert.deepEqual(await find('mysql'), []);
	assert.deepEqual(await find('clickhouse'), []);
});
