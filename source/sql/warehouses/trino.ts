import {buildQuery, where} from '../build-query.ts';
import {standard} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

export const trino: Warehouse = {
	title: 'Trino',
	tried: 'not-run',
	database: 'one',
	databaseDefault: 'all catalogs',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'Trino CLI',
	notes: [
		'The database is the catalog. Without --database, Trino asks every catalog, and fails if one of them does not answer.',
		'Materialized views are views. The tables in which Trino stores them are omitted.',
		'Trino does not show when a table was changed, so last_updated_time is empty.',
	],
	commands: ({query, csv}) => [
		`trino --server=<address> --user=<user> --output-format=CSV_HEADER --file=${query} > ${csv}`,
	],
	query,
};

function query(options: QueryOptions): string {
	const {database} = options;
	const dialect = standard;
	// Each source has the condition, so that Trino asks one catalog only.
	const inCatalog = (column: string) =>
		database === undefined ? `${column} <> 'system'` : `${column} = ${dialect.literal(database)}`;
	const relations = `SELECT table_cat, table_schem, table_name, table_type
FROM system.jdbc.tables
WHERE ${inCatalog('table_cat')}`;
	const comments = `SELECT catalog_name, schema_name, table_name, comment
FROM system.metadata.table_comments
WHERE ${inCatalog('catalog_name')}`;
	const materialized = `SELECT catalog_name, schema_name, name, storage_catalog, storage_schema, storage_table
FROM system.metadata.materialized_views
WHERE ${inCatalog('catalog_name')}`;
	const found = `SELECT
  t.table_cat AS database_name,
  t.table_schem AS schema_name,
  t.table_name AS table_name,
  d.comment AS table_description,
  CASE WHEN t.table_type = 'VIEW' OR m.name IS NOT NULL THEN 'true' ELSE 'false' END AS table_is_view,
  '' AS last_updated,
  c.column_name AS column_name,
  c.remarks AS column_description,
  c.type_name AS column_type,
  c.ordinal_position AS column_position
FROM relations AS t
JOIN system.jdbc.columns AS c
  ON c.table_cat = t.table_cat AND c.table_schem = t.table_schem AND c.table_name = t.table_name
LEFT JOIN comments AS d
  ON d.catalog_name = t.table_cat AND d.schema_name = t.table_schem AND d.table_name = t.table_name
LEFT JOIN materialized AS m
  ON m.catalog_name = t.table_cat AND m.schema_name = t.table_schem AND m.name = t.table_name
LEFT JOIN materialized AS s
  ON s.storage_catalog = t.table_cat AND s.storage_schema = t.table_schem AND s.storage_table = t.table_name
${where([
	inCatalog('c.table_cat'),
	"t.table_schem <> 'information_schema'",
	's.name IS NULL',
	...filters(dialect, options, {schema: 't.table_schem', column: 'c.column_name'}),
])}`;
	return buildQuery(
		{
			dialect,
			caseSensitive: [],
			named: [
				['relations', relations],
				['comments', comments],
				['materialized', materialized],
			],
			found,
		},
		options,
	);
}
