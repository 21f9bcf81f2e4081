import {width} from './width.ts';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const plain = /^[\u0020-\u007E]*$/;

/** Splits a text into characters as users perceive them. */
export function graphemes(text: string): string[] {
	return plain.test(text) ? [...text] : Array.from(segmenter.segment(text), ({segment}) => segment);
}

/** Cuts or pads a text to exactly `cells` terminal cells. A wide character is never split. */
export function fit(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
	const cut = cutTo(text, cells);
	const padding = ' '.repeat(Math.max(0, cells - width(cut)));
	return align === 'left' ? cut + padding : padding + cut;
}

/** Cuts a text to at most `cells` terminal cells; a cut text ends with `…`. */
export function cutTo(text: string, cells: number): string {
	if (cells <= 0) return '';
	// A cell can have a million characters: only the start of a long text is measured.
	const near = text.length > cells * 16 ? text.slice(0, cells * 16) : text;
	if (near === text && width(text) <= cells) return text;
	let kept = '';
	let used = 0;
	for (const grapheme of graphemes(near)) {
		const wide = width(grapheme);
		if (used + wide > cells - 1) break;
		kept += grapheme;
		used += wide;
	}

	return `${kept}…`;
}

/** Breaks a text into lines of at most `cells`, at spaces where possible. Stops after `most` lines. */
export function wrap(text: string, cells: number, most = Number.POSITIVE_INFINITY): string[] {
	const lines: string[] = [];
	let rest = graphemes(text.length > cells * 64 ? text.slice(0, cells * 64) : text);
	while (rest.length > 0 && lines.length < most) {
		const end = lineEnd(rest, cells);
		const last = lines.length + 1 === most && end < rest.length;
		lines.push(last ? cutTo(rest.join(''), cells) : rest.slice(0, end).join('').trimEnd());
		rest = rest.slice(end);
		while (rest[0] === ' ') rest.shift();
	}

	return lines;
}

/** Returns the number of graphemes that fit on one line. */
function lineEnd(rest: readonly string[], cells: number): number {
	let used = 0;
	let lastSpace = 0;
	for (const [at, grapheme] of rest.entries()) {
		used += width(grapheme);
		if (grapheme === ' ') lastSpace = at + 1;
		else if (used > cells) return lastSpace > 0 ? lastSpace : Math.max(1, at);
	}

	return rest.length;
}
