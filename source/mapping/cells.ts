import {trim} from '../kinds/values/trim.ts';

/** Returns a trimmed cell; empty for one of hyphens or dashes only, which is written for an absent value. */
export function filledText(cell: string | undefined): string {
	const text = trim(cell ?? '');
	return /^[-\u2013\u2014]+$/.test(text) ? '' : text;
}
