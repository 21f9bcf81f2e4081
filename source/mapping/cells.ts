import {trim} from '../kinds/values/trim.ts';

/** Hyphen, en dash and em dash: the first characters of a cell that can be blank although it has text. */
const dashes = new Set(['-', '\u2013', '\u2014']);

/** Returns a trimmed cell; empty for one of hyphens or dashes only, which is written for an absent value. */
export function filledText(cell: string | undefined): string {
	const text = trim(cell ?? '');
	return dashes.has(text.charAt(0)) && /^[-\u2013\u2014]+$/.test(text) ? '' : text;
}

/** True if a cell has no text. */
export function isBlank(cell: string | undefined): boolean {
	return filledText(cell) === '';
}
