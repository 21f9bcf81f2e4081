import {cellKind} from '../../records/cell-spans.ts';
import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {byteClass, isSpace} from '../bytes/classes.ts';
import {mayBeNullMark} from '../bytes/null-mark.ts';
import {mayBeMojibake} from '../values/mojibake.ts';
import {columnOf, type Key} from './field.ts';

/*
Prechecks of the bytes of a value. If all pass for a line, no rule about single lines finds a problem; otherwise the rules are applied.
Prechecks make the check fast and never decide its result.
*/

const {odd, upper} = byteClass;

/** The class of each byte value in an id or a title: odd if a rule may find a problem. */
const nameClass = Uint8Array.from({length: 256}, (_, byte) => {
	if (byte < 0x20 || byte === 0x7f || byte === 0xc2 || byte === 0xe2 || byte === 0xef) return odd;
	return byte >= 0x41 && byte <= 0x5a ? upper : 0;
});

/** True if a key has no value. */
export function isAbsent({types}: JsonScanner, column: number): boolean {
	return (types[column] as number) <= jsonType.null;
}

/** True if a value is a text without escapes. */
function isPlainText({types, kinds}: JsonScanner, column: number): boolean {
	return types[column] === jsonType.string && kinds[column] === cellKind.quoted;
}

/** True if a value is a text that is not blank. Texts with white space before them are not recognized. */
export function isFilled(line: JsonScanner, column: number): boolean {
	const start = line.starts[column] as number;
	return isPlainText(line, column) && start < (line.ends[column] as number) && !isSpace(line.bytes[start] as number);
}

/** Returns the classes of the bytes of an id, `odd` for one that the rules must look at. */
export function idClasses(line: JsonScanner, column: number): number {
	const {bytes} = line;
	const start = line.starts[column] as number;
	const end = line.ends[column] as number;
	if (!isFilled(line, column) || line.wide[column] !== 0 || isSpace(bytes[end - 1] as number)) return odd;
	let found = 0;
	for (let at = start; at < end; at++) found |= nameClass[bytes[at] as number] as number;
	return found;
}

type Precheck = (line: JsonScanner, column: number) => boolean;

const isTitle: Precheck = (line, column) => {
	const {bytes} = line;
	const start = line.starts[column] as number;
	const end = line.ends[column] as number;
	if (!isPlainText(line, column) || mayBeNullMark(bytes, start, end)) return false;
	if (line.wide[column] !== 0 && mayBeMojibake(bytes, start, end)) return false;
	let found = 0;
	for (let at = start; at < end; at++) found |= nameClass[bytes[at] as number] as number;
	return (found & odd) === 0;
};

const isDescription: Precheck = (line, column) => {
	const {bytes} = line;
	const start = line.starts[column] as number;
	const end = line.ends[column] as number;
	if (line.types[column] !== jsonType.string || mayBeNullMark(bytes, start, end)) return false;
	if (line.wide[column] !== 0 && mayBeMojibake(bytes, start, end)) return false;
	return line.kinds[column] === cellKind.quoted || !hasOddEscape(bytes, start, end);
};

/** True if a text has an escaped backslash, or a character as an escape. */
function hasOddEscape(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		if (bytes[at] !== 0x5c) continue;
		at++;
		if (bytes[at] === 0x5c || bytes[at] === 0x75) return true;
	}

	return false;
}

const isText: Precheck = ({types}, column) => types[column] === jsonType.string;
const isFlag: Precheck = ({types}, column) => types[column] === jsonType.boolean;

const isShortText: Precheck = (line, column) =>
	line.types[column] === jsonType.string && (line.ends[column] as number) - (line.starts[column] as number) <= 50;

const isSmallInteger: Precheck = ({types, bytes, starts, ends}, column) => {
	const start = starts[column] as number;
	const end = ends[column] as number;
	if (types[column] !== jsonType.number || end - start > 9) return false;
	for (let at = start; at < end; at++) if (!isDigit(bytes[at])) return false;
	return true;
};

/** True for a date-time as in 2025-12-31T23:59:59Z, until the 28th of a month. */
const isUsualTime: Precheck = (line, column) => {
	const {bytes} = line;
	const start = line.starts[column] as number;
	if (!isPlainText(line, column) || (line.ends[column] as number) - start !== 20) return false;
	for (let at = 0; at < 20; at++) {
		const expected = timePattern[at] as number;
		const found = bytes[start + at] as number;
		if (expected === 0x30 ? !isDigit(found) : found !== expected) return false;
	}

	const number = (at: number) => 10 * (bytes[start + at] as number) + (bytes[start + at + 1] as number) - 11 * 0x30;
	const month = number(5);
	const day = number(8);
	return (
		number(0) > 0 &&
		month >= 1 &&
		month <= 12 &&
		day >= 1 &&
		day <= 28 &&
		number(11) < 24 &&
		number(14) < 60 &&
		number(17) < 60
	);
};

const timePattern = Buffer.from('0000-00-00T00:00:00Z');

/** True for an empty list. */
const isEmptyList: Precheck = ({types, starts, ends}, column) =>
	types[column] === jsonType.array && (ends[column] as number) - (starts[column] as number) === 2;

function isDigit(byte: number | undefined): boolean {
	return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

const prechecks: {readonly [K in Exclude<Key, 'databuilder_id' | 'entity_type' | 'parent_databuilder_id'>]: Precheck} =
	{
		title: isTitle,
		description: isDescription,
		definition: isDescription,
		schema: isText,
		database: isText,
		native_type: isShortText,
		type: isText,
		sort_order: isSmallInteger,
		is_pk: isFlag,
		hidden: isFlag,
		group: isText,
		product: isText,
		external_updated_at: isUsualTime,
		owners: isEmptyList,
	};

const columns = (Object.keys(prechecks) as Array<keyof typeof prechecks>).map(key => ({
	column: columnOf(key),
	check: prechecks[key],
}));

/** True if no value of a line, other than its type and ids, can have a problem alone. */
export function arePlain(line: JsonScanner): boolean {
	for (const {column, check} of columns) {
		if ((line.types[column] as number) > jsonType.null && !check(line, column)) return false;
	}

	return true;
}
