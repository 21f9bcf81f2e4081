import {buildQuery, where} from '../build-query.ts';
import {backticks} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

export const databricks: Warehouse = {
	title: 'Databricks',
	tried: 'not-run',
	database: 'filter',
	databaseDefault: 'all catalogs',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'Databricks SQL CLI',
	notes: [
		'Start dbsqlcli once before: its first start only creates its settings file. It is not developed any more, so the SQL editor, which can download a CSV, is an alternative.',
		'The database is the catalog of Unity Catalog. The query shows what the user can read.',
		'hive_metastore is not in system.information_schema, so its tables are omitted.',
		'Views, materialized views and metric views are views. Streaming tables are tables.',
	],
	commands: ({query, csv}) => [`dbsqlcli -e ${query} --table-format csv > ${csv}`],
	query,
};

function query(options: QueryOptions): string {
	const dialect = backticks;
	const found = `SELECT
  t.table_catalog AS database_name,
  t.table_schema AS schema_name,
  t.table_name AS table_name,
  t.comment AS table_description,
  CASE WHEN t.table_type IN ('VIEW', 'MATERIALIZED_VIEW', 'METRIC_VIEW') THEN 'true' ELSE 'false' END AS table_is_view,
  CAST(UNIX_TIMESTAMP(t.last_altered) AS STRING) AS last_updated,
  c.column_name AS column_name,
  c.comment AS column_description,
  c.full_data_type AS column_type,
  c.ordinal_position AS column_position
FROM system.information_schema.tables AS t
JOIN system.information_schema.columns AS c
  ON c.table_catalog = t.table_catalog
  AND c.table_schema = t.table_schema
  AND c.table_name = t.table_name
${where([
	"t.table_schema <> 'information_schema'",
	"t.table_catalog NOT IN ('system', 'samples', '__databricks_internal')",
	...filters(dialect, options, {
		database: 't.table_catalog',
		schema: 't.table_schema',
		column: 'c.column_name',
	}),
])}`;
	return buildQuery({dialect, caseSensitive: [], found}, options);
}
