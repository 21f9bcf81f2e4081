import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {ColumnType} from '../../records/jsonl/json-columns.ts';
import type {Fix} from '../problem.ts';

const typeNames: {readonly [T in ColumnType]: string} = {
	string: 'a text',
	boolean: 'true or false',
	integer: 'a whole number',
	strings: 'a list of texts',
	object: 'an object',
	any: 'a value',
};

const valueNames: ReadonlyMap<number, string> = new Map([
	[jsonType.string, 'a text'],
	[jsonType.number, 'a number'],
	[jsonType.boolean, 'true or false'],
	[jsonType.array, 'a list'],
	[jsonType.object, 'an object'],
]);

/** Returns the message of a value of the wrong type. */
export function typeMessage(key: string, wanted: ColumnType, type: number): string {
	return `${key} must be ${typeNames[wanted]}, not ${valueNames.get(type) ?? 'this value'}.`;
}

/** Returns the fixes that write the same value in the right type. */
export function typeFixes(field: string, wanted: ColumnType, type: number, text: string): readonly Fix[] {
	const value = sameValue(wanted, type, text);
	if (value === undefined) return [];
	const shown = wanted === 'string' ? `"${value}"` : value;
	return [{kind: 'cells', title: `change to ${shown}`, safe: true, changes: [{field, value}]}];
}

/** Returns the text of a value in another type, if it can mean nothing else. */
function sameValue(wanted: ColumnType, type: number, text: string): string | undefined {
	switch (wanted) {
		case 'string':
			return type === jsonType.number || type === jsonType.boolean ? text : undefined;
		case 'boolean':
			return type === jsonType.string && (text === 'true' || text === 'false') ? text : undefined;
		case 'integer':
			return type === jsonType.string || type === jsonType.number
				? /^(-?(?:0|[1-9][0-9]*))(?:\.0+)?$/.exec(text)?.[1]
				: undefined;
		case 'strings':
		case 'object':
		case 'any':
			return undefined;
	}
}
