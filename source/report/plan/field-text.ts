import type {ChangedField} from '../../plan/changes/changed-fields.ts';
import {graphemes} from '../../text/fit.ts';
import {visible} from '../../text/visible.ts';

/** The number of characters of a value to show. */
const mostShown = 60;
/** The number of equal characters to show before the first difference of long values. */
const mostBefore = 20;

/** Formats a field that changes: `description: "old" -> "new"`. Long values are cut where they differ. */
export function fieldText({field, before, after}: ChangedField): string {
	const [from, to] = cutPair(visible(start(before)), visible(start(after)));
	return `${shortText(field, mostShown)}: ${quoted(before, from)} -> ${quoted(after, to)}`;
}

/** The start of a value in which differences are searched: a value can have megabytes. */
function start(value = ''): string {
	return value.slice(0, 10_000);
}

function quoted(value: string | undefined, shown: string): string {
	return value === undefined ? '(empty)' : `"${shown}"`;
}

/** Cuts two texts to their difference. */
function cutPair(one: string, other: string): readonly [string, string] {
	const pair = [graphemes(one), graphemes(other)] as const;
	if (pair.every(({length}) => length <= mostShown)) return [one, other];
	const [first, second] = pair;
	let same = 0;
	while (same < first.length && same < second.length && first[same] === second[same]) same++;
	const from = same <= mostShown / 2 ? 0 : same - mostBefore;
	return [cut(first, from), cut(second, from)];
}

function cut(characters: readonly string[], from: number): string {
	const shown = characters.slice(from, from + mostShown).join('');
	return `${from > 0 ? '...' : ''}${shown}${from + mostShown < characters.length ? '...' : ''}`;
}

/** Returns the first characters of a text. It can have megabytes. */
export function shortText(text: string, most: number): string {
	return text.length > most ? `${visible(text.slice(0, most))}...` : visible(text);
}
