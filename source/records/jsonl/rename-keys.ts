import {byte, skipWhiteSpace} from './json-bytes.ts';
import {JsonReader, notJson} from './json-reader.ts';
import {unescapeJson} from './unescape.ts';

/** Returns the bytes of a line that is an object, in which some of its keys have other names. All other bytes stay. */
export function renameKeys(line: Buffer, names: ReadonlyMap<string, string>): Buffer {
	const reader = new JsonReader();
	const pieces: Buffer[] = [];
	let copied = 0;
	let at = skipWhiteSpace(line, skipWhiteSpace(line, 0, line.length) + 1, line.length);
	while (line[at] === byte.quote) {
		const keyEnd = reader.string(line, at, line.length);
		if (keyEnd === notJson) break;
		const name = names.get(unescapeJson(line.toString('utf8', at + 1, keyEnd - 1)));
		if (name !== undefined) {
			pieces.push(line.subarray(copied, at), Buffer.from(JSON.stringify(name)));
			copied = keyEnd;
		}

		const value = reader.colon(line, keyEnd, line.length);
		const behind = value === notJson ? notJson : reader.value(line, value, line.length);
		if (behind === notJson) break;
		at = skipWhiteSpace(line, skipWhiteSpace(line, behind, line.length) + 1, line.length);
	}

	return Buffer.concat([...pieces, line.subarray(copied)]);
}
