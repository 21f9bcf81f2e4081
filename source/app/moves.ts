import {actionOf, type Keymap, type KeyName} from './keys.ts';

export type MoveKey = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';

/** The keys that move in anything that is listed, also while something is typed. */
export const moveKeys: Keymap<MoveKey> = [
	{keys: ['up', 'ctrl+p'], action: 'up', help: 'one up'},
	{keys: ['down', 'ctrl+n'], action: 'down', help: 'one down'},
	{keys: ['pageup'], action: 'page-up', help: 'ten up'},
	{keys: ['pagedown'], action: 'page-down', help: 'ten down'},
	{keys: ['home'], action: 'first', help: 'the first'},
	{keys: ['end'], action: 'last', help: 'the last'},
];

const letters: {readonly [K in MoveKey]?: KeyName} = {up: 'k', down: 'j'};

/** The same with letters, where nothing is typed. */
export const letterMoveKeys: Keymap<MoveKey> = moveKeys.map(binding => {
	const letter = letters[binding.action];
	return letter === undefined ? binding : {...binding, keys: [...binding.keys, letter]};
});

const steps: {readonly [K in MoveKey]: number} = {
	up: -1,
	down: 1,
	'page-up': -10,
	'page-down': 10,
	first: Number.NEGATIVE_INFINITY,
	last: Number.POSITIVE_INFINITY,
};

/** Returns how far a key moves; `undefined` for a key that does not. */
export function moveBy(keymap: Keymap<MoveKey>, key: KeyName): number | undefined {
	const action = actionOf(keymap, key, undefined);
	return action && steps[action];
}
