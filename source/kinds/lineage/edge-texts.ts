import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {LineageEnd} from '../edges.ts';
import {trim} from '../values/trim.ts';
import {formOf} from './edge-check.ts';
import {type EndKey, type EndType, endTypeNamed, internalResource} from './end-type.ts';
import type {EndColumns} from './field.ts';

/** Returns the type of a well-formed end and the values of its keys, not trimmed. */
export function endText(record: JsonScanner, end: EndColumns): readonly string[] {
	if (formOf(record) === 'old') return [internalResource.name, record.value(end.oldId)];
	const type = typeOf(record, end);
	return type === undefined ? [] : [type.name, ...valuesOf(record, end, [...type.required, ...type.optional])];
}

/** Returns a well-formed end of an edge. */
export function readEnd(record: JsonScanner, end: EndColumns): LineageEnd {
	if (formOf(record) === 'old') return {kind: 'resource', id: record.value(end.oldId)};
	const type = typeOf(record, end);
	switch (type?.name) {
		case undefined:
			throw new RangeError('the end of an edge has no type');
		case 'internal_resource':
			return {kind: 'resource', id: record.value(end.keys.databuilder_id)};
		case 'external_table':
			return {kind: 'table', path: pathOf(record, end, ['cluster', 'database', 'schema', 'table'])};
		case 'external_column':
			return {kind: 'column', path: pathOf(record, end, ['cluster', 'database', 'schema', 'table', 'column'])};
		case 'tables_from_query':
			return {kind: 'query', sql: record.value(end.keys.sql)};
	}
}

function typeOf(record: JsonScanner, end: EndColumns): EndType | undefined {
	return endTypeNamed(trim(record.value(end.type)));
}

function valuesOf(record: JsonScanner, {keys}: EndColumns, names: readonly EndKey[]): readonly string[] {
	return names.map(name => record.value(keys[name]));
}

function pathOf(record: JsonScanner, end: EndColumns, names: readonly EndKey[]): readonly string[] {
	return valuesOf(record, end, names).filter(name => trim(name) !== '');
}
