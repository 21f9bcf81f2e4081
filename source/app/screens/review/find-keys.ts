import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import type {Mode, ReviewState} from './state.ts';

export type FindAction = 'apply' | 'older' | 'newer' | 'back';

/** The context of the labels and the enabled bindings of the filter and search line. */
export type FindKeyContext = {
	readonly what: 'filter' | 'search';
	readonly hasOlder: boolean;
	readonly hasNewer: boolean;
};

/** The keys while a filter or a search text is typed, in addition to those of every text field. */
export const findKeys: Keymap<FindAction, FindKeyContext> = [
	{
		keys: ['enter'],
		action: 'apply',
		label: ({what}) => (what === 'filter' ? 'apply the filter' : 'search'),
		help: 'apply the filter, or search',
	},
	{
		keys: ['up', 'ctrl+p'],
		action: 'older',
		label: ({what}) => (what === 'filter' ? 'earlier filter' : 'earlier search'),
		shown: '↑',
		help: 'the previous filter or search',
		disabled: ({hasOlder}) => (hasOlder ? undefined : 'There is no earlier one.'),
	},
	{
		keys: ['down', 'ctrl+n'],
		action: 'newer',
		shown: '↓',
		help: 'the next filter or search',
		disabled: ({hasNewer}) => (hasNewer ? undefined : 'There is no later one.'),
	},
	{keys: ['escape', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

export const findHints: ReadonlyArray<KeyHint<FindAction>> = [
	{keys: ['tab', 'pagedown'], action: 'apply', does: 'applies the filter or searches'},
	{keys: 'other', action: 'back', does: 'goes back to the table'},
];

/** Returns the context of the keys of the line. */
export function findKeyContext(
	{recentTexts: texts}: ReviewState,
	{what, recalled}: Extract<Mode, {name: 'find'}>,
): FindKeyContext {
	return {what, hasOlder: recalled + 1 < texts[what].length, hasNewer: recalled >= 0};
}
