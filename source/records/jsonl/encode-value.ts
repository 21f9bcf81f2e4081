import {jsonType} from './json-bytes.ts';
import type {ColumnType, JsonColumn} from './json-columns.ts';
import {JsonReader} from './json-reader.ts';

/**
Encodes a typed value as JSON: by the type of its column, where the text can be of that type; else as a string, so that nothing that
was typed is lost. Nothing typed is an empty string, or null in a column of another type.
*/
export function encodeValue(text: string, column: ColumnType, before: number): string {
	if (column === 'string' || (column === 'any' && before === jsonType.string)) return JSON.stringify(text);
	if (text === '') return 'null';
	return isLiteral(text, column) ? text : JSON.stringify(text);
}

/** True if writing a value of this type and text again would not change it: neither its text nor its type. */
export function isAlready(text: string, column: ColumnType, type: number): boolean {
	if (type === jsonType.absent || type === jsonType.null || column === 'any') return true;
	if (column === 'string') return type === jsonType.string;
	return type !== jsonType.string || (text !== '' && !isLiteral(text, column));
}

/** True if a text is JSON of the type of a column. */
function isLiteral(text: string, column: Exclude<ColumnType, 'string'>): boolean {
	switch (column) {
		case 'boolean':
			return text === 'true' || text === 'false';
		case 'integer':
			return /^-?(?:0|[1-9][0-9]*)$/.test(text);
		case 'strings':
			return typeOf(text) === jsonType.array;
		case 'object':
			return typeOf(text) === jsonType.object;
		case 'any': {
			const type = typeOf(text);
			return type !== jsonType.absent && type !== jsonType.string;
		}

		default:
			return column satisfies never;
	}
}

/** Returns the type of a text in one line that is one JSON value; `absent` if it is not. */
function typeOf(text: string): number {
	if (/[\r\n]/.test(text)) return jsonType.absent;
	const bytes = Buffer.from(text);
	const reader = new JsonReader();
	return reader.value(bytes, 0, bytes.length) === bytes.length ? reader.type : jsonType.absent;
}

/** Encodes an object with these members, whose values are JSON already. */
export function encodeObject(members: Iterable<readonly [key: string, json: string]>, style: JsonStyle): string {
	return `{${Array.from(members, ([key, json]) => encodeMember(key, json, style)).join(style.comma)}}`;
}

export function encodeMember(key: string, json: string, {colon}: JsonStyle): string {
	return `${JSON.stringify(key)}${colon}${json}`;
}

/** How a line separates keys and values, and members. */
export type JsonStyle = {readonly colon: string; readonly comma: string};

/** Encodes cells as one line. An empty cell has no key. */
export function encodeLine(cells: readonly string[], columnAt: (column: number) => JsonColumn | undefined): string {
	const style = {colon: ': ', comma: ', '};
	const members = new Map<string, string>();
	const inner = new Map<string, Map<string, string>>();
	for (const [at, text] of cells.entries()) {
		const column = columnAt(at);
		if (column === undefined || text === '') continue;
		const value = encodeValue(text, column.type, jsonType.absent);
		if (column.inner === undefined) {
			members.set(column.key, value);
			continue;
		}

		const object = inner.get(column.key) ?? new Map<string, string>();
		inner.set(column.key, object.set(column.inner, value));
		members.set(column.key, encodeObject(object, style));
	}

	return encodeObject(members, style);
}
