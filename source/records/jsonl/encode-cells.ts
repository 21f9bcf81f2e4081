import {encodeMember, encodeObject, encodeValue, type JsonStyle} from './encode-value.ts';
import {byte, jsonType, skipWhiteSpace} from './json-bytes.ts';
import type {JsonScanner} from './json-scanner.ts';
import {styleOf} from './json-style.ts';

/** Bytes of a line that are replaced by a text; nothing is replaced where `start` equals `end`. */
type Replacement = {readonly start: number; readonly end: number; readonly text: string};

/** The members of an object that change: its columns by key. */
type ObjectEdit = {
	/** The offset of its opening brace. */
	readonly open: number;
	/** The offset behind its last value with a known key; 0 without one. */
	readonly lastEnd: number;
	readonly style: JsonStyle;
	/** The JSON of each member with a new value, by key; the column of the value that it has now, if it has one. */
	readonly members: ReadonlyMap<string, {readonly json: string; readonly column: number | undefined}>;
};

/**
Returns the bytes of a line, as it was scanned last, in which some values are replaced. All other bytes stay: the order of the keys,
white space, escapes, and keys that are unknown or repeated. A key that was absent is added behind the last known one, in the style
of the line.
*/
export function encodeWithCells(line: Buffer, scanned: JsonScanner, cells: ReadonlyMap<number, string>): Buffer {
	const style = styleOf(line);
	const members = new Map<string, {readonly json: string; readonly column: number | undefined}>();
	const inner = new Map<string, Map<number, string>>();
	for (const [at, text] of cells) {
		const column = scanned.columns.at(at);
		if (column === undefined) continue;
		if (column.inner !== undefined) {
			inner.set(column.key, (inner.get(column.key) ?? new Map<number, string>()).set(at, text));
			continue;
		}

		members.set(column.key, {
			json: encodeValue(text, column.type, scanned.typeOf(at)),
			column: presentAt(scanned, at),
		});
	}

	const replacements: Replacement[] = [];
	for (const [key, values] of inner) {
		// An object that is replaced as a whole has its new members already.
		if (members.has(key)) continue;
		const object = scanned.columns.objectAt(key);
		if (scanned.typeOf(object) === jsonType.object) {
			replacements.push(...replacementsIn(line, scanned, innerEdit(scanned, object, values, style)));
			continue;
		}

		const json = Array.from(values, ([at, text]) => jsonAt(scanned, at, text));
		members.set(key, {json: encodeObject(json, style), column: presentAt(scanned, object)});
	}

	const open = skipWhiteSpace(line, 0, line.length);
	replacements.push(...replacementsIn(line, scanned, {open, lastEnd: scanned.lastKnownEnd, style, members}));
	return replaced(line, replacements);
}

/** The change of an object whose keys are columns. */
function innerEdit(
	scanned: JsonScanner,
	object: number,
	values: ReadonlyMap<number, string>,
	style: JsonStyle,
): ObjectEdit {
	const known = scanned.columns.innerColumns(object);
	const ends = known.map(at => (presentAt(scanned, at) === undefined ? 0 : scanned.rawEnd(at)));
	const members = Array.from(values, ([at, text]) => {
		const [key, json] = jsonAt(scanned, at, text);
		return [key, {json, column: presentAt(scanned, at)}] as const;
	});
	return {open: scanned.rawStart(object), lastEnd: Math.max(...ends), style, members: new Map(members)};
}

function jsonAt(scanned: JsonScanner, at: number, text: string): readonly [key: string, json: string] {
	const column = scanned.columns.at(at);
	return [column?.inner ?? '', encodeValue(text, column?.type ?? 'any', scanned.typeOf(at))];
}

/** Returns the replacements of the values that an object has, and one that adds the others. */
function replacementsIn(
	line: Buffer,
	scanned: JsonScanner,
	{open, lastEnd, style, members}: ObjectEdit,
): Replacement[] {
	const replacements: Replacement[] = [];
	const added: string[] = [];
	for (const [key, {json, column}] of members) {
		if (column === undefined) added.push(encodeMember(key, json, style));
		else replacements.push({start: scanned.rawStart(column), end: scanned.rawEnd(column), text: json});
	}

	if (added.length > 0) replacements.push(addition(line, open, lastEnd, added.join(style.comma), style));
	return replacements;
}

/** Adds members behind a value, or at the start of an object that has no known key. */
function addition(line: Buffer, open: number, lastEnd: number, text: string, {comma}: JsonStyle): Replacement {
	if (lastEnd > 0) return {start: lastEnd, end: lastEnd, text: `${comma}${text}`};
	const isEmpty = line[skipWhiteSpace(line, open + 1, line.length)] === byte.closeObject;
	return {start: open + 1, end: open + 1, text: isEmpty ? text : `${text}${comma}`};
}

function replaced(line: Buffer, replacements: readonly Replacement[]): Buffer {
	const pieces: Buffer[] = [];
	let copied = 0;
	for (const {start, end, text} of replacements.toSorted((one, other) => one.start - other.start)) {
		pieces.push(line.subarray(copied, start), Buffer.from(text));
		copied = end;
	}

	return Buffer.concat([...pieces, line.subarray(copied)]);
}

/** Returns a column if the line has a value for it. */
function presentAt(scanned: JsonScanner, column: number): number | undefined {
	return scanned.typeOf(column) === jsonType.absent ? undefined : column;
}
