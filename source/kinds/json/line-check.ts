import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonColumns} from '../../records/jsonl/json-columns.ts';
import {JsonScanner, lineType} from '../../records/jsonl/json-scanner.ts';
import {renameKeys} from '../../records/jsonl/rename-keys.ts';
import type {RecordLimits} from '../../records/record-limits.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import type {Finding} from '../problem.ts';
import type {KeyNames, MisspeltKey} from './key-names.ts';

const none: readonly Finding[] = [];
const noKeys: readonly MisspeltKey[] = [];

/** How the values of misspelt keys get their right names: in the columns of the line, or in a line with renamed keys. */
type Reading = 'copied' | 'renamed';

/** Checks lines by the rules that hold in every kind of JSON Lines, and finds their values under the right names. */
export class LineCheck {
	/** The line that was checked last, its misspelt keys under their right names. Valid until the next one is checked. */
	scanner: JsonScanner;
	/** True if the line is an object, so that other rules look at it. */
	isObject = false;
	/** The misspelt keys of the line, which are renamed in `scanner`. */
	misspelt: readonly MisspeltKey[] = noKeys;
	/** The number of its keys that are neither known nor misspelt. */
	unknownKeys = 0;
	readonly #reading: Reading;
	readonly #names: KeyNames;
	readonly #renamed: JsonScanner;

	constructor(
		{columns}: {readonly columns: JsonColumns},
		names: KeyNames,
		limits?: RecordLimits,
		reading: Reading = 'copied',
	) {
		this.#reading = reading;
		this.#names = names;
		this.#renamed = new JsonScanner(columns, limits);
		this.scanner = this.#renamed;
	}

	/** Returns the findings of a line that do not depend on the meaning of its values. */
	check(row: number, line: JsonScanner, utf8: Utf8): readonly Finding[] {
		this.scanner = line;
		this.misspelt = noKeys;
		this.unknownKeys = 0;
		const code = shapeOf(line, utf8);
		this.isObject = code === undefined;
		if (code !== undefined) return [{row, code}];
		if (line.unknownKeys.length > 0) this.#readUnknown(line);
		const {scanner, misspelt} = this;
		if (misspelt.length === 0 && !scanner.hasDuplicateKey && !scanner.hasLoneSurrogate) return none;
		return [
			...(scanner.hasDuplicateKey ? [{row, code: 'duplicate-key'}] : []),
			...(scanner.hasLoneSurrogate ? [{row, code: 'lone-surrogate'}] : []),
			...misspelt.map(({key}) => ({row, code: 'misspelt-key', field: key})),
		];
	}

	/** Finds the misspelt keys of a line, and reads it with their right names. */
	#readUnknown(line: JsonScanner): void {
		let found = noKeys;
		for (const number of line.unknownKeys) {
			const name = this.#names.nameOf(number);
			if (name !== '' && isMissing(line, name) && found.every(other => other.name !== name) && hasValue(line, number)) {
				found = [...found, {key: line.columns.keys.names[number] ?? '', name}];
			}
		}

		this.misspelt = found;
		this.unknownKeys = line.unknownKeys.length - found.length;
		if (found.length === 0) return;
		if (this.#reading === 'copied' && found.every(({name}) => !hasInnerColumns(line, name))) {
			for (const {key, name} of found) line.copyValue(line.columns.objectAt(key), line.columns.objectAt(name));
			return;
		}

		const names = new Map(found.map(({key, name}) => [key, name]));
		const renamed = renameKeys(line.bytes.subarray(line.start, line.start + line.length), names);
		this.scanner = this.#renamed.read(renamed, 0, renamed.length);
	}
}

/** Returns the code of a line that is not an object in UTF-8, `undefined` for one that is. */
function shapeOf(line: JsonScanner, utf8: Utf8): string | undefined {
	if (line.tooLong) return 'record-too-long';
	if (line.line === lineType.blank) return 'blank-row';
	if (utf8 === 'invalid') return 'encoding-error';
	switch (line.line) {
		case lineType.notJson:
			return 'json-error';
		case lineType.otherValue:
			return 'not-an-object';
		default:
			return undefined;
	}
}

/** True if a line does not have a known key, not even with null. */
function isMissing({columns, types}: JsonScanner, name: string): boolean {
	return types[columns.objectAt(name)] === jsonType.absent;
}

/** True if the keys of the objects at a key are columns: they are found only under its right name. */
function hasInnerColumns({columns}: JsonScanner, name: string): boolean {
	return columns.innerColumns(columns.objectAt(name)).length > 0;
}

/** True if an unknown key, by its number, has another value than null. */
function hasValue({columns, types}: JsonScanner, key: number): boolean {
	const type = types[columns.columnOf(key)] ?? jsonType.absent;
	return type !== jsonType.absent && type !== jsonType.null;
}
