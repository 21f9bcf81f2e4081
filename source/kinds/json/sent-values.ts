import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {noKey} from '../../records/jsonl/key-table.ts';

/** A string of JSON, or white space outside of strings. */
const stringOrSpace = /"(?:[^"\\]|\\.)*"|\s+/g;

/** Returns a list or an object without the differences that are not sent: white space and escapes. */
function canonicalJson(json: string): string {
	return json.replace(stringOrSpace, found => (found.startsWith('"') ? JSON.stringify(JSON.parse(found)) : ''));
}

/** Returns a value of a line in the form that is compared and shown. */
export function sentText(line: JsonScanner, column: number): string {
	const type = line.typeOf(column);
	if (type === jsonType.null) return 'null';
	const value = line.value(column);
	return type === jsonType.array || type === jsonType.object ? canonicalJson(value) : value;
}

/** Returns the columns of the keys of a line that its kind does not know. */
export function unknownColumns({columns, unknownKeys}: JsonScanner): readonly number[] {
	return unknownKeys.map(key => columns.columnOf(key)).filter(column => column !== noKey);
}
