import {width} from '../text/width.ts';
import {type EnabledBinding, shownKeys} from './keys.ts';
import type {Paint} from './theme.ts';

/** A key and its effect in a word or two. */
export type KeyLabel = readonly [key: string, label: string];

/** Returns the key line of a screen: always the last two keys and those of `important` actions, and as many others as fit. */
export function keyLine<Action extends string>(
	bindings: ReadonlyArray<EnabledBinding<Action>>,
	cells: number,
	paint: Paint,
	important: readonly Action[] = [],
): string {
	const labelled = labelledWords(bindings);
	const always = labelled.filter(({action}, at) => important.includes(action) || at >= labelled.length - 2);
	return fitted(wordsOf(labelled), wordsOf(always), cells, paint);
}

/** Returns the key line of a question: always the first answer, the way back and `important` actions, and as many others as fit. */
export function questionKeyLine<Action extends string>(
	bindings: ReadonlyArray<EnabledBinding<Action>>,
	cells: number,
	paint: Paint,
	important: readonly Action[] = [],
): string {
	const labelled = labelledWords(bindings);
	const last = labelled.length - 1;
	const always = labelled.filter(({action}, at) => at === 0 || at === last || important.includes(action));
	return fitted(wordsOf(labelled), wordsOf(always), cells, paint);
}

type Labelled<Action> = {readonly action: Action; readonly word: KeyLabel};

function labelledWords<Action extends string>(
	bindings: ReadonlyArray<EnabledBinding<Action>>,
): ReadonlyArray<Labelled<Action>> {
	return bindings.flatMap(binding =>
		binding.label === undefined ? [] : [{action: binding.action, word: [shownKeys(binding), binding.label] as const}],
	);
}

function wordsOf(labelled: ReadonlyArray<Labelled<string>>): readonly KeyLabel[] {
	return labelled.map(({word}) => word);
}

/** The space between two keys. */
const gap = '  ';

function fitted(words: readonly KeyLabel[], always: readonly KeyLabel[], cells: number, paint: Paint): string {
	const size = ([key, label]: KeyLabel) => width(key) + 1 + width(label) + gap.length;
	// The last key has no gap after it.
	let room = cells + gap.length - always.reduce((sum, word) => sum + size(word), 0);
	const shown = words.filter(word => {
		if (always.includes(word)) return true;
		room -= size(word);
		return room >= 0;
	});
	return shown.map(([key, label]) => `${paint('key', key)} ${label}`).join(gap);
}
