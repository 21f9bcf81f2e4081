import {buildQuery, where} from '../build-query.ts';
import {clickhouseDialect} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

const defaultSchema = 'default';

export const clickhouse: Warehouse = {
	title: 'ClickHouse',
	tried: 'engines',
	database: 'filter',
	databaseDefault: 'all databases',
	schema: 'constant',
	schemaDefault: defaultSchema,
	hasRegion: false,
	client: 'clickhouse-client',
	notes: [
		`ClickHouse has databases and no schemas, so the schema is the constant ${defaultSchema}: set it with --schema.`,
		'Temporary tables, and the tables in which ClickHouse stores materialized views (.inner. and .inner_id.), are omitted.',
		'last_updated_time is the last change of the definition.',
	],
	commands: ({query, csv}) => [
		`clickhouse-client --host=<host> --user=<user> --password --format=CSVWithNames --queries-file=${query} > ${csv}`,
	],
	query,
};

function query(options: QueryOptions): string {
	const dialect = clickhouseDialect;
	const [schema = defaultSchema] = options.schemas;
	const found = `SELECT
  t.database AS database_name,
  ${dialect.literal(schema)} AS schema_name,
  t.name AS table_name,
  t.comment AS table_description,
  if(t.engine IN ('View', 'MaterializedView', 'LiveView', 'WindowView'), 'true', 'false') AS table_is_view,
  toString(toUnixTimestamp(t.metadata_modification_time)) AS last_updated,
  c.name AS column_name,
  c.comment AS column_description,
  c.type AS column_type,
  c.position AS column_position
FROM system.tables AS t
INNER JOIN system.columns AS c ON c.database = t.database AND c.table = t.name
${where([
	'NOT t.is_temporary',
	"t.database NOT IN ('system', 'information_schema', 'INFORMATION_SCHEMA')",
	"NOT startsWith(t.name, '.inner')",
	...filters(dialect, options, {database: 't.database', column: 'c.name'}),
])}`;
	return buildQuery({dialect, caseSensitive: ['database', 'table'], found}, options);
}
