/** The columns that Secoda knows, in the documented order [doc]. */
export const fields = [
	'col_name',
	'col_description',
	'col_type',
	'sort_order',
	'database',
	'schema',
	'name',
	'description',
	'is_view',
	'last_updated_time',
] as const;

export type Field = (typeof fields)[number];

/** The fields that name a resource: all are required, none may hold a period [doc]. */
export const nameFields = ['col_name', 'database', 'schema', 'name'] as const satisfies readonly Field[];

/** Other header names that mean the same field. */
export const aliases: ReadonlyMap<string, Field> = new Map([
	['column_name', 'col_name'],
	['column_description', 'col_description'],
	['comment', 'col_description'],
	['data_type', 'col_type'],
	['type', 'col_type'],
	['col_sort_order', 'sort_order'],
	['ordinal_position', 'sort_order'],
	['table_catalog', 'database'],
	['database_name', 'database'],
	['table_schema', 'schema'],
	['schema_name', 'schema'],
	['table_name', 'name'],
	['table', 'name'],
	['table_description', 'description'],
	['view', 'is_view'],
	['last_altered', 'last_updated_time'],
]);

/** The field that a header cell means, or `undefined`. Case and white space around it do not count. */
export function fieldOfLabel(label: string): Field | undefined {
	const name = trim(label).toLowerCase();
	return fields.find(field => field === name) ?? aliases.get(name);
}

/** Removes ASCII white space at both ends, and nothing else. */
export function trim(value: string): string {
	let start = 0;
	let end = value.length;
	while (start < end && isSpace(value.charCodeAt(start))) start++;
	while (end > start && isSpace(value.charCodeAt(end - 1))) end--;
	return start === 0 && end === value.length ? value : value.slice(start, end);
}

function isSpace(code: number): boolean {
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

const nullMarks = new Set(['', 'none', 'null', 'na', 'n/a', 'nan', '\\n']);

/** Whether a trimmed value stands for "nothing". */
export function isNullMark(trimmed: string): boolean {
	return trimmed.length <= 4 && nullMarks.has(trimmed.toLowerCase());
}
