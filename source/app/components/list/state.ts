import {folded} from '../../../text/folded.ts';
import type {KeyName} from '../../keys.ts';
import {letterMoveKeys, moveBy, moveKeys} from '../../moves.ts';
import {lineAction} from '../line-editor/keys.ts';
import {editLine, type LineState, lineOf, textOf} from '../line-editor/state.ts';

/** Something to pick. */
export type ListItem = {
	readonly id: string;
	readonly label: string;
	/** What is said beside it. */
	readonly detail?: string | undefined;
	/** Shown whatever is searched for. */
	readonly always?: boolean;
};

/** A list from which one is picked. With a query, only what holds all of its words is shown. */
export type ListState = {
	readonly items: readonly ListItem[];
	readonly query: LineState;
	/** The items that are shown. */
	readonly shown: readonly ListItem[];
	/** Among those that are shown. */
	readonly selected: number;
};

export function listOf(items: readonly ListItem[], selected?: string | undefined): ListState {
	const at = items.findIndex(({id}) => id === selected);
	return {items, query: lineOf(''), shown: items, selected: Math.max(0, at)};
}

export function selectedItem({shown, selected}: ListState): ListItem | undefined {
	return shown[selected];
}

/** What letters do in a list. */
export type LetterMode = 'search' | 'move';

/** Returns the list after a key; the same object when nothing changes. */
export function listKey(state: ListState, key: KeyName, letters: LetterMode): ListState {
	const by = moveBy(letters === 'search' ? moveKeys : letterMoveKeys, key);
	if (by !== undefined) return select(state, state.selected + by);
	const action = letters === 'search' ? lineAction(key) : undefined;
	return action === undefined ? state : searched(state, editLine(state.query, action));
}

/** Pasted text is searched for. */
export function listPaste(state: ListState, text: string): ListState {
	return searched(state, editLine(state.query, {type: 'insert', text}));
}

function select(state: ListState, wanted: number): ListState {
	const selected = Math.max(0, Math.min(state.shown.length - 1, wanted));
	return selected === state.selected ? state : {...state, selected};
}

function searched(state: ListState, query: LineState): ListState {
	if (query === state.query) return state;
	const words = folded(textOf(query)).split(/\s+/).filter(Boolean);
	const holds = (text: string) => words.every(word => text.includes(word));
	const called: ListItem[] = [];
	const beside: ListItem[] = [];
	const always: ListItem[] = [];
	for (const item of state.items) {
		const {label, all} = textsOf(item);
		if (item.always) always.push(item);
		else if (holds(label)) called.push(item);
		else if (holds(all)) beside.push(item);
	}

	// What is called so stands before what only says so beside its name.
	const shown = words.length === 0 ? state.items : [...called, ...beside, ...always];
	// What is always there is chosen by the person alone, not by what a search leaves over.
	const kept = shown.findIndex(({id, always: stays}) => stays !== true && id === selectedItem(state)?.id);
	return {...state, query, shown, selected: Math.max(0, kept)};
}

type Texts = {readonly label: string; readonly all: string};

/** Folded once for each item, and not at every key for thousands of them. */
const foldedTexts = new WeakMap<ListItem, Texts>();

function textsOf(item: ListItem): Texts {
	const known = foldedTexts.get(item);
	if (known !== undefined) return known;
	const label = folded(item.label);
	const texts = {label, all: `${label} ${folded(item.detail ?? '')}`};
	foldedTexts.set(item, texts);
	return texts;
}
