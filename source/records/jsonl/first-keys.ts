import {byte, skipWhiteSpace} from './json-bytes.ts';
import {JsonReader, notJson} from './json-reader.ts';
import {unescapeJson} from './unescape.ts';

/** The keys of the object at the start of a text. */
export type FirstKeys = {
	readonly names: ReadonlySet<string>;
	/** True if the text starts with a complete object. */
	readonly startsWithObject: boolean;
	/** True if the text is one object. */
	readonly isObject: boolean;
	/** True if the text ends inside of the object. */
	readonly isOpen: boolean;
};

/** Returns the keys of the object that a text starts with, as far as it can be read. */
export function firstKeys(bytes: Buffer, start: number, end: number): FirstKeys {
	const reader = new JsonReader();
	const names = new Set<string>();
	const stopped = (): FirstKeys => ({
		names,
		startsWithObject: false,
		isObject: false,
		isOpen: reader.errorAt >= end,
	});
	const open = skipWhiteSpace(bytes, start, end);
	if (bytes[open] !== byte.openObject) return {names, startsWithObject: false, isObject: false, isOpen: false};
	const whole = reader.value(bytes, open, end);
	const startsWithObject = whole !== notJson;
	const isObject = startsWithObject && skipWhiteSpace(bytes, whole, end) === end;
	for (let at = skipWhiteSpace(bytes, open + 1, end); at < end && bytes[at] === byte.quote; ) {
		const keyEnd = reader.string(bytes, at, end);
		if (keyEnd === notJson) return stopped();
		const name = unescapeJson(bytes.toString('utf8', at + 1, keyEnd - 1));
		const value = reader.colon(bytes, keyEnd, end);
		if (value === notJson) return stopped();
		names.add(name);
		const behind = reader.value(bytes, value, end);
		if (behind === notJson) return stopped();
		const next = skipWhiteSpace(bytes, behind, end);
		if (bytes[next] !== byte.comma) break;
		at = skipWhiteSpace(bytes, next + 1, end);
	}

	return {names, startsWithObject, isObject, isOpen: !startsWithObject && reader.errorAt >= end};
}
