import type {Keymap} from './keys.ts';

export type AppKey = 'leave' | 'suspend';

/** The keys of the app as a whole. */
export const appKeys: Keymap<AppKey> = [
	{keys: ['ctrl+c'], action: 'leave', help: 'back or quit, in a window of any size'},
	{keys: ['ctrl+z'], action: 'suspend', help: 'suspend the program; fg resumes it', words: 'stop shell background'},
];
