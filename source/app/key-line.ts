import {width} from '../text/width.ts';
import {type EnabledBinding, shownKeys} from './keys.ts';
import type {Paint} from './theme.ts';

/** A key and its effect in a word or two. */
type KeyLabel<Action extends string> = {readonly action: Action; readonly key: string; readonly label: string};
type KeyLabels<Action extends string = string> = ReadonlyArray<KeyLabel<Action>>;

/**
Returns the key line of a screen: always the last two keys, then those of `ranked` actions (the most important first), then as many
others as fit. The least important labels become short first, until all ranked keys fit.
*/
export function keyLine<Action extends string>(
	bindings: ReadonlyArray<EnabledBinding<Action>>,
	cells: number,
	paint: Paint,
	ranked: readonly Action[] = [],
): string {
	for (let shortened = 0; ; shortened++) {
		const words = labelledKeys(bindings, new Set(ranked.slice(ranked.length - shortened)));
		const last = words.slice(-2);
		const first = ranked.flatMap(action => words.find(word => word.action === action) ?? []);
		const hasRoom = roomLeft([...new Set([...last, ...first])], cells) >= 0;
		if (hasRoom || shortened === ranked.length) return fitted(words, last, first, cells, paint);
	}
}

/** Returns the key line of a question: always the first answer, the way back and `important` actions, and as many others as fit. */
export function questionKeyLine<Action extends string>(
	bindings: ReadonlyArray<EnabledBinding<Action>>,
	cells: number,
	paint: Paint,
	important: readonly Action[] = [],
): string {
	const words = labelledKeys(bindings, new Set<Action>());
	const last = words.length - 1;
	const always = words.filter(({action}, at) => at === 0 || at === last || important.includes(action));
	return fitted(words, always, [], cells, paint);
}

/** Returns the keys that have a label, with the short ones of the actions in `short`. */
function labelledKeys<Action extends string>(
	bindings: ReadonlyArray<EnabledBinding<Action>>,
	short: ReadonlySet<Action>,
): KeyLabels<Action> {
	return bindings.flatMap(binding => {
		const {action, label, short: shortLabel} = binding;
		if (label === undefined) return [];
		return [{action, key: shownKeys(binding), label: (short.has(action) ? shortLabel : undefined) ?? label}];
	});
}

/** The space between two keys. */
const gap = '  ';

/** Returns the cells of a key and the gap after it. */
function cellsOf({key, label}: KeyLabel<string>): number {
	return width(key) + 1 + width(label) + gap.length;
}

/** Returns the cells that are left beside these keys. */
function roomLeft(words: KeyLabels, cells: number): number {
	// The last key has no gap after it.
	return cells + gap.length - words.reduce((sum, word) => sum + cellsOf(word), 0);
}

/** Returns the line of `always`, of those of `first` that fit, and of all others up to the first that does not. */
function fitted(words: KeyLabels, always: KeyLabels, first: KeyLabels, cells: number, paint: Paint): string {
	const shown = new Set(always);
	let room = roomLeft(always, cells);
	const show = (word: KeyLabel<string>) => {
		if (shown.has(word)) return true;
		if (cellsOf(word) > room) return false;
		shown.add(word);
		room -= cellsOf(word);
		return true;
	};
	for (const word of first) show(word);
	const others = words.filter(word => !shown.has(word) && !first.includes(word));
	others.every(show);
	return words
		.filter(word => shown.has(word))
		.map(({key, label}) => `${paint('key', key)} ${label}`)
		.join(gap);
}
