import {buildQuery, where} from '../build-query.ts';
import {sqlServerDialect} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

export const sqlserver: Warehouse = {
	title: 'SQL Server',
	tried: 'not-run',
	database: 'one',
	databaseDefault: 'the database of the connection',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'Invoke-Sqlcmd in PowerShell: sqlcmd does not quote cells',
	notes: [
		'SQL Server 2016 or newer, and Azure SQL. Azure SQL Database reads no other database than that of the connection: omit --database.',
		'Descriptions are the extended property MS_Description of tables, views and columns.',
		'last_updated_time is the last change of the definition. It is converted to UTC with the current offset of the server.',
		'Hidden columns of graph and temporal tables, and system objects such as sysdiagrams, are omitted.',
	],
	commands: ({query, csv}, {database}) => [
		`Invoke-Sqlcmd -ServerInstance <server> -Database ${database === undefined ? '<database>' : powerShellWord(database)} -InputFile ${inPowerShell(query)} -DisableVariables -MaxCharLength 1000000 | Export-Csv -NoTypeInformation -Encoding utf8 ${inPowerShell(csv)}`,
	],
	query,
};

/** Quotes a text as one word of PowerShell, in which typographic quotes are quotes too. */
function powerShellWord(text: string): string {
	return /^\w+$/.test(text) ? text : `'${text.replaceAll(/['\u2018-\u201B]/g, '$&$&')}'`;
}

/** Translates a word of a POSIX shell: an apostrophe in quotes is doubled. */
function inPowerShell(word: string): string {
	return word.replaceAll(`'\\''`, "''");
}

/** Type names with their lengths: nchar and nvarchar have two bytes for a character. */
const typeName = `CASE
    WHEN y.name IN ('varchar', 'char', 'varbinary', 'binary') AND c.max_length = -1 THEN CONCAT(y.name, '(max)')
    WHEN y.name IN ('nvarchar', 'nchar') AND c.max_length = -1 THEN CONCAT(y.name, '(max)')
    WHEN y.name IN ('varchar', 'char', 'varbinary', 'binary') THEN CONCAT(y.name, '(', c.max_length, ')')
    WHEN y.name IN ('nvarchar', 'nchar') THEN CONCAT(y.name, '(', c.max_length / 2, ')')
    WHEN y.name IN ('decimal', 'numeric') THEN CONCAT(y.name, '(', c.precision, ',', c.scale, ')')
    WHEN y.name IN ('datetime2', 'datetimeoffset', 'time') THEN CONCAT(y.name, '(', c.scale, ')')
    ELSE y.name
  END`;

function query(options: QueryOptions): string {
	const {database} = options;
	const dialect = sqlServerDialect;
	const sys = database === undefined ? 'sys' : `${dialect.identifier(database)}.sys`;
	// The names of a server can ignore case; the order of their bytes does not depend on it.
	const name = (expression: string) => `${expression} COLLATE Latin1_General_100_BIN2`;
	const found = `SELECT
  ${name(database === undefined ? 'DB_NAME()' : dialect.literal(database))} AS database_name,
  ${name('s.name')} AS schema_name,
  ${name('t.name')} AS table_name,
  CAST(td.value AS nvarchar(4000)) AS table_description,
  CASE WHEN t.type = 'V' THEN 'true' ELSE 'false' END AS table_is_view,
  CAST(DATEDIFF_BIG(
    SECOND, '1970-01-01', DATEADD(MINUTE, DATEDIFF(MINUTE, GETDATE(), GETUTCDATE()), t.modify_date)
  ) AS varchar(20)) AS last_updated,
  ${name('c.name')} AS column_name,
  CAST(cd.value AS nvarchar(4000)) AS column_description,
  ${typeName} AS column_type,
  c.column_id AS column_position
FROM ${sys}.objects AS t
JOIN ${sys}.schemas AS s ON s.schema_id = t.schema_id
JOIN ${sys}.columns AS c ON c.object_id = t.object_id
JOIN ${sys}.types AS y ON y.user_type_id = c.user_type_id
LEFT JOIN ${sys}.extended_properties AS td
  ON td.class = 1 AND td.major_id = t.object_id AND td.minor_id = 0 AND td.name = 'MS_Description'
LEFT JOIN ${sys}.extended_properties AS cd
  ON cd.class = 1 AND cd.major_id = t.object_id AND cd.minor_id = c.column_id AND cd.name = 'MS_Description'
${where([
	"t.type IN ('U', 'V')",
	't.is_ms_shipped = 0',
	'c.is_hidden = 0',
	`NOT EXISTS (
    SELECT 1 FROM ${sys}.extended_properties AS p
    WHERE p.class = 1 AND p.major_id = t.object_id AND p.minor_id = 0 AND p.name = 'microsoft_database_tools_support'
  )`,
	...filters(dialect, options, {schema: 's.name', column: 'c.name'}),
])}`;
	return buildQuery({dialect, caseSensitive: ['schema', 'table'], found}, options);
}
