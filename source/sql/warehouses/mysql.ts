import {buildQuery, where} from '../build-query.ts';
import {mysqlDialect} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

const notes = [
	'The schema is what the server calls a database. The server has no level above it, so the database is a constant: set it with --database.',
	'The client writes columns separated by tabs, with escapes. Perl makes a CSV of them. Workbench and other programs can export a CSV directly.',
	'The comment of a view is not one that a person wrote (VIEW, or an error), so views have no description.',
];

export const mysql: Warehouse = {
	title: 'MySQL',
	tried: 'not-run',
	database: 'constant',
	databaseDefault: 'mysql',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'mysql',
	notes: ['MySQL 8 or newer.', ...notes],
	commands: ({query, csv}) => [command('mysql', query, csv)],
	query: options => query(options, 'mysql'),
};

export const mariadb: Warehouse = {
	...mysql,
	title: 'MariaDB',
	tried: 'engines',
	databaseDefault: 'mariadb',
	client: 'mariadb',
	notes: ['MariaDB 10.2 or newer. Sequences are omitted.', ...notes],
	commands: ({query, csv}) => [command('mariadb', query, csv)],
	query: options => query(options, 'mariadb'),
};

/** Quotes each cell, and then replaces the escapes of the client. */
const toCsv = `s/"/""/g; s/\\t/","/g; s/^/"/; s/$/"/; s/\\\\(.)/$1 eq "n" ? "\\n" : $1 eq "t" ? "\\t" : $1/ge`;

function command(client: string, query: string, csv: string): string {
	return `${client} --host=<host> --user=<user> --password --batch --default-character-set=utf8mb4 < ${query} | perl -pe '${toCsv}' > ${csv}`;
}

function query(options: QueryOptions, database: string): string {
	const dialect = mysqlDialect;
	// The views ignore case when they compare names, but most servers do not.
	const name = (column: string) => `CONVERT(${column} USING utf8mb4) COLLATE utf8mb4_bin`;
	const found = `SELECT
  CONVERT(${dialect.literal(options.database ?? database)} USING utf8mb4) COLLATE utf8mb4_bin AS database_name,
  ${name('t.TABLE_SCHEMA')} AS schema_name,
  ${name('t.TABLE_NAME')} AS table_name,
  CASE WHEN t.TABLE_TYPE = 'VIEW' THEN '' ELSE t.TABLE_COMMENT END AS table_description,
  CASE WHEN t.TABLE_TYPE = 'VIEW' THEN 'true' ELSE 'false' END AS table_is_view,
  CAST(FLOOR(UNIX_TIMESTAMP(COALESCE(t.UPDATE_TIME, t.CREATE_TIME))) AS CHAR) AS last_updated,
  ${name('c.COLUMN_NAME')} AS column_name,
  c.COLUMN_COMMENT AS column_description,
  c.COLUMN_TYPE AS column_type,
  c.ORDINAL_POSITION AS column_position
FROM information_schema.TABLES AS t
JOIN information_schema.COLUMNS AS c
  ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME
  AND ${name('c.TABLE_SCHEMA')} = ${name('t.TABLE_SCHEMA')}
  AND ${name('c.TABLE_NAME')} = ${name('t.TABLE_NAME')}
${where([
	"t.TABLE_TYPE IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')",
	"t.TABLE_SCHEMA NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')",
	...filters(dialect, options, {schema: 't.TABLE_SCHEMA', column: 'c.COLUMN_NAME'}),
])}`;
	return buildQuery({dialect, caseSensitive: ['schema', 'table'], found}, options);
}
