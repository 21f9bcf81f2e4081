import type {JsonColumn, JsonColumns} from '../../records/jsonl/json-columns.ts';
import {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import {KeyNames} from '../json/key-names.ts';

/** The keys of a resource that Secoda knows, with their types and a description [doc]. */
export const keys = {
	databuilder_id: {type: 'string', description: 'the id, which identifies the page'},
	entity_type: {type: 'string', description: 'table, column, dashboard and so on'},
	parent_databuilder_id: {type: 'string', description: 'the id of the resource that this one is part of'},
	title: {type: 'string', description: 'the name on the page'},
	description: {type: 'string', description: 'the description'},
	definition: {type: 'string', description: 'the definition, in Markdown'},
	schema: {type: 'string', description: 'the schema of a table'},
	database: {type: 'string', description: 'the database of a table'},
	native_type: {type: 'string', description: "the source's own type, at most 50 characters"},
	type: {type: 'string', description: "a column's data type"},
	sort_order: {type: 'integer', description: "a column's place in its table, a number"},
	is_pk: {type: 'boolean', description: 'whether a column is a primary key'},
	hidden: {type: 'boolean', description: 'whether the page is hidden'},
	group: {type: 'string', description: 'the group of a dashboard'},
	product: {type: 'string', description: 'the product that has the chart'},
	external_updated_at: {type: 'string', description: 'when the source was last changed, with an offset'},
	owners: {type: 'strings', description: 'the owners, a list'},
} as const satisfies Readonly<Record<string, {readonly type: JsonColumn['type']; readonly description: string}>>;

export type Key = keyof typeof keys;

export function isKey(name: string): name is Key {
	return Object.hasOwn(keys, name);
}

/** All keys, in the order of the columns. */
export const keyNames: readonly Key[] = Object.keys(keys).filter(isKey);

/** The column of each key. */
export function columnOf(key: Key): number {
	return keyNames.indexOf(key);
}

/** The keys that identify resources. */
export const idKeys = ['databuilder_id', 'parent_databuilder_id'] as const satisfies readonly Key[];

/** The keys that rules compare between rows. */
export const comparedKeys = ['entity_type', ...idKeys, 'title'] as const satisfies readonly Key[];

/** Creates the format of a resources file. */
export function resourcesFormat(): JsonLinesFormat {
	return new JsonLinesFormat(keyNames.map(key => ({key, type: keys[key].type})));
}

/** Returns the other spellings of the keys. The documents misspell one themselves [doc]. */
export function resourceKeyNames(columns: JsonColumns): KeyNames {
	return new KeyNames(columns, new Map([['parent_databuild_id', 'parent_databuilder_id']]));
}
