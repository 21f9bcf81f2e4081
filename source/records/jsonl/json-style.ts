import type {JsonStyle} from './encode-value.ts';
import {byte, skipWhiteSpace} from './json-bytes.ts';
import {JsonReader, notJson} from './json-reader.ts';

const usual: JsonStyle = {colon: ': ', comma: ', '};

/** Returns how a line separates a key from its value, and its members, by its first ones. */
export function styleOf(line: Buffer): JsonStyle {
	const reader = new JsonReader();
	const end = line.length;
	const key = skipWhiteSpace(line, skipWhiteSpace(line, 0, end) + 1, end);
	if (line[key] !== byte.quote) return usual;
	const keyEnd = reader.string(line, key, end);
	if (keyEnd === notJson) return usual;
	const value = reader.colon(line, keyEnd, end);
	if (value === notJson) return usual;
	const colon = line.toString('latin1', keyEnd, value);
	const valueEnd = reader.value(line, value, end);
	if (valueEnd === notJson) return usual;
	const comma = skipWhiteSpace(line, valueEnd, end);
	if (line[comma] !== byte.comma) return {colon, comma: colon.endsWith(':') ? ',' : usual.comma};
	return {colon, comma: line.toString('latin1', valueEnd, skipWhiteSpace(line, comma + 1, end))};
}
