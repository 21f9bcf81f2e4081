import {folded} from '../../../text/folded.ts';
import type {KeyName} from '../../keys.ts';
import {letterMoveKeys, moveBy, moveKeys} from '../../moves.ts';
import {lineAction} from '../line-editor/keys.ts';
import {editLine, type LineState, lineOf, textOf} from '../line-editor/state.ts';

/** An item of a list. */
export type ListItem = {
	readonly id: string;
	readonly label: string;
	/** A description that is shown next to the label. */
	readonly detail?: string | undefined;
	/** True to show the item whatever the query is. */
	readonly always?: boolean;
};

/** A list from which the user picks one item. A query limits it to the items that contain all of its words. */
export type ListState = {
	readonly items: readonly ListItem[];
	readonly query: LineState;
	/** The visible items. */
	readonly shown: readonly ListItem[];
	/** The index of the selected item in `shown`. */
	readonly selected: number;
};

export function listOf(items: readonly ListItem[], selected?: string | undefined): ListState {
	const at = items.findIndex(({id}) => id === selected);
	return {items, query: lineOf(''), shown: items, selected: Math.max(0, at)};
}

export function selectedItem({shown, selected}: ListState): ListItem | undefined {
	return shown[selected];
}

/** The effect of letters in a list: they are typed into the query, or move the selection. */
export type LetterMode = 'search' | 'move';

/** Returns the list after a key; the same object if nothing changes. */
export function listKey(state: ListState, key: KeyName, letters: LetterMode): ListState {
	const by = moveBy(letters === 'search' ? moveKeys : letterMoveKeys, key);
	if (by !== undefined) return select(state, state.selected + by);
	const action = letters === 'search' ? lineAction(key) : undefined;
	return action === undefined ? state : searched(state, editLine(state.query, action));
}

/** Inserts pasted text into the query. */
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
	const matches = (text: string) => words.every(word => text.includes(word));
	const byLabel: ListItem[] = [];
	const byDetail: ListItem[] = [];
	const always: ListItem[] = [];
	for (const item of state.items) {
		const {label, all} = textsOf(item);
		if (item.always) always.push(item);
		else if (matches(label)) byLabel.push(item);
		else if (matches(all)) byDetail.push(item);
	}

	// Items that match by their label come first.
	const shown = words.length === 0 ? state.items : [...byLabel, ...byDetail, ...always];
	// A search never selects an item that is always shown.
	const kept = shown.findIndex(({id, always: stays}) => stays !== true && id === selectedItem(state)?.id);
	return {...state, query, shown, selected: Math.max(0, kept)};
}

type Texts = {readonly label: string; readonly all: string};

/** The folded texts of each item: thousands of items would otherwise be folded at every key. */
const foldedTexts = new WeakMap<ListItem, Texts>();

function textsOf(item: ListItem): Texts {
	const known = foldedTexts.get(item);
	if (known !== undefined) return known;
	const label = folded(item.label);
	const texts = {label, all: `${label} ${folded(item.detail ?? '')}`};
	foldedTexts.set(item, texts);
	return texts;
}
