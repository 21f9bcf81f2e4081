import type {ByteWindow} from './byte-window.ts';
import {byte, isWhiteSpace} from './json-bytes.ts';
import {isContinuation, type TextPlace} from './text-position.ts';

/** The fault of a text that cannot be written as lines. */
export type JsonTextFault =
	/** Against the grammar; `found` is the character there. */
	| {readonly kind: 'unexpected'; readonly found: string}
	| {readonly kind: 'trailing-comma'}
	| {readonly kind: 'control-character'}
	| {readonly kind: 'bad-escape'}
	/** The text ends inside an object or an array. */
	| {readonly kind: 'unclosed'; readonly what: 'object' | 'array'}
	/** A value that would become a line, and is no object. */
	| {readonly kind: 'not-an-object'; readonly what: string}
	| {readonly kind: 'too-long'; readonly limit: number}
	| {readonly kind: 'no-objects'};

/** The text around a place in its line; a cut side does not start or end with the line. */
export type Excerpt = {readonly before: string; readonly after: string; readonly isCut: boolean};

/** A text that cannot be written as lines of objects, with the place of the first fault. */
export class JsonTextError extends Error {
	readonly fault: JsonTextFault;
	readonly place: TextPlace;
	readonly excerpt: Excerpt;

	constructor(fault: JsonTextFault, place: TextPlace, excerpt: Excerpt) {
		super(`${fault.kind} at line ${place.line}, column ${place.column}`);
		this.fault = fault;
		this.place = place;
		this.excerpt = excerpt;
	}
}

/** Bytes on each side of the place in an excerpt. */
const shownBytes = 120;

/** Returns the text around an offset, in its line. */
export function excerptAt({bytes, end}: ByteWindow, at: number): Excerpt {
	let from = at;
	while (from > 0 && at - from < shownBytes && bytes[from - 1] !== byte.lineFeed) from--;
	const isCut = from > 0 && bytes[from - 1] !== byte.lineFeed;
	while (from < at && isContinuation(bytes[from])) from++;
	let to = at;
	while (to < end && to - at < shownBytes && bytes[to] !== byte.lineFeed && bytes[to] !== byte.carriageReturn) to++;
	while (to > at && to < end && isContinuation(bytes[to])) to--;
	return {before: bytes.toString('utf8', from, at), after: bytes.toString('utf8', at, to), isCut};
}

/** Returns the fault of bytes that are against the grammar at an offset before their end. */
export function faultAt({bytes, end}: ByteWindow, at: number): JsonTextFault {
	const code = bytes[at] ?? 0;
	if (code < byte.space) return {kind: 'control-character'};
	if (code === byte.backslash) return {kind: 'bad-escape'};
	if (code === byte.closeObject || code === byte.closeArray) {
		let before = at - 1;
		while (isWhiteSpace(bytes[before])) before--;
		if (bytes[before] === byte.comma) return {kind: 'trailing-comma'};
	}

	const [found = ''] = bytes.toString('utf8', at, Math.min(end, at + 4));
	return {kind: 'unexpected', found};
}
