import type {Keymap} from '../../keys.ts';

export type PathKey = 'complete' | 'next' | 'previous';

/** The keys of a path field, in addition to the keys of text fields. */
export const pathKeys: Keymap<PathKey> = [
	{keys: ['tab'], action: 'complete', help: 'complete the path'},
	{keys: ['down'], action: 'next', help: 'next suggestion'},
	{keys: ['up'], action: 'previous', help: 'previous suggestion'},
];
