import {cutTo, graphemes} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Paint} from '../../theme.ts';
import {rowTexts} from './texts.ts';

/** How much of the room is before the fault, if the text is longer. */
const shareBefore = 0.6;

/** Draws the part of a text around the character where it stops being a record, and a caret under that; `at` counts UTF-16 units. */
export function drawFault(text: string, at: number, columns: number, paint: Paint): readonly string[] {
	const before = endOf(valueText(text.slice(0, at)), Math.floor(columns * shareBefore));
	const after = valueText(text.slice(at, at + columns * maxUnits));
	return [cutTo(before + after, columns), `${' '.repeat(width(before))}${paint('error', '^')}`];
}

/** UTF-16 units of the longest character that is shown as one. */
const maxUnits = 16;

/** Returns the end of a text that fits into so many terminal cells, after a sign for the rest. */
function endOf(text: string, cells: number): string {
	const shown: string[] = [];
	let room = cells - width(rowTexts.cut);
	if (width(text) <= cells) return text;
	for (const character of graphemes(text.slice(-cells * maxUnits)).reverse()) {
		room -= width(character);
		if (room < 0) break;
		shown.push(character);
	}

	return `${rowTexts.cut}${shown.reverse().join('')}`;
}
