import {cutTo} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import type {FieldChange} from './plan-reader.ts';
import {detailTexts as texts} from './texts.ts';

/** The characters of a value that are drawn at most. */
const longestValue = 1000;

/** The characters before the first difference that are shown. */
const context = 12;

/** The least number of cells for a value. */
const shortestValue = 6;

/** Formats a changed field in about `cells`: `description: "old" -> "new"`, from the first difference on where they are long. */
export function fieldLine({field, before, after}: FieldChange, cells: number): string {
	const label = `${valueText(field)}: `;
	if (before === undefined) return `${label}${quoted(after, cells - width(label))}`;
	const room = cells - width(label) - 4;
	const half = Math.max(shortestValue, Math.floor(room / 2));
	const isLong = Math.max(before.length, after.length) > half - 2;
	const from = isLong ? Math.max(0, firstDifference(before, after) - context) : 0;
	const old = quoted(before, half, from);
	return `${label}${old} -> ${quoted(after, Math.max(half, room - width(old)), from)}`;
}

/** Returns a value in quotes in at most `cells`, from a character on. */
function quoted(value: string, cells: number, from = 0): string {
	if (value === '') return texts.empty;
	const start = from > 0 && value.length > from ? '…' : '';
	const text = value.slice(start === '' ? 0 : from, from + longestValue);
	return `"${cutTo(`${start}${valueText(text)}`, Math.max(1, cells - 2))}"`;
}

function firstDifference(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	// A surrogate pair is not divided.
	return at > 0 && /[\uD800-\uDBFF]/.test(one[at - 1] ?? '') ? at - 1 : at;
}
