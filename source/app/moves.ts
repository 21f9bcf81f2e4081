import {actionOf, type Keymap, type KeyName} from './keys.ts';

export type MoveKey = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** The keys that move in every list, also while text is typed. */
export const moveKeys: Keymap<MoveKey> = [
	{keys: ['up', 'ctrl+p'], action: 'up', help: 'up'},
	{keys: ['down', 'ctrl+n'], action: 'down', help: 'down'},
	{keys: ['pageup'], action: 'page-up', help: 'ten lines up'},
	{keys: ['pagedown'], action: 'page-down', help: 'ten lines down'},
	{keys: ['home'], action: 'first', help: 'first line'},
	{keys: ['end'], action: 'last', help: 'last line'},
];

const letters: {readonly [K in MoveKey]?: KeyName} = {up: 'k', down: 'j'};

/** The same keys and letters, for lists into which no text is typed. */
export const letterMoveKeys: Keymap<MoveKey> = moveKeys.map(binding => {
	const letter = letters[binding.action];
	return letter === undefined ? binding : {...binding, keys: [...binding.keys, letter]};
});

/** The bindings for one step in a list of such rows: `row`, `node`. */
export function stepKeys(row: string): Keymap<'up' | 'down'> {
	return [
		{keys: ['up', 'k'], action: 'up', shown: '↑ k', help: `one ${row} up`},
		{keys: ['down', 'j'], action: 'down', shown: '↓ j', help: `one ${row} down`},
	];
}

/** The bindings for pages and halves of them. */
export const pageKeys: Keymap<'page-up' | 'page-down' | 'half-up' | 'half-down'> = [
	{keys: ['pageup'], action: 'page-up', help: 'one page up'},
	{keys: ['pagedown'], action: 'page-down', help: 'one page down'},
	{keys: ['ctrl+u'], action: 'half-up', help: 'half a page up'},
	{keys: ['ctrl+d'], action: 'half-down', help: 'half a page down'},
];

/** The bindings for the ends of a list. */
export function endKeys(row: string): Keymap<'first' | 'last'> {
	return [
		{keys: ['home', 'g'], action: 'first', shown: 'Home g', help: `first ${row}`},
		{keys: ['end', 'G'], action: 'last', shown: 'End G', help: `last ${row}`},
	];
}

/** All bindings that move in a short list, where half a page is a page. */
export function listKeys(row: string, page = 'one page'): Keymap<MoveKey> {
	return [
		...stepKeys(row),
		{keys: ['pageup', 'ctrl+u'], action: 'page-up', shown: 'PgUp', help: `${page} up (also Ctrl+U)`},
		{keys: ['pagedown', 'ctrl+d'], action: 'page-down', shown: 'PgDn', help: `${page} down (also Ctrl+D)`},
		...endKeys(row),
	];
}

const distances: {readonly [K in MoveKey]: number} = {
	up: -1,
	down: 1,
	'page-up': -10,
	'page-down': 10,
	first: Number.NEGATIVE_INFINITY,
	last: Number.POSITIVE_INFINITY,
};

/** Returns the number of lines that a key moves by; `undefined` for other keys. */
export function moveBy(keymap: Keymap<MoveKey>, key: KeyName): number | undefined {
	const action = actionOf(keymap, key, undefined);
	return action && distances[action];
}
