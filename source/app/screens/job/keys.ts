import type {KeyHint} from '../../hints.ts';
import type {Binding, Keymap} from '../../keys.ts';
import {resultTexts} from './texts.ts';

/** The keys while the plan is being prepared. */
export const preparingKeys: Keymap<'cancel'> = [
	{keys: ['escape', 'ctrl+c'], action: 'cancel', label: 'back', shown: 'Esc', help: 'stop and go back'},
];

export type StopKey = 'stop' | 'stop-or-quit';

const stopOrQuit: Binding<StopKey> = {
	keys: ['ctrl+c'],
	action: 'stop-or-quit',
	help: 'stop; twice quits the program',
};

export const sendingKeys: Keymap<StopKey> = [
	{keys: ['escape'], action: 'stop', label: 'cancel', help: 'cancel the upload'},
	stopOrQuit,
];

export const syncingKeys: Keymap<StopKey> = [
	{
		keys: ['escape'],
		action: 'stop',
		label: 'stop waiting (the sync continues)',
		help: 'stop waiting for the sync, which continues in Secoda',
	},
	stopOrQuit,
];

/** The state that the keys of the result depend on. */
export type EndedKeyContext = {
	/** The name of the screen that the way back leads to. */
	readonly backTo: string;
	/** True if there is a plan, or the history has one. */
	readonly hasPlan: boolean;
};

/** The keys of the result. */
export const endedKeys: Keymap<'back' | 'plan' | 'quit', EndedKeyContext> = [
	{
		keys: ['enter', 'escape'],
		action: 'back',
		label: ({backTo}) => `back ${backTo}`,
		shown: 'Enter',
		help: 'back to where the upload was started (also Esc)',
	},
	{
		keys: ['p'],
		action: 'plan',
		label: 'plan',
		help: 'show the plan of this upload again',
		words: 'changes tree preview',
		disabled: ({hasPlan}) => (hasPlan ? undefined : resultTexts.noPlan),
	},
	{keys: ['q', 'ctrl+c'], action: 'quit', label: 'quit', shown: 'q', help: 'quit (also Ctrl+C)'},
];

export const endedHints: ReadonlyArray<KeyHint<'back' | 'plan' | 'quit'>> = [
	{keys: ['h', 'v', 'c', ' '], action: 'plan', does: 'shows the plan again'},
	{keys: 'other', action: 'back', does: 'goes back'},
];
