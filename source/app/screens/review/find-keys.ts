import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import type {Mode, ReviewState} from './state.ts';

export type FindAction = 'apply' | 'older' | 'newer' | 'back';

/** What the labels of these keys, and which of them are enabled, depend on. */
export type FindKeyContext = {
	readonly what: 'filter' | 'search';
	readonly hasOlder: boolean;
	readonly hasNewer: boolean;
};

/** The keys while a filter or a text to search is typed, beside those of every field. */
export const findKeys: Keymap<FindAction, FindKeyContext> = [
	{
		keys: ['enter'],
		action: 'apply',
		label: ({what}) => (what === 'filter' ? 'show these rows' : 'search'),
		help: 'apply the filter, or search',
	},
	{
		keys: ['up', 'ctrl+p'],
		action: 'older',
		label: 'earlier text',
		shown: '↑',
		help: 'the text that was used before',
		disabled: ({hasOlder}) => (hasOlder ? undefined : 'No earlier text.'),
	},
	{
		keys: ['down', 'ctrl+n'],
		action: 'newer',
		shown: '↓',
		help: 'the text that was used after that',
		disabled: ({hasNewer}) => (hasNewer ? undefined : 'No later text.'),
	},
	{keys: ['escape', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

export const findHints: ReadonlyArray<KeyHint<FindAction>> = [
	{keys: ['tab', 'pagedown'], action: 'apply', does: 'applies it'},
	{keys: 'other', action: 'back', does: 'goes back'},
];

/** Returns what the keys of the line depend on. */
export function findKeyContext(
	{recentTexts: texts}: ReviewState,
	{what, recalled}: Extract<Mode, {name: 'find'}>,
): FindKeyContext {
	return {what, hasOlder: recalled + 1 < texts[what].length, hasNewer: recalled >= 0};
}
