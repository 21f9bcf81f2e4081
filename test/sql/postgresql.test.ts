import assert from 'node:assert/strict';
import test, {after, before} from 'node:test';
import {PGlite} from '@electric-sql/pglite';
import {queryText, type WarehouseId} from '../../source/sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../source/sql/query-options.ts';
import {postgresqlStatements, postgresqlTables} from './postgresql-warehouse.ts';
import {assertCleanCsv, rowsOf, textRows} from './small-warehouse.ts';

let engine: PGlite;

before(async () => {
	engine = await PGlite.create();
	await engine.exec(postgresqlStatements);
});

after(() => engine.close());

async function query(id: WarehouseId, options: Partial<QueryOptions> = {}) {
	const {rows} = await engine.query<Readonly<Record<string, unknown>>>(queryText(id, {...defaultOptions, ...options}));
	return textRows(rows);
}

test('PostgreSQL: the query finds each table once with its comments, and its CSV has no errors', async t => {
	const rows = await query('postgresql');
	assert.deepEqual(rows, rowsOf(postgresqlTables('postgres')));
	await assertCleanCsv(t, rows);
});

test('PostgreSQL: patterns select schemas and columns, without regard to case', async () => {
	const names = async (options: Partial<QueryOptions>) =>
		(await query('postgresql', options)).map(row => [row['schema'], row['name'], row['col_name']].join(' '));
	assert.deepEqual(await names({schemas: ['stage_*'], excludedColumns: ['DW?']}), ['stage_raw load line']);
	assert.deepEqual(await names({schemas: ['STAGE_raw'], excludedColumns: ['dw*']}), ['stage_raw load line']);
	assert.deepEqual(await names({schemas: ['it\'s \\ "all"', 'stage!raw', 'stage%raw']}), []);
	const others = await names({excludedSchemas: ['stage_*']});
	assert.ok(others.includes('stagexraw load line'));
	assert.ok(!others.some(name => name.startsWith('stage_raw')));
});

test('PostgreSQL: a backslash in an option has no meaning, whatever the server is set to', async () => {
	for (const setting of ['off', 'on']) {
		await engine.exec(`SET standard_conforming_strings = ${setting}`);
		const rows = await query('postgresql', {schemas: ['stage_raw', 'x\\'], excludedColumns: ['l\\*', "\\'"]});
		assert.equal(rows.length, 2, setting);
	}
});

test('PostgreSQL: the query returns nothing in another database than the named one', async () => {
	assert.deepEqual(await query('postgresql', {database: 'elsewhere'}), []);
	assert.notDeepEqual(await query('postgresql', {database: 'POSTGRES'}), []);
});

test('PostgreSQL: names keep their case with the option as-is', async () => {
	const rows = await query('postgresql', {schemas: ['sales'], nameCase: 'as-is'});
	assert.deepEqual([...new Set(rows.map(({name}) => name))], ['Big Orders', 'Orders', 'daily', 'orders', 'É']);
});

test('Redshift: local tables, late-binding views and external tables are found, in a model of its catalog', async () => {
	await engine.exec(`
		CREATE SCHEMA rs;
		CREATE TABLE rs."Orders" (id int, dropped int);
		ALTER TABLE rs."Orders" DROP COLUMN dropped;
		CREATE TABLE rs.orders (id int);
		CREATE TABLE rs.mv_tbl__totals__0 (id int);
		CREATE VIEW rs."Totals" AS SELECT id FROM rs.orders;
		COMMENT ON TABLE rs."Orders" IS 'All orders';
		COMMENT ON COLUMN rs."Orders".id IS 'The id';
		INSERT INTO pg_description VALUES ('rs."Orders"'::regclass::oid, 'pg_proc'::regclass::oid, 0, 'Of a function');
		CREATE FUNCTION pg_get_late_binding_view_cols() RETURNS SETOF record LANGUAGE sql AS $$
			VALUES ('rs'::name, 'late'::name, 'Day'::name, 'date'::varchar, 1), ('pg_rs', 'late', 'day', 'date', 1)
		$$;
		-- The columns of the documentation: https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_EXTERNAL_COLUMNS.html
		CREATE TEMPORARY TABLE svv_external_columns (
			redshift_database_name varchar, schemaname varchar, tablename varchar, columnname varchar,
			external_type varchar, columnnum int, part_key int, is_nullable varchar);
		-- https://docs.aws.amazon.com/redshift/latest/dg/r_SVV_EXTERNAL_TABLES.html
		CREATE TEMPORARY TABLE svv_external_tables (
			redshift_database_name varchar, schemaname varchar, tablename varchar, tabletype varchar, location varchar);
		INSERT INTO svv_external_columns VALUES
			('postgres', 'rs_lake', 'files', 'line', 'varchar(20)', 1), ('other', 'rs_lake', 'files', 'line', 'varchar(20)', 1),
			('postgres', 'rs_lake', 'sums', 'line', 'varchar(20)', 1);
		INSERT INTO svv_external_tables VALUES
			('postgres', 'rs_lake', 'files', 'TABLE'), ('other', 'rs_lake', 'files', 'VIEW'),
			('postgres', 'rs_lake', 'sums', 'MATERIALIZED VIEW');`);
	const at = {database: 'postgres', schema: 'rs'};
	const columns = [['id', 'integer']] as const;
	const tables = [
		{...at, name: 'Orders', description: 'All orders', columns: [['id', 'integer', 'The id']] as const},
		{...at, name: 'totals', isView: true, columns},
		{...at, name: 'late', isView: true, columns: [['day', 'date']] as const},
		{...at, name: 'orders', columns},
		{...at, schema: 'rs_lake', name: 'files', columns: [['line', 'varchar(20)']] as const},
		{...at, schema: 'rs_lake', name: 'sums', isView: true, columns: [['line', 'varchar(20)']] as const},
	];
	const options = {schemas: ['RS', '*rs_*', 'pg_rs']};
	assert.deepEqual(await query('redshift', options), rowsOf(tables));
	const asIs = await query('redshift', {...options, excludedColumns: ['i?'], nameCase: 'as-is'});
	assert.deepEqual(
		asIs.map(row => [row['schema'], row['name'], row['col_name']].join(' ')),
		['rs late Day', 'rs_lake files line', 'rs_lake sums line'],
	);
	assert.deepEqual(await query('redshift', {...options, database: 'elsewhere'}), []);
});
