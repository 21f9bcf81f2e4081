import {buildQuery, where} from '../build-query.ts';
import {standard} from '../dialect.ts';
import {filters} from '../filters.ts';
import type {QueryOptions} from '../query-options.ts';
import type {Warehouse} from '../warehouse.ts';

export const oracle: Warehouse = {
	title: 'Oracle',
	tried: 'not-run',
	database: 'constant',
	databaseDefault: 'the name of the database',
	schema: 'filter',
	schemaDefault: 'all',
	hasRegion: false,
	client: 'SQL*Plus 12.2 or newer',
	notes: [
		'Oracle 12.1 or newer. A schema is the owner of tables. The schemas of Oracle itself are omitted.',
		'The query shows what the user can read. A user with SELECT ANY DICTIONARY can use the views DBA_ in place of ALL_.',
		'Materialized views are also in the list of tables. They are views here. Tables in the recycle bin (BIN$), logs of materialized views, temporary tables, and tables with generated names are omitted.',
		'last_updated_time is the last change of the definition. It is converted to UTC with the current offset of the server.',
	],
	commands: ({query, csv}) => [
		`printf '%s\\n' 'set feedback off' 'set define off' 'set markup csv on' ${startOf(query)} exit > run.sql`,
		`NLS_LANG=.AL32UTF8 sqlplus -S <user>@<service> @run.sql > ${csv}`,
	],
	query,
};

/** Returns the command that starts a script, as a word of a shell. SQL*Plus needs quotes around a name that a shell needs them for. */
function startOf(query: string): string {
	return /^\$?'/.test(query) ? `'@"'${query}'"'` : `@${query}`;
}

const typeName = `CASE
    WHEN c.data_type IN ('CHAR', 'VARCHAR2', 'NCHAR', 'NVARCHAR2') THEN c.data_type || '(' || c.char_length || ')'
    WHEN c.data_type = 'RAW' THEN c.data_type || '(' || c.data_length || ')'
    WHEN c.data_type = 'NUMBER' AND c.data_precision IS NOT NULL AND c.data_scale > 0
      THEN c.data_type || '(' || c.data_precision || ',' || c.data_scale || ')'
    WHEN c.data_type = 'NUMBER' AND c.data_precision IS NOT NULL THEN c.data_type || '(' || c.data_precision || ')'
    ELSE c.data_type
  END`;

function query(options: QueryOptions): string {
	const {database} = options;
	const dialect = standard;
	// Names are joined as they are: upper() would join a quoted name with another.
	const found = `SELECT
  ${database === undefined ? "SYS_CONTEXT('USERENV', 'DB_NAME')" : dialect.literal(database)} AS database_name,
  t.owner AS schema_name,
  t.object_name AS table_name,
  CASE WHEN m.mview_name IS NULL THEN td.comments ELSE md.comments END AS table_description,
  CASE WHEN t.object_type = 'VIEW' OR m.mview_name IS NOT NULL THEN 'true' ELSE 'false' END AS table_is_view,
  TO_CHAR(ROUND((
    t.last_ddl_time - (SYSDATE - CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE)) - DATE '1970-01-01'
  ) * 86400)) AS last_updated,
  c.column_name AS column_name,
  cd.comments AS column_description,
  ${typeName} AS column_type,
  c.column_id AS column_position
FROM all_objects t
JOIN all_users u ON u.username = t.owner
JOIN all_tab_columns c ON c.owner = t.owner AND c.table_name = t.object_name
LEFT JOIN all_mviews m ON m.owner = t.owner AND m.mview_name = t.object_name
LEFT JOIN all_mview_comments md ON md.owner = t.owner AND md.mview_name = t.object_name
LEFT JOIN all_tab_comments td
  ON td.owner = t.owner AND td.table_name = t.object_name AND td.table_type = t.object_type
LEFT JOIN all_col_comments cd
  ON cd.owner = c.owner AND cd.table_name = c.table_name AND cd.column_name = c.column_name
${where([
	"t.object_type IN ('TABLE', 'VIEW')",
	"t.temporary = 'N'",
	"t.generated = 'N'",
	"t.secondary = 'N'",
	"u.oracle_maintained = 'N'",
	"t.object_name NOT LIKE 'BIN$%'",
	"t.object_name NOT LIKE 'MLOG$!_%' ESCAPE '!'",
	"t.object_name NOT LIKE 'RUPD$!_%' ESCAPE '!'",
	...filters(dialect, options, {schema: 't.owner', column: 'c.column_name'}),
])}`;
	return buildQuery({dialect, caseSensitive: ['schema', 'table'], found}, options);
}
