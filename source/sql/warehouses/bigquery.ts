import {buildQuery, where} from '../build-query.ts';
import {backticksAndBackslash} from '../dialect.ts';
import {filters} from '../filters.ts';
import {isWildcard, type QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

const dialect = backticksAndBackslash;

export const bigquery: Warehouse = {
	title: 'BigQuery',
	tried: 'not-run',
	database: 'one',
	databaseDefault: 'the current project',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: true,
	client: 'bq',
	notes: [
		'The database is the project, a schema is a dataset. The query reads one region (--region, default us), or, without --region, the datasets that --schema names.',
		'Tables that are sharded by date, such as events_20251125, become one table events_* with the columns of the newest shard. Otherwise each day would be a new page.',
		'Only top-level columns: names of nested fields have periods, which a CSV upload does not allow.',
		'BigQuery has no time of the last change in these views, so last_updated_time is empty.',
	],
	commands: ({query, csv}) => [`bq query --use_legacy_sql=false --format=csv --max_rows=10000000 < ${query} > ${csv}`],
	query,
};

function query(options: QueryOptions): string {
	const view = (name: string) => unionOf(name, options);
	const tables = `SELECT
  table_catalog, table_schema, table_name, table_type,
  IF(
    REGEXP_CONTAINS(table_name, r'_[0-9]{8}$') AND SAFE.PARSE_DATE('%Y%m%d', RIGHT(table_name, 8)) IS NOT NULL,
    CONCAT(LEFT(table_name, LENGTH(table_name) - 8), '*'),
    table_name
  ) AS page_name
FROM ${view('TABLES')}
WHERE NOT STARTS_WITH(table_schema, '_')`;
	const newest = `SELECT
  table_catalog, table_schema, table_name, table_type, page_name,
  ROW_NUMBER() OVER (PARTITION BY table_catalog, table_schema, page_name ORDER BY table_name DESC) AS shard
FROM tables`;
	// The descriptions are in COLUMN_FIELD_PATHS, which does not have the columns of external tables.
	const found = `SELECT
  t.table_catalog AS database_name,
  t.table_schema AS schema_name,
  t.page_name AS table_name,
  COALESCE(SAFE.JSON_VALUE(o.option_value, '$'), o.option_value) AS table_description,
  IF(t.table_type IN ('VIEW', 'MATERIALIZED VIEW'), 'true', 'false') AS table_is_view,
  '' AS last_updated,
  c.column_name AS column_name,
  p.description AS column_description,
  c.data_type AS column_type,
  c.ordinal_position AS column_position
FROM newest AS t
JOIN ${view('COLUMNS')} AS c
  ON c.table_catalog = t.table_catalog
  AND c.table_schema = t.table_schema
  AND c.table_name = t.table_name
LEFT JOIN ${view('COLUMN_FIELD_PATHS')} AS p
  ON p.table_catalog = c.table_catalog
  AND p.table_schema = c.table_schema
  AND p.table_name = c.table_name
  AND p.field_path = c.column_name
LEFT JOIN ${view('TABLE_OPTIONS')} AS o
  ON o.table_catalog = t.table_catalog
  AND o.table_schema = t.table_schema
  AND o.table_name = t.table_name
  AND o.option_name = 'description'
${where([
	't.shard = 1',
	"c.is_hidden = 'NO'",
	...filters(dialect, options, {schema: 't.table_schema', column: 'c.column_name'}),
])}`;
	return buildQuery(
		{
			dialect,
			caseSensitive: ['schema', 'table'],
			named: [
				['tables', tables],
				['newest', newest],
			],
			found,
		},
		options,
	);
}

/** Returns a view of INFORMATION_SCHEMA: that of a region, or those of the datasets. */
function unionOf(view: string, {database, region, schemas}: QueryOptions): string {
	const project = database === undefined ? [] : [dialect.identifier(database)];
	const path = (qualifier: string) => [...project, dialect.identifier(qualifier), 'INFORMATION_SCHEMA', view].join('.');
	if (region !== undefined || schemas.length === 0 || schemas.some(isWildcard)) return path(`region-${region ?? 'us'}`);
	const [first = '', ...others] = schemas;
	if (others.length === 0) return path(first);
	return `(${schemas.map(schema => `SELECT * FROM ${path(schema)}`).join(' UNION ALL ')})`;
}
