import {cellKind} from '../../records/cell-spans.ts';
import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {isSpace, trimmedEnd, trimmedStart} from '../bytes/classes.ts';
import {Hash} from '../keys/hash.ts';
import {textBytes} from '../keys/text-bytes.ts';
import type {EdgeCode} from './codes.ts';
import {type EndType, endTypes, internalResource} from './end-type.ts';
import {type EndColumns, target} from './field.ts';

/** A problem of an end: its code, and the column of the value. */
export type EndFault = {readonly code: EdgeCode; readonly column: number};

/** The form of an edge: with identifiers, or the older one with two ids. */
export type EdgeForm = 'today' | 'old';

/** Follows each key of an end: a byte that never occurs in UTF-8. */
const keyEnd = 0xff;

const typeNames = endTypes.map(({name}) => Buffer.from(name));

/**
Reads one end of an edge from the bytes of its line. A well-formed end has a hash of its type and keys; that of an internal resource is
the hash of its id, not trimmed. Reuse one instance.
*/
export class EndReader {
	/** The number of the type, from 1; 0 if the end is not well-formed. */
	type = 0;
	low = 0;
	high = 0;
	readonly faults: EndFault[] = [];
	readonly #hash = new Hash();
	/** The keys of an end, each with its mark. */
	#keys: Buffer = Buffer.alloc(512);
	#length = 0;

	read(record: JsonScanner, end: EndColumns, form: EdgeForm): this {
		this.faults.length = 0;
		this.type = 0;
		const number = form === 'old' ? 1 : this.#readType(record, end);
		const type = endTypes[number - 1];
		if (type === undefined) return this;
		if (type.name === 'tables_from_query' && end === target) this.#fail('query-target', end.type);
		const idColumn = form === 'old' ? end.oldId : end.keys.databuilder_id;
		if (type === internalResource) this.#checkKey(record, idColumn, 'required');
		else this.#checkKeys(record, end, type);
		if (this.faults.length > 0) return this;
		this.type = number;
		if (type === internalResource) this.#hashId(record, idColumn);
		else this.#hashKeys(record, end, type, number);
		return this;
	}

	/** Returns the number of the type; 0 if it is missing or wrong. */
	#readType(record: JsonScanner, {identifier, type}: EndColumns): number {
		if (isAbsent(record, identifier)) return this.#fail('required', identifier);
		if (record.types[identifier] !== jsonType.object) return this.#fail('type-error', identifier);
		if (isAbsent(record, type)) return this.#fail('required', type);
		if (record.types[type] !== jsonType.string) return this.#fail('type-error', type);
		const number = typeNumber(record, type);
		if (number > 0) return number;
		return this.#fail(isEmpty(record, type) ? 'required' : 'identifier-type', type);
	}

	#checkKeys(record: JsonScanner, {keys}: EndColumns, {required, optional}: EndType): void {
		for (const key of required) this.#checkKey(record, keys[key], 'required');
		for (const key of optional) this.#checkKey(record, keys[key], 'optional');
	}

	#checkKey(record: JsonScanner, column: number, need: 'required' | 'optional'): void {
		if (isAbsent(record, column)) {
			if (need === 'required') this.#fail('required', column);
		} else if (record.types[column] !== jsonType.string) {
			this.#fail('type-error', column);
		} else if (need === 'required' && isEmpty(record, column)) {
			this.#fail('required', column);
		}
	}

	#hashId(record: JsonScanner, column: number): void {
		if (record.kinds[column] === cellKind.escaped) {
			const bytes = textBytes(record.value(column));
			this.#take(this.#hash.of(bytes, 0, bytes.length));
		} else {
			this.#take(this.#hash.of(record.bytes, record.starts[column] as number, record.ends[column] as number));
		}
	}

	#hashKeys(record: JsonScanner, {keys}: EndColumns, {required, optional}: EndType, seed: number): void {
		this.#length = 0;
		for (const key of required) this.#addKey(record, keys[key]);
		for (const key of optional) this.#addKey(record, keys[key]);
		this.#take(this.#hash.of(this.#keys, 0, this.#length, seed));
	}

	/** Adds the text of a key; an absent key is like an empty one. */
	#addKey(record: JsonScanner, column: number): void {
		if (isAbsent(record, column)) {
			this.#addBytes(record.bytes, 0, 0);
		} else if (record.kinds[column] === cellKind.escaped) {
			const bytes = textBytes(record.value(column));
			this.#addBytes(bytes, 0, bytes.length);
		} else {
			this.#addBytes(record.bytes, record.starts[column] as number, record.ends[column] as number);
		}
	}

	#addBytes(bytes: Buffer, start: number, end: number): void {
		const length = this.#length + end - start + 1;
		if (length > this.#keys.length) this.#keys = Buffer.concat([this.#keys], length * 2);
		bytes.copy(this.#keys, this.#length, start, end);
		this.#keys[length - 1] = keyEnd;
		this.#length = length;
	}

	#take({low, high}: Hash): void {
		this.low = low;
		this.high = high;
	}

	#fail(code: EdgeCode, column: number): 0 {
		this.faults.push({code, column});
		return 0;
	}
}

/** True if a key is absent or null. */
export function isAbsent(record: JsonScanner, column: number): boolean {
	const type = record.types[column];
	return type === undefined || type === jsonType.absent || type === jsonType.null;
}

/** True if a string has only white space. */
function isEmpty(record: JsonScanner, column: number): boolean {
	if (record.kinds[column] === cellKind.escaped) {
		const bytes = textBytes(record.value(column));
		return trimmedStart(bytes, 0, bytes.length) === bytes.length;
	}

	const end = record.ends[column] as number;
	return trimmedStart(record.bytes, record.starts[column] as number, end) === end;
}

/** Returns the number of the type that a string names; 0 for another one. */
function typeNumber(record: JsonScanner, column: number): number {
	if (record.kinds[column] === cellKind.escaped) {
		const bytes = textBytes(record.value(column));
		return typeNumberOf(bytes, 0, bytes.length);
	}

	return typeNumberOf(record.bytes, record.starts[column] as number, record.ends[column] as number);
}

function typeNumberOf(bytes: Buffer, start: number, end: number): number {
	const from = isSpace(bytes[start] as number) ? trimmedStart(bytes, start, end) : start;
	const to = trimmedEnd(bytes, from, end);
	for (let at = 0; at < typeNames.length; at++) if (isSame(typeNames[at] as Buffer, bytes, from, to)) return at + 1;
	return 0;
}

function isSame(name: Buffer, bytes: Buffer, start: number, end: number): boolean {
	if (name.length !== end - start) return false;
	for (let at = 0; at < name.length; at++) if (name[at] !== bytes[start + at]) return false;
	return true;
}
