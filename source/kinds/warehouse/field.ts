import {foldLabel} from '../header.ts';

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

/** The fields of free text for people. */
export const descriptionFields = ['col_description', 'description'] as const satisfies readonly Field[];

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

/** Returns the field for a header label, or `undefined`. */
export function fieldOfLabel(label: string): Field | undefined {
	return fieldNamed(foldLabel(label));
}

/**
Returns the field for each label of a header. Beside the labels of a table, `name` and `description` are those of a column, unless
another label is, or the user has mapped one to the field (`taken`).
*/
export function fieldsOfLabels(
	labels: readonly string[],
	taken: ReadonlySet<Field> = new Set(),
): ReadonlyArray<Field | undefined> {
	const names = labels.map(foldLabel);
	const found = names.map(fieldNamed);
	const isFree = (field: Field) => !taken.has(field) && !found.includes(field);
	const isColumnName = isFree('col_name') && (names.includes('table_name') || names.includes('table'));
	const isColumnDescription = isFree('col_description') && names.includes('table_description');
	return names.map((name, at) => {
		if (name === 'name' && isColumnName) return 'col_name';
		return name === 'description' && isColumnDescription ? 'col_description' : found[at];
	});
}

function fieldNamed(name: string): Field | undefined {
	return fields.find(field => field === name) ?? aliases.get(name);
}

export function isField(name: string): name is Field {
	return fields.some(field => field === name);
}
