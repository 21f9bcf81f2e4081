import {width} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import type {Paint} from '../../theme.ts';
import type {LineState} from './state.ts';

/** The line as it is drawn: exactly `cells` wide, scrolled so that the cursor is seen, the cursor in reverse. */
export function drawLine(
	{graphemes, cursor}: LineState,
	cells: number,
	paint: Paint,
): {readonly text: string; readonly cursorAt: number} {
	const shown = graphemes.map(grapheme => visible(grapheme));
	const widths = shown.map(part => width(part));
	// One cell is kept for the cursor at the end of the line.
	let start = cursor;
	let used = 1;
	while (start > 0 && used + (widths[start - 1] ?? 0) <= cells - 1) {
		start--;
		used += widths[start] ?? 0;
	}

	let text = '';
	let filled = 0;
	let cursorAt = 0;
	for (let at = start; at <= shown.length; at++) {
		const part = shown[at] ?? ' ';
		const wide = widths[at] ?? 1;
		if (filled + wide > cells || (at === shown.length && at !== cursor)) break;
		if (at === cursor) cursorAt = filled;
		text += at === cursor ? paint('cursor', part) : part;
		filled += wide;
	}

	return {text: text + ' '.repeat(Math.max(0, cells - filled)), cursorAt};
}
