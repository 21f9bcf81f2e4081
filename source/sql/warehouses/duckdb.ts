import {buildQuery, where} from '../build-query.ts';
import {standard} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

export const duckdb: Warehouse = {
	title: 'DuckDB',
	tried: 'tests',
	database: 'filter',
	databaseDefault: 'all attached databases',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'duckdb',
	notes: [
		'DuckDB 1.1 or newer, for comments of views. The database has the name of its file without the extension.',
		'DuckDB does not store when a table was changed, so last_updated_time is empty.',
	],
	commands: ({query, csv}) => [`duckdb -csv <file> < ${query} > ${csv}`],
	query,
};

function query(options: QueryOptions): string {
	const dialect = standard;
	const relations = `SELECT database_name, schema_name, table_oid, table_name, comment, 'false' AS is_view
FROM duckdb_tables()
WHERE NOT internal AND NOT temporary
UNION ALL
SELECT database_name, schema_name, view_oid, view_name, comment, 'true'
FROM duckdb_views()
WHERE NOT internal AND NOT temporary`;
	const found = `SELECT
  t.database_name AS database_name,
  t.schema_name AS schema_name,
  t.table_name AS table_name,
  t.comment AS table_description,
  t.is_view AS table_is_view,
  '' AS last_updated,
  c.column_name AS column_name,
  c.comment AS column_description,
  c.data_type AS column_type,
  c.column_index AS column_position
FROM relations AS t
JOIN duckdb_columns() AS c
  ON c.database_name = t.database_name AND c.schema_name = t.schema_name AND c.table_oid = t.table_oid
${where([
	"t.schema_name NOT IN ('information_schema', 'pg_catalog')",
	...filters(dialect, options, {
		database: 't.database_name',
		schema: 't.schema_name',
		column: 'c.column_name',
	}),
])}`;
	return buildQuery({dialect, caseSensitive: [], named: [['relations', relations]], found}, options);
}
