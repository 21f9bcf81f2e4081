import {order, outputFields, selectFields, where, withQueries} from '../build-query.ts';
import {standardWithEscapes} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';
import {psqlCommand} from './psql.ts';

const dialect = standardWithEscapes;

export const redshift: Warehouse = {
	title: 'Redshift',
	tried: 'not-run',
	database: 'current',
	databaseDefault: 'the database of the connection',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'psql 12 or newer',
	notes: [
		'Local tables and views, late-binding views, and external tables (Spectrum, federated).',
		'Late-binding views and external tables have no comments in Redshift, so their descriptions are empty.',
		'Redshift has no time of the last change in its catalog, so last_updated_time is empty.',
		'The tables in which Redshift stores materialized views (mv_tbl__) and temporary tables are omitted.',
	],
	commands: (files, options) => [psqlCommand(files, options, ['port=5439'])],
	query,
};

/** Returns the query. It uses only what runs on the leader node, which has the catalog, so it has no window functions. */
function query(options: QueryOptions): string {
	const conditions = (names: {schema: string; column: string}) =>
		filters(dialect, options, {...names, database: 'CURRENT_DATABASE()'});
	const local = `SELECT
  CURRENT_DATABASE()::varchar AS database_name,
  n.nspname::varchar AS schema_name,
  t.relname::varchar AS table_name,
  td.description::varchar(65535) AS table_description,
  CASE WHEN t.relkind = 'v' THEN 'true' ELSE 'false' END AS table_is_view,
  ''::varchar AS last_updated,
  c.attname::varchar AS column_name,
  cd.description::varchar(65535) AS column_description,
  pg_catalog.format_type(c.atttypid, c.atttypmod)::varchar AS column_type,
  c.attnum::int AS column_position
FROM pg_catalog.pg_class AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
JOIN pg_catalog.pg_attribute AS c ON c.attrelid = t.oid
LEFT JOIN pg_catalog.pg_description AS td
  ON td.classoid = 'pg_catalog.pg_class'::regclass AND td.objoid = t.oid AND td.objsubid = 0
LEFT JOIN pg_catalog.pg_description AS cd
  ON cd.classoid = 'pg_catalog.pg_class'::regclass AND cd.objoid = t.oid AND cd.objsubid = c.attnum
${where([
	"t.relkind IN ('r', 'v')",
	'c.attnum > 0',
	'NOT c.attisdropped',
	"n.nspname NOT IN ('information_schema', 'catalog_history')",
	"n.nspname !~ '^pg_'",
	"t.relname !~ '^mv_tbl__.*__[0-9]+$'",
	...conditions({schema: 'n.nspname::varchar', column: 'c.attname::varchar'}),
])}`;
	const lateBinding = `SELECT
  CURRENT_DATABASE()::varchar, view_schema::varchar, view_name::varchar, ''::varchar, 'true', ''::varchar,
  col_name::varchar, ''::varchar, col_type::varchar, col_num::int
FROM pg_get_late_binding_view_cols()
  cols(view_schema name, view_name name, col_name name, col_type varchar, col_num int)
${where([
	"view_schema NOT IN ('information_schema', 'catalog_history')",
	"view_schema !~ '^pg_'",
	...conditions({schema: 'view_schema::varchar', column: 'col_name::varchar'}),
])}`;
	const external = `SELECT
  CURRENT_DATABASE()::varchar, c.schemaname::varchar, c.tablename::varchar, ''::varchar,
  CASE WHEN t.tabletype IN ('VIEW', 'MATERIALIZED VIEW') THEN 'true' ELSE 'false' END, ''::varchar,
  c.columnname::varchar, ''::varchar, c.external_type::varchar, c.columnnum::int
FROM svv_external_columns AS c
LEFT JOIN svv_external_tables AS t
  ON t.redshift_database_name = c.redshift_database_name
  AND t.schemaname = c.schemaname
  AND t.tablename = c.tablename
${where([
	"COALESCE(NULLIF(c.redshift_database_name, ''), CURRENT_DATABASE()) = CURRENT_DATABASE()",
	...conditions({schema: 'c.schemaname::varchar', column: 'c.columnname::varchar'}),
])}`;
	const found: readonly [string, string] = ['found', `${local}\nUNION ALL\n${lateBinding}\nUNION ALL\n${external}`];
	if (options.nameCase === 'as-is') {
		const names = {column: 'column_name', database: 'database_name', schema: 'schema_name', table: 'table_name'};
		return [
			withQueries([found]),
			selectFields(dialect, outputFields(names)),
			'FROM found',
			`ORDER BY ${order('')};`,
		].join('\n');
	}

	// Names that differ only in case keep their letters: lower case would make one page of them.
	const schemas = `SELECT LOWER(schema_name) AS lower_name, COUNT(DISTINCT schema_name) AS spellings
FROM found
GROUP BY LOWER(schema_name)`;
	const tables = `SELECT schema_name, LOWER(table_name) AS lower_name, COUNT(DISTINCT table_name) AS spellings
FROM found
GROUP BY schema_name, LOWER(table_name)`;
	const fields = outputFields(
		{
			column: 'LOWER(f.column_name)',
			database: 'LOWER(f.database_name)',
			schema: 'CASE WHEN s.spellings = 1 THEN LOWER(f.schema_name) ELSE f.schema_name END',
			table: 'CASE WHEN t.spellings = 1 THEN LOWER(f.table_name) ELSE f.table_name END',
		},
		'f.',
	);
	return [
		withQueries([found, ['schema_names', schemas], ['table_names', tables]]),
		selectFields(dialect, fields),
		'FROM found AS f',
		'JOIN schema_names AS s ON s.lower_name = LOWER(f.schema_name)',
		'JOIN table_names AS t ON t.schema_name = f.schema_name AND t.lower_name = LOWER(f.table_name)',
		`ORDER BY ${order('f.')};`,
	].join('\n');
}
