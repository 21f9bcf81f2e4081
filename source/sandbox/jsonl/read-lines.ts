import {isUtf8} from 'node:buffer';
import {ImportError} from '../import-error.ts';
import type {SandboxSwitches} from '../switches.ts';
import {isObject, LineFields, lineError} from './line-fields.ts';

const lf = 0x0a;
const cr = 0x0d;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Parses the lines of a file, each a JSON object. @throws ImportError */
export function readLines<Item>(
	file: Buffer,
	part: string,
	{lineForm}: SandboxSwitches,
	readItem: (line: LineFields) => Item,
): readonly Item[] {
	const hasMark = file.subarray(0, byteOrderMark.length).equals(byteOrderMark);
	if (hasMark && lineForm === 'strict') throw new ImportError('the file starts with a byte order mark', part);
	const items: Item[] = [];
	let line = 0;
	for (let at = hasMark ? byteOrderMark.length : 0; at < file.length; ) {
		const found = file.indexOf(lf, at);
		const end = found === -1 ? file.length : found;
		const bytes = file.subarray(at, end);
		at = end + 1;
		line++;
		const fail = (reason: string) => lineError({part, line}, reason);
		if (!isUtf8(bytes)) throw fail('not UTF-8');
		const text = bytes.toString('utf8');
		const isBlank = text.trim() === '';
		if (lineForm === 'strict' && (isBlank || bytes.at(-1) === cr)) throw fail(isBlank ? 'blank' : 'ends with CRLF');
		if (isBlank) continue;
		const json = parse(text);
		if (json === undefined) throw fail('not JSON');
		if (!isObject(json)) throw fail('not an object');
		items.push(readItem(new LineFields({part, line}, json)));
	}

	return items;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
