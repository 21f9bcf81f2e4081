import type {JsonColumn} from '../../records/jsonl/json-columns.ts';
import {type EndKey, endKeys} from './end-type.ts';

/** Where the values of one end of an edge are, as columns. */
export type EndColumns = {
	/** The key of its identifier. */
	readonly field: 'from_identifier' | 'to_identifier';
	/** The column of the identifier as a whole. */
	readonly identifier: number;
	readonly type: number;
	readonly keys: Readonly<Record<EndKey, number>>;
	/** The column of its id in the older form of an edge. */
	readonly oldId: number;
};

const identifiers = ['from_identifier', 'to_identifier'] as const;
const innerKeys: readonly string[] = ['databuilder_id', 'type', ...endKeys.filter(key => key !== 'databuilder_id')];
const oldIds = ['from_databuilder_id', 'to_databuilder_id'] as const;

/** The keys of an edge: first those of its identifiers, by which screens show an edge, the id of a resource before all [doc]. */
export const lineageColumns: readonly JsonColumn[] = [
	...identifiers.flatMap(key => innerKeys.map((inner): JsonColumn => ({key, inner, type: 'string'}))),
	...oldIds.map((key): JsonColumn => ({key, type: 'string'})),
	...identifiers.map((key): JsonColumn => ({key, type: 'object'})),
];

/** The fields: `from_identifier`, `from_identifier.type`, … */
export const fields: readonly string[] = lineageColumns.map(({key, inner}) =>
	inner === undefined ? key : `${key}.${inner}`,
);

function endColumns(end: 0 | 1): EndColumns {
	const field = identifiers[end];
	const columnOf = (key: EndKey) => fields.indexOf(`${field}.${key}`);
	return {
		field,
		identifier: fields.indexOf(field),
		type: fields.indexOf(`${field}.type`),
		keys: {
			databuilder_id: columnOf('databuilder_id'),
			table: columnOf('table'),
			column: columnOf('column'),
			cluster: columnOf('cluster'),
			database: columnOf('database'),
			schema: columnOf('schema'),
			sql: columnOf('sql'),
		},
		oldId: fields.indexOf(oldIds[end]),
	};
}

/** The ends of an edge: where it comes from, and where it goes to. */
export const source = endColumns(0);
export const target = endColumns(1);

/** Returns the field with the id of an end. */
export function fieldOfId({field, oldId}: EndColumns, form: 'today' | 'old'): string {
	return form === 'old' ? (fields[oldId] ?? field) : `${field}.databuilder_id`;
}

/** Returns the field that reports name: an identifier for its keys, and for the id of the older form. */
export function reportedField(field: string): string {
	if (field === fields[source.oldId]) return source.field;
	return field === fields[target.oldId] ? target.field : (field.split('.', 1)[0] ?? field);
}

/** Returns the field of a label, which is the field itself. */
export function fieldOfLabel(label: string): string | undefined {
	return fields.find(field => field === label);
}

const descriptions: Readonly<Record<string, string>> = {
	from_identifier: 'the source of the data',
	to_identifier: 'the target of the data',
	type: 'the type of the end',
	databuilder_id: 'the id of a resource',
	table: 'the name of an external table',
	column: 'the name of an external column',
	cluster: 'the cluster of an external table',
	database: 'the database of an external table',
	schema: 'the schema of an external table',
	sql: 'a query whose tables are the source',
	from_databuilder_id: 'the id of the source, in the older form',
	to_databuilder_id: 'the id of the target, in the older form',
};

/** Describes the content of a field. */
export function describeField(field: string): string {
	return descriptions[field.slice(field.indexOf('.') + 1)] ?? field;
}
