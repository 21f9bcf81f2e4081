import {trim} from '../values/trim.ts';

/** The fields, in the documented order [doc]. */
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

/** The fields that identify a resource: all are required, and periods are not allowed [doc]. */
export const nameFields = ['col_name', 'database', 'schema', 'name'] as const satisfies readonly Field[];

/** Alternative labels of fields. */
const aliases: ReadonlyMap<string, Field> = new Map([
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

/** Returns the field for a header label, or `undefined`. Ignores case and surrounding white space. */
export function fieldOfLabel(label: string): Field | undefined {
	const name = trim(label).toLowerCase();
	return fields.find(field => field === name) ?? aliases.get(name);
}

export function isField(name: string): name is Field {
	return fields.some(field => field === name);
}
