import {buildQuery, where} from '../build-query.ts';
import {standardWithEscapes} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

export const snowflake: Warehouse = {
	title: 'Snowflake',
	tried: 'not-run',
	database: 'one',
	databaseDefault: 'all databases of the account',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'Snowflake CLI',
	notes: [
		'Without --database, the query reads SNOWFLAKE.ACCOUNT_USAGE: all databases, up to 90 minutes old. The role needs access to it, such as the database role SNOWFLAKE.OBJECT_VIEWER.',
		'With --database, it reads INFORMATION_SCHEMA: the current state of one database, and only what the role can see. Tables that it cannot see are hidden in Secoda by the upload.',
		'Give the database as SHOW DATABASES shows it: mostly in upper case.',
		'Views and materialized views are views. Dynamic, external, Iceberg, hybrid and event tables are tables. Temporary tables are omitted.',
	],
	commands: ({query, csv}) => [`snow sql --format CSV --filename ${query} > ${csv}`],
	query,
};

function query(options: QueryOptions): string {
	const {database} = options;
	const dialect = standardWithEscapes;
	const catalog =
		database === undefined ? 'SNOWFLAKE.ACCOUNT_USAGE' : `${dialect.identifier(database)}.INFORMATION_SCHEMA`;
	const found = `SELECT
  t.table_catalog AS database_name,
  t.table_schema AS schema_name,
  t.table_name AS table_name,
  t.comment AS table_description,
  CASE WHEN t.table_type IN ('VIEW', 'MATERIALIZED VIEW') THEN 'true' ELSE 'false' END AS table_is_view,
  CAST(DATE_PART('EPOCH_SECOND', t.last_altered) AS VARCHAR) AS last_updated,
  c.column_name AS column_name,
  c.comment AS column_description,
  c.data_type AS column_type,
  c.ordinal_position AS column_position
FROM ${catalog}.TABLES AS t
JOIN ${catalog}.COLUMNS AS c
  ON c.table_catalog = t.table_catalog
  AND c.table_schema = t.table_schema
  AND c.table_name = t.table_name
${where([
	"t.table_schema <> 'INFORMATION_SCHEMA'",
	"t.table_type NOT LIKE '%TEMPORARY%'",
	...(database === undefined ? ['t.deleted IS NULL', 'c.deleted IS NULL'] : []),
	...filters(dialect, options, {schema: 't.table_schema', column: 'c.column_name'}),
])}`;
	return buildQuery({dialect, caseSensitive: ['database', 'schema', 'table'], found}, options);
}
