import type {Dialect} from './dialect.ts';
import type {QueryOptions} from './query-options.ts';

/** A level at which two names of the warehouse can differ only in case. */
type Level = 'database' | 'schema' | 'table';

export type QueryParts = {
	readonly dialect: Dialect;
	readonly caseSensitive: readonly Level[];
	/** Named queries that `found` uses, in order. */
	readonly named?: ReadonlyArray<readonly [name: string, select: string]>;
	/**
	A query with a row for each column of the warehouse: database_name, schema_name, table_name, table_description, table_is_view,
	last_updated, column_name, column_description, column_type and column_position. Descriptions, type and time can be NULL.
	*/
	readonly found: string;
};

/** Returns the query with the ten fields of an upload. */
export function buildQuery({dialect, caseSensitive, named = [], found}: QueryParts, options: QueryOptions): string {
	const lowered = (level: Level, name: string, scope: readonly string[]) =>
		caseSensitive.includes(level) ? lowerIfUnique(dialect, name, scope) : dialect.lower(name);
	const isLower = options.nameCase === 'lower';
	const fields = outputFields({
		column: isLower ? dialect.lower('column_name') : 'column_name',
		database: isLower ? lowered('database', 'database_name', []) : 'database_name',
		schema: isLower ? lowered('schema', 'schema_name', ['database_name']) : 'schema_name',
		table: isLower ? lowered('table', 'table_name', ['database_name', 'schema_name']) : 'table_name',
	});
	return [
		withQueries([...named, ['found', found]]),
		selectFields(dialect, fields),
		'FROM found',
		`ORDER BY ${order('')};`,
	].join('\n');
}

/** Returns a WITH clause. */
export function withQueries(named: ReadonlyArray<readonly [name: string, select: string]>): string {
	return `WITH ${named.map(([name, select]) => `${name} AS (\n${indent(select)}\n)`).join(', ')}`;
}

/** Returns the order of rows: two exports can be compared line by line. */
export function order(prefix: string): string {
	return ['database_name', 'schema_name', 'table_name', 'column_position', 'column_name']
		.map(name => prefix + name)
		.join(', ');
}

/** Returns the expressions of the ten fields, by header. */
export function outputFields(
	names: Readonly<Record<Level | 'column', string>>,
	prefix = '',
): ReadonlyArray<readonly [header: string, expression: string]> {
	const orEmpty = (column: string) => `COALESCE(${prefix}${column}, '')`;
	return [
		['col_name', names.column],
		['col_description', orEmpty('column_description')],
		['col_type', orEmpty('column_type')],
		['sort_order', `${prefix}column_position`],
		['database', names.database],
		['schema', names.schema],
		['name', names.table],
		['description', orEmpty('table_description')],
		['is_view', `${prefix}table_is_view`],
		['last_updated_time', orEmpty('last_updated')],
	];
}

/** Returns a SELECT clause whose columns have the headers as names. */
export function selectFields(
	dialect: Dialect,
	fields: ReadonlyArray<readonly [header: string, expression: string]>,
): string {
	return `SELECT\n${fields.map(([header, expression]) => `  ${expression} AS ${dialect.identifier(header)}`).join(',\n')}`;
}

/** Returns conditions as a WHERE clause. */
export function where(conditions: readonly string[]): string {
	return `WHERE ${conditions.join('\n  AND ')}`;
}

/** Returns a name in lower case, unless another name in the scope differs only in case: the two would become one page. */
function lowerIfUnique({lower}: Dialect, name: string, scope: readonly string[]): string {
	const over = `OVER (PARTITION BY ${[...scope, lower(name)].join(', ')})`;
	return `CASE
    WHEN MIN(${name}) ${over}
      = MAX(${name}) ${over}
    THEN ${lower(name)} ELSE ${name}
  END`;
}

function indent(text: string): string {
	return text.replace(/^/gm, '  ');
}
