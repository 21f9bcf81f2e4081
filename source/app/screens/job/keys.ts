import type {KeyHint} from '../../hints.ts';
import type {Binding, Keymap} from '../../keys.ts';

/** The keys while the preview is being prepared. */
export const preparingKeys: Keymap<'cancel'> = [
	{keys: ['escape', 'ctrl+c'], action: 'cancel', label: 'back', shown: 'Esc', help: 'stop and go back'},
];

export type PreviewKey = 'send' | 'back';

/** The keys of a preview without a safety stop. Enter does not send, because it opens the preview at home. */
export const previewKeys: Keymap<PreviewKey> = [
	{keys: ['s'], action: 'send', label: 'send', help: 'send the file'},
	{keys: ['escape', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back; nothing is sent'},
];

/** Hints for keys that have no action in a preview. */
export const previewHints: ReadonlyArray<KeyHint<PreviewKey>> = [
	{keys: ['enter', 'y', 'p', 'u', 'ctrl+s'], action: 'send', does: 'sends the file'},
	{keys: 'other', action: 'back', does: 'goes back; nothing is sent'},
];

/** The keys of a preview with a safety stop, in addition to those of the text field for the number. */
export const stoppedKeys: Keymap<PreviewKey> = [
	{keys: ['enter'], action: 'send', label: 'send', help: 'send the file if the number is correct'},
	{
		keys: ['escape', 'ctrl+c'],
		action: 'back',
		label: 'back (nothing is sent)',
		shown: 'Esc',
		help: 'back; nothing is sent',
	},
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
