import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import {letterMoveKeys} from '../../moves.ts';

export type ExplainAction = 'scroll' | 'back' | 'help';

/** The keys of the explanation of a problem. */
export const explainKeys: Keymap<ExplainAction> = [
	{
		keys: letterMoveKeys.flatMap(({keys}) => keys),
		action: 'scroll',
		label: 'scroll',
		shown: '↑ ↓',
		help: 'scroll (also j and k, PgUp and PgDn, Home and End)',
	},
	{keys: ['?'], action: 'help', help: 'this help'},
	{
		keys: ['escape', 'i', 'q', 'enter', 'ctrl+c'],
		action: 'back',
		label: 'back',
		shown: 'Esc',
		help: 'back to the table (also i, q and Enter)',
	},
];

export const explainHints: ReadonlyArray<KeyHint<ExplainAction>> = [
	{keys: [' ', 'b'], action: 'scroll', does: 'scrolls'},
	{keys: 'other', action: 'back', does: 'goes back to the table'},
];
