import type {HelpPage} from '../../components/help/state.ts';
import {enabledBindings, type Keymap} from '../../keys.ts';
import type {Size} from '../../size.ts';

export type HomeKey =
	| 'up'
	| 'down'
	| 'first'
	| 'last'
	| 'page-up'
	| 'page-down'
	| 'preview'
	| 'review'
	| 'new'
	| 'edit'
	| 'open'
	| 'history'
	| 'watch'
	| 'remove'
	| 'help'
	| 'quit';

/** The keys of home, in the order in which the help shows them. */
export const homeKeys: Keymap<HomeKey> = [
	{
		keys: ['enter'],
		action: 'preview',
		label: 'preview',
		help: 'check the file and show what sending it would change; s sends it there',
	},
	{
		keys: ['w'],
		action: 'watch',
		label: 'watch',
		help: 'watch the sync of the last upload again, where it was not seen',
	},
	{keys: ['r'], action: 'review', label: 'rows', help: 'look at the rows of the file and fix them'},
	{keys: ['n'], action: 'new', label: 'new', help: 'a new profile, step by step'},
	{keys: ['e'], action: 'edit', label: 'edit', help: 'change the settings of the profile'},
	{keys: ['o'], action: 'open', label: 'open a file', help: 'open any file; no account is needed'},
	{keys: ['h'], action: 'history', label: 'history', help: 'what was sent, and how it ended'},
	{keys: ['d', 'delete'], action: 'remove', shown: 'd', help: 'forget the profile; asks before'},
	{keys: ['up', 'k'], action: 'up', shown: '↑ k', help: 'up'},
	{keys: ['down', 'j'], action: 'down', shown: '↓ j', help: 'down'},
	{keys: ['pageup', 'ctrl+u'], action: 'page-up', shown: 'PgUp', help: 'ten up'},
	{keys: ['pagedown', 'ctrl+d'], action: 'page-down', shown: 'PgDn', help: 'ten down'},
	{keys: ['home', 'g'], action: 'first', shown: 'Home g', help: 'the first'},
	{keys: ['end', 'G'], action: 'last', shown: 'End G', help: 'the last'},
	{keys: ['?'], action: 'help', label: 'help', help: 'this help'},
	{keys: ['q', 'ctrl+c'], action: 'quit', label: 'quit', shown: 'q', help: 'quit (also Ctrl+C)'},
];

/** The help of home in a window of this size, under its title. */
export function homeHelp({columns, rows}: Size): HelpPage {
	return {bindings: enabledBindings(homeKeys, undefined), size: {columns, rows: rows - 3}};
}
