import type {Binding, Keymap} from '../../keys.ts';

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

/** The keys of the result. */
export const endedKeys: Keymap<'back' | 'quit', {readonly backTo: string}> = [
	{
		keys: ['enter', 'escape'],
		action: 'back',
		label: ({backTo}) => `back ${backTo}`,
		shown: 'Enter',
		help: 'back to where the upload was started (also Esc)',
	},
	{keys: ['q', 'ctrl+c'], action: 'quit', label: 'quit', shown: 'q', help: 'quit (also Ctrl+C)'},
];
