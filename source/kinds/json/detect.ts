import {firstKeys} from '../../records/jsonl/first-keys.ts';
import {byte, skipBlanks} from '../../records/jsonl/json-bytes.ts';
import {WholeValue} from '../../records/jsonl/whole-value.ts';
import {textStart} from '../../records/text-start.ts';
import type {DetectOptions, WholeFileTest} from '../file-kind.ts';
import {headSize, type UnsupportedFormat} from '../unsupported-format.ts';

/** The extensions of files that are read as JSON Lines whatever they hold. */
const extensions = /\.(?:jsonl|ndjson)$/i;

/** The start of a text that is JSON and cannot be a CSV. */
const jsonStart = /^\s*(?:\{|\[\s*(?:[{[]|$))/;

/** A file that is JSON Lines, or is meant to be. */
export type JsonFile = {
	/** The keys of its first object; empty if its first bytes do not have one. */
	readonly keys: ReadonlySet<string>;
	/** The format that the file has instead, as far as its first line shows. */
	readonly wrong: UnsupportedFormat | undefined;
	readonly wholeFile: WholeFileTest;
};

/** Detects JSON Lines from the first bytes of a file. Returns `undefined` for another format. */
export function detectJsonLines(head: Buffer, {path = ''}: DetectOptions): JsonFile | undefined {
	const start = textStart(head);
	const isJson = extensions.test(path) || jsonStart.test(head.toString('latin1', start));
	if (!isJson) return undefined;
	return {
		keys: keysOfFirstObject(head, start),
		wrong: isOpenLineage(head, start) ? openLineage : undefined,
		wholeFile: wholeFileTest,
	};
}

/** Returns the keys of the first line that starts with an object. The last line of the head may be the start of one. */
function keysOfFirstObject(head: Buffer, start: number): ReadonlySet<string> {
	for (const line of linesOf(head, start)) {
		const keys = firstKeys(head, line.start, line.end);
		if (keys.startsWithObject || (keys.isOpen && line.isLast && head.length >= headSize)) return keys.names;
	}

	return new Set();
}

function isOpenLineage(head: Buffer, start: number): boolean {
	for (const line of linesOf(head, start)) {
		if (skipBlanks(head, line.start, line.end) === line.end) continue;
		const {names, isObject} = firstKeys(head, line.start, line.end);
		return (isObject || line.isLast) && names.has('eventType') && names.has('job');
	}

	return false;
}

function* linesOf(
	head: Buffer,
	from: number,
): Generator<{readonly start: number; readonly end: number; readonly isLast: boolean}, void, void> {
	for (let start = from; start < head.length; ) {
		const found = head.indexOf(byte.lineFeed, start);
		yield {start, end: found === -1 ? head.length : found, isLast: found === -1};
		start = found === -1 ? head.length : found + 1;
	}
}

const openLineage: UnsupportedFormat = {
	code: 'wrong-kind',
	message: 'This file has OpenLineage events. They do not describe resources or lineage as Secoda reads them.',
	next: 'Export one object on each line: resources have entity_type and databuilder_id, edges from_identifier and to_identifier.',
};

/** @forTests */
export const oneValue: UnsupportedFormat = {
	code: 'wrong-kind',
	message: 'The file is one JSON value over several lines. Secoda reads JSON Lines: one object on each line.',
	next: 'Run "secoda-upload convert <file> -o <file>.jsonl" to write the objects of an array as lines.',
};

/** Finds files that are one JSON value over several lines. */
const wholeFileTest: WholeFileTest = () => {
	const value = new WholeValue();
	let isFirst = true;
	return {
		add(bytes) {
			const text = isFirst ? bytes.subarray(textStart(bytes)) : bytes;
			isFirst = false;
			return value.add(text) === 'open' ? 'more' : 'done';
		},
		end: () => (value.end() ? oneValue : undefined),
	};
};
