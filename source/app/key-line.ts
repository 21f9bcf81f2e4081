import {width} from '../text/fit.ts';
import {type Binding, shownKeys} from './keys.ts';
import type {Paint} from './theme.ts';

/** A key as it is written, and what it does, in a word or two. */
export type KeyWord = readonly [key: string, label: string];

/** The last line of a screen: the keys that matter here, as many as there is room for, the last two and `important` actions always. */
export function keyLine<Action extends string>(
	bindings: ReadonlyArray<Binding<Action>>,
	cells: number,
	paint: Paint,
	important: readonly Action[] = [],
): string {
	const labelled = bindings.flatMap(({label, ...binding}) =>
		label === undefined ? [] : [{action: binding.action, word: [shownKeys(binding), label] as const}],
	);
	const words = labelled.map(({word}) => word);
	const always = labelled.flatMap(({action, word}) => (important.includes(action) ? [word] : []));
	return fitted(words, [...always, ...words.slice(-2)], cells, paint);
}

/** The keys of a question: the answer that comes first, the way back and `important` ones always, the others as far as there is room. */
export function keysText(
	words: readonly KeyWord[],
	cells: number,
	paint: Paint,
	important: readonly KeyWord[] = [],
): string {
	return fitted(words, [...new Set([...words.slice(0, 1), ...important, ...words.slice(-1)])], cells, paint);
}

/** Between two keys. */
const gap = '  ';

function fitted(words: readonly KeyWord[], always: readonly KeyWord[], cells: number, paint: Paint): string {
	const size = ([key, label]: KeyWord) => width(key) + 1 + width(label) + gap.length;
	// Behind the last one there is no gap.
	let room = cells + gap.length - always.reduce((sum, word) => sum + size(word), 0);
	const shown = words.filter(word => {
		if (always.includes(word)) return true;
		room -= size(word);
		return room >= 0;
	});
	return shown.map(([key, label]) => `${paint('key', key)} ${label}`).join(gap);
}
