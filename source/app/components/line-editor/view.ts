import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import type {LineState} from './state.ts';

/**
Draws a line exactly `cells` wide, scrolled so that the cursor is visible. `cursorAt` is the cell of the terminal's cursor. A
mask replaces every character.
*/
export function drawLine(
	{graphemes, cursor}: LineState,
	cells: number,
	mask?: string,
): {readonly text: string; readonly cursorAt: number} {
	const shown = graphemes.map(grapheme => mask ?? valueText(grapheme));
	const widths = shown.map(part => width(part));
	// One cell is reserved for the cursor at the end of the line.
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
		if (at === cursor) cursorAt = filled;
		const wide = widths[at] ?? 0;
		if (at === shown.length || filled + wide > cells) break;
		text += shown[at] ?? '';
		filled += wide;
	}

	return {text: text + ' '.repeat(Math.max(0, cells - filled)), cursorAt};
}
