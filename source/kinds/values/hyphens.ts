import {trim} from './trim.ts';

/** True if a text consists of hyphens, with or without white space around them. */
export function isHyphens(text: string): boolean {
	return /^-+$/.test(trim(text));
}
