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
