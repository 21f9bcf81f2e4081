import {width} from '../text/fit.ts';
import {type Binding, shownKeys} from './keys.ts';
import type {Paint} from './theme.ts';

/** A key as it is written, and what it does, in a word or two. */
export type KeyWord = readonly [key: string, label: string];

/** The last line of a screen: the keys that matter here, as many as there is room for, the last two always. */
export function keyLine(bindings: ReadonlyArray<Binding<string>>, cells: number, paint: Paint): string {
	const words = bindings.flatMap(binding =>
		binding.label === undefined ? [] : [[shownKeys(binding), binding.label] as const],
	);
	return fitted(words, words.slice(-2), cells, paint);
}

/** The keys of a question: the answer that comes first and the way back always, the others as far as there is room. */
export function keysText(words: readonly KeyWord[], cells: number, paint: Paint): string {
	return fitted(words, [...words.slice(0, 1), ...words.slice(-1)], cells, paint);
}

function fitted(words: readonly KeyWord[], always: readonly KeyWord[], cells: number, paint: Paint): string {
	const size = ([key, label]: KeyWord) => width(key) + 1 + width(label) + 2;
	let room = cells - always.reduce((sum, word) => sum + size(word), 0);
	const shown = words.filter(word => {
		if (always.includes(word)) return true;
		room -= size(word);
		return room >= 0;
	});
	return shown.map(([key, label]) => `${paint('key', key)} ${label}`).join('  ');
}
