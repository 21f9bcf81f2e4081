import {actionOf, type Keymap, type KeyName} from '../../keys.ts';
import type {LineAction} from './state.ts';

export type LineKey =
	| 'left'
	| 'right'
	| 'start'
	| 'end'
	| 'word-left'
	| 'word-right'
	| 'delete-back'
	| 'delete-forward'
	| 'delete-word-back'
	| 'delete-to-start'
	| 'delete-to-end';

/** The keys of text fields: those of a shell's line editor, and those of a form. */
export const lineKeys: Keymap<LineKey> = [
	{keys: ['left', 'ctrl+b'], action: 'left', help: 'one character left'},
	{keys: ['right', 'ctrl+f'], action: 'right', help: 'one character right'},
	{keys: ['home', 'ctrl+a'], action: 'start', help: 'start of the text'},
	{keys: ['end', 'ctrl+e'], action: 'end', help: 'end of the text'},
	{
		keys: ['ctrl+left', 'alt+left', 'alt+b'],
		action: 'word-left',
		shown: 'Ctrl+←',
		help: 'one word left (also Alt+← and Alt+B)',
	},
	{
		keys: ['ctrl+right', 'alt+right', 'alt+f'],
		action: 'word-right',
		shown: 'Ctrl+→',
		help: 'one word right (also Alt+→ and Alt+F)',
	},
	{
		keys: ['backspace', 'ctrl+h'],
		action: 'delete-back',
		shown: 'Backspace',
		help: 'delete the character before the cursor',
	},
	{
		keys: ['delete', 'ctrl+d'],
		action: 'delete-forward',
		shown: 'Delete',
		help: 'delete the character after the cursor',
	},
	{
		keys: ['ctrl+w', 'alt+backspace'],
		action: 'delete-word-back',
		shown: 'Ctrl+W',
		help: 'delete the word before the cursor',
	},
	{keys: ['ctrl+u'], action: 'delete-to-start', help: 'delete everything before the cursor'},
	{keys: ['ctrl+k'], action: 'delete-to-end', help: 'delete everything after the cursor'},
];

const actions: {readonly [K in LineKey]: LineAction} = {
	left: {type: 'move', to: 'left'},
	right: {type: 'move', to: 'right'},
	start: {type: 'move', to: 'start'},
	end: {type: 'move', to: 'end'},
	'word-left': {type: 'move', to: 'word-left'},
	'word-right': {type: 'move', to: 'word-right'},
	'delete-back': {type: 'delete', what: 'back'},
	'delete-forward': {type: 'delete', what: 'forward'},
	'delete-word-back': {type: 'delete', what: 'word-back'},
	'delete-to-start': {type: 'delete', what: 'to-start'},
	'delete-to-end': {type: 'delete', what: 'to-end'},
};

/** Returns the action of a key; a printable character is inserted. `undefined` for other keys. */
export function lineAction(key: KeyName): LineAction | undefined {
	const bound = actionOf(lineKeys, key, undefined);
	if (bound !== undefined) return actions[bound];
	// The name of a key is longer than one character.
	return [...key].length === 1 && key >= ' ' ? {type: 'insert', text: key} : undefined;
}
