import {buildQuery, where} from '../build-query.ts';
import {postgresqlDialect} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';
import {psqlCommand} from './psql.ts';

export const postgresql: Warehouse = {
	title: 'PostgreSQL',
	tried: 'tests',
	database: 'current',
	databaseDefault: 'the database of the connection',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'psql 12 or newer',
	notes: [
		'Tables, partitioned tables, views, materialized views and foreign tables of PostgreSQL 10 or newer. Partitions, temporary tables and dropped columns are omitted.',
		'PostgreSQL does not store when a table was changed, so last_updated_time is empty.',
		'A connection has one database. Run the query in each database, and upload each file to an integration of its own.',
	],
	// Into a file, psql writes the encoding of the database.
	commands: (files, options) => [psqlCommand(files, options, ['client_encoding=UTF8'])],
	query,
};

function query(options: QueryOptions): string {
	const dialect = postgresqlDialect;
	const found = `SELECT
  current_database()::text AS database_name,
  n.nspname::text AS schema_name,
  t.relname::text AS table_name,
  obj_description(t.oid, 'pg_class') AS table_description,
  CASE WHEN t.relkind IN ('v', 'm') THEN 'true' ELSE 'false' END AS table_is_view,
  '' AS last_updated,
  c.attname::text AS column_name,
  col_description(t.oid, c.attnum) AS column_description,
  format_type(c.atttypid, c.atttypmod) AS column_type,
  c.attnum AS column_position
FROM pg_catalog.pg_class AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
JOIN pg_catalog.pg_attribute AS c ON c.attrelid = t.oid
${where([
	"t.relkind IN ('r', 'v', 'm', 'f', 'p')",
	'NOT t.relispartition',
	"t.relpersistence <> 't'",
	'c.attnum > 0',
	'NOT c.attisdropped',
	"n.nspname <> 'information_schema'",
	"n.nspname !~ '^pg_'",
	...filters(dialect, options, {
		database: 'current_database()',
		schema: 'n.nspname::text',
		column: 'c.attname::text',
	}),
])}`;
	return buildQuery({dialect, caseSensitive: ['schema', 'table'], found}, options);
}
