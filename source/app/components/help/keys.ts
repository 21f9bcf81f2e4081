import type {KeyHint} from '../../hints.ts';
import type {Keymap, KeyName} from '../../keys.ts';
import {letterMoveKeys, type MoveKey, moveKeys} from '../../moves.ts';

/** The state that the keys of the help depend on. */
export type HelpContext = {
	/** True if all entries fit into the window. */
	readonly isWhole: boolean;
	/** True if a search limits the entries. */
	readonly isNarrowed: boolean;
};

export type HelpAction = 'scroll' | 'page-down' | 'page-up' | 'search' | 'close' | 'back';

const pages: ReadonlySet<MoveKey> = new Set(['page-up', 'page-down']);

function whyScrollIsDisabled({isWhole}: HelpContext): string | undefined {
	return isWhole ? 'All keys are shown.' : undefined;
}

/** The keys of the help. */
export const helpKeys: Keymap<HelpAction, HelpContext> = [
	{
		keys: letterMoveKeys.flatMap(({keys, action}) => (pages.has(action) ? [] : keys)),
		action: 'scroll',
		label: 'scroll',
		shown: '↑ ↓',
		help: 'scroll (also j and k, Home and End)',
		disabled: whyScrollIsDisabled,
	},
	{
		keys: [' ', 'pagedown', 'ctrl+f'],
		action: 'page-down',
		label: 'next page',
		shown: 'Space',
		help: 'one page down (also PgDn)',
		disabled: whyScrollIsDisabled,
	},
	{
		keys: ['b', 'pageup', 'ctrl+b'],
		action: 'page-up',
		shown: 'b',
		help: 'one page up (also PgUp)',
		disabled: whyScrollIsDisabled,
	},
	{keys: ['/'], action: 'search', label: 'search', help: 'search by key or by word'},
	{keys: ['enter', '?', 'q'], action: 'close', shown: 'q', help: 'close the help (also Enter and ?)'},
	{
		keys: ['escape', 'ctrl+c'],
		action: 'back',
		label: ({isNarrowed}) => (isNarrowed ? 'show all' : 'back'),
		shown: 'Esc',
		help: 'show all keys again, or close the help',
	},
];

export const helpHints: ReadonlyArray<KeyHint<HelpAction>> = [
	{keys: 'typed', action: 'search', does: 'searches the keys'},
	{keys: 'other', action: 'back', does: 'goes back'},
];

export type HelpSearchAction = 'scroll' | 'page-down' | 'page-up' | 'done' | 'clear';

/** The keys while a search in the help is typed, in addition to the keys of text fields. */
export const helpSearchKeys: Keymap<HelpSearchAction, HelpContext> = [
	{
		keys: keysOf('up', 'down'),
		action: 'scroll',
		label: 'scroll',
		shown: '↑ ↓',
		help: 'scroll',
		disabled: whyScrollIsDisabled,
	},
	{keys: keysOf('page-down'), action: 'page-down', help: 'one page down', disabled: whyScrollIsDisabled},
	{keys: keysOf('page-up'), action: 'page-up', help: 'one page up', disabled: whyScrollIsDisabled},
	{keys: ['enter'], action: 'done', label: 'done', help: 'keep the matches and scroll'},
	{keys: ['escape', 'ctrl+c'], action: 'clear', label: 'show all', shown: 'Esc', help: 'clear the search'},
];

function keysOf(...actions: readonly MoveKey[]): readonly KeyName[] {
	return moveKeys.flatMap(({keys, action}) => (actions.includes(action) ? keys : []));
}

export const helpSearchHints: ReadonlyArray<KeyHint<HelpSearchAction>> = [
	{keys: 'other', action: 'clear', does: 'clears the search'},
];
