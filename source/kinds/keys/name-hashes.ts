import {Hash} from './hash.ts';
import {textBytes} from './text-bytes.ts';

/** 32-bit hashes of a name and of its forms, to find similar names. */
export type NameHashes = {
	/** As it is. */
	readonly own: number;
	/** Lower-cased. */
	readonly folded: number;
	/** Lower-cased, with `*` in place of a date; 0 without a date. */
	readonly pattern: number;
	/** Lower-cased, without qualifiers, and with underscores in place of white space. */
	readonly plain: number;
};

/** Returns the hashes of a name. */
export function hashName(name: string): NameHashes {
	const foldedName = name.toLowerCase();
	const pattern = datePattern(foldedName);
	const plain = plainName(foldedName);
	// Most names are their own forms.
	const own = hashText(name);
	const folded = foldedName === name ? own : hashText(foldedName);
	return {
		own,
		folded,
		pattern: pattern === undefined ? 0 : hashText(pattern),
		plain: plain === foldedName ? folded : hashText(plain),
	};
}

/** A year and a month, with or without a day, such as 20251125, 2025_11_25 or 202511. */
const date = /(?<!\d)(?:19|20)\d{2}(?<separator>[-_]?)(?:0[1-9]|1[0-2])(?:\k<separator>(?:0[1-9]|[12]\d|3[01]))?(?!\d)/;

/** Returns a name with `*` in place of its date: `events_*`; `undefined` without a date. */
export function datePattern(name: string): string | undefined {
	return date.test(name) ? name.replace(date, '*') : undefined;
}

/** Returns the last part of a qualified name, with underscores in place of white space. */
export function plainName(name: string): string {
	const last = name.slice(name.lastIndexOf('.') + 1);
	return last.trim().replaceAll(/\s+/g, '_');
}

/** True if names differ only in white space, or in names before a period of one of them. */
export function isRespelled(one = '', other = ''): boolean {
	const [first, second] = [one.toLowerCase(), other.toLowerCase()];
	const plain = plainName(first);
	return plain === plainName(second) && (plain === first) !== (plain === second);
}

const hash = new Hash();

/** Returns the hash of a text; never 0. */
export function hashText(text: string): number {
	const bytes = textBytes(text);
	return hash.of(bytes, 0, bytes.length).low || 1;
}
