import stringWidth from 'string-width';
import {isSeparate, oneCell, twoCells} from './separate-characters.ts';

/** Styles (SGR), which take no cells. */
const styles = /\u001B\[[\d;]*m/g;

const ascii = /^[\u0020-\u007E]*$/;

const narrow = new RegExp(`^[${oneCell}]*$`);
const stable = new RegExp(`^[${oneCell}${twoCells}]*$`);
const allButTwoCells = new RegExp(`[^${twoCells}]+`, 'g');

/** The widths of texts that need segmentation: a frame measures the same lines as the one before. */
const known = new Map<string, number>();
const mostKnown = 8192;

/** Returns the terminal cells that a text takes. Styles (SGR) and links (OSC 8) take none. */
export function width(text: string): number {
	if (ascii.test(text)) return text.length;
	const bare = withoutStyles(text);
	if (narrow.test(bare)) return bare.length;
	// An emoji is two code units, and takes two cells.
	if (stable.test(bare) || isSeparate(bare)) return bare.length + bare.replace(allButTwoCells, '').length;
	const found = known.get(text);
	if (found !== undefined) return found;
	const cells = stringWidth(text);
	if (known.size >= mostKnown) known.clear();
	known.set(text, cells);
	return cells;
}

/** True if every terminal shows the characters of a text, which may be styled, in the same cells. */
export function hasStableCells(text: string): boolean {
	return stable.test(withoutStyles(text));
}

/** Returns a text without its styles (SGR). */
export function withoutStyles(text: string): string {
	return text.includes('\u001B') ? text.replace(styles, '') : text;
}
