import {buildQuery, where} from '../build-query.ts';
import {standard} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

const defaultDatabase = 'sqlite';
const defaultSchema = 'main';

export const sqlite: Warehouse = {
	title: 'SQLite',
	tried: 'tests',
	database: 'constant',
	databaseDefault: defaultDatabase,
	schema: 'constant',
	schemaDefault: defaultSchema,
	hasRegion: false,
	client: 'sqlite3',
	notes: [
		`SQLite 3.37 or newer. A file has no databases and schemas, so they are the constants ${defaultDatabase} and ${defaultSchema}: set them with --database and --schema.`,
		'SQLite has no comments, and does not store when a table was changed: the descriptions and last_updated_time are empty.',
		'Temporary tables, and the tables in which extensions such as full-text search store their data, are omitted.',
	],
	commands: ({query, csv}) => [`sqlite3 -csv -header <file> < ${query} > ${csv}`],
	query,
};

function query(options: QueryOptions): string {
	const {database = defaultDatabase} = options;
	const dialect = standard;
	const [schema = defaultSchema] = options.schemas;
	const found = `SELECT
  ${dialect.literal(database)} AS database_name,
  ${dialect.literal(schema)} AS schema_name,
  t.name AS table_name,
  '' AS table_description,
  CASE WHEN t.type = 'view' THEN 'true' ELSE 'false' END AS table_is_view,
  '' AS last_updated,
  c.name AS column_name,
  '' AS column_description,
  c.type AS column_type,
  c.cid + 1 AS column_position
FROM sqlite_schema AS t
JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = t.name AND l.type <> 'shadow'
JOIN pragma_table_xinfo(t.name, 'main') AS c
${where([
	"t.type IN ('table', 'view')",
	"t.name NOT LIKE 'sqlite!_%' ESCAPE '!'",
	// 1 is a hidden column of a virtual table, 2 and 3 are generated columns.
	'c.hidden <> 1',
	...filters(dialect, options, {column: 'c.name'}),
])}`;
	return buildQuery({dialect, caseSensitive: [], found}, options);
}
