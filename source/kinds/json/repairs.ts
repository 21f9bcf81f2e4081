import {byte, jsonType, skipWhiteSpace} from '../../records/jsonl/json-bytes.ts';
import {JsonReader, notJson} from '../../records/jsonl/json-reader.ts';
import type {Fix} from '../problem.ts';
import {fromOtherSyntax} from './other-syntax.ts';

/** Returns the fixes of a line that is not JSON; each gives lines that are objects. */
export function repairsOf(line: string): readonly Fix[] {
	const records = gluedObjects(line);
	if (records !== undefined) {
		return [{kind: 'split', title: `split into ${records.length} lines`, safe: true, records}];
	}

	const withoutComma = line.replace(/,[ \t\r\n]*$/, '');
	if (withoutComma !== line && isObject(withoutComma)) {
		return [{kind: 'rewrite', title: 'remove the comma after the object', safe: true, record: withoutComma}];
	}

	const translated = fromOtherSyntax(line);
	if (translated === undefined || !isObject(translated)) return [];
	return [{kind: 'rewrite', title: 'write it with the quotes and words of JSON', safe: false, record: translated}];
}

/** Returns the objects of a line that has several without anything between them. */
function gluedObjects(line: string): readonly string[] | undefined {
	const bytes = Buffer.from(line);
	const reader = new JsonReader();
	const objects: string[] = [];
	for (let at = skipWhiteSpace(bytes, 0, bytes.length); at < bytes.length; ) {
		if (bytes[at] !== byte.openObject) return undefined;
		const end = reader.value(bytes, at, bytes.length);
		if (end === notJson) return undefined;
		objects.push(bytes.toString('utf8', at, end));
		at = skipWhiteSpace(bytes, end, bytes.length);
	}

	return objects.length > 1 ? objects : undefined;
}

function isObject(text: string): boolean {
	const bytes = Buffer.from(text);
	const reader = new JsonReader();
	const end = reader.value(bytes, skipWhiteSpace(bytes, 0, bytes.length), bytes.length);
	if (end === notJson || reader.type !== jsonType.object) return false;
	return skipWhiteSpace(bytes, end, bytes.length) === bytes.length;
}
