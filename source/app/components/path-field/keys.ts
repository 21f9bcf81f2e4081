import type {Keymap} from '../../keys.ts';

export type PathKey = 'complete' | 'next' | 'previous';

/** The keys of a field for a path, beside those of every field. */
export const pathKeys: Keymap<PathKey> = [
	{keys: ['tab'], action: 'complete', help: 'complete the path'},
	{keys: ['down'], action: 'next', help: 'the next path'},
	{keys: ['up'], action: 'previous', help: 'the path before'},
];
