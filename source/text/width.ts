import stringWidth from 'string-width';

/** Styles (SGR), which take no cells. */
const styles = /\u001B\[[\d;]*m/g;

const ascii = /^[\u0020-\u007E]*$/;

/**
Characters of one cell each, whatever is beside them: ASCII, Latin letters, and the signs that the screens draw. None is an
emoji, and none joins another.
*/
const oneCell =
	'\\u0020-\\u007E\\u00A1-\\u00A8\\u00AA-\\u00AC\\u00AF-\\u02FF\\u2010-\\u2019\\u201C-\\u201E\\u2022\\u2026\\u2039\\u203A\\u2190-\\u2193\\u21E5\\u2212\\u23CE\\u2500-\\u259F\\u25B8\\u2713\\u2717';

/** Characters of two cells each: Chinese and Japanese, and the syllables of Korean. */
const twoCells =
	'\\u3001-\\u3029\\u3041-\\u3096\\u30A1-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60';

const narrow = new RegExp(`^[${oneCell}]*$`);
const allNarrow = new RegExp(`[${oneCell}]+`, 'g');
const stable = new RegExp(`^[${oneCell}${twoCells}]*$`);

/** The widths of texts that need segmentation: a frame measures the same lines as the one before. */
const known = new Map<string, number>();
const mostKnown = 8192;

/** Returns the terminal cells that a text takes. Styles (SGR) and links (OSC 8) take none. */
export function width(text: string): number {
	if (ascii.test(text)) return text.length;
	const bare = withoutStyles(text);
	if (narrow.test(bare)) return bare.length;
	if (stable.test(bare)) return bare.length + bare.replace(allNarrow, '').length;
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

function withoutStyles(text: string): string {
	return text.includes('\u001B') ? text.replace(styles, '') : text;
}
