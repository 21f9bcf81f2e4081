import type {Session} from '../../../session/session.ts';
import type {KeyHint} from '../../hints.ts';
import {type Keymap, keyOf} from '../../keys.ts';
import type {ReviewKeyContext} from './keys.ts';
import {canKeepEdits, type FixedCopy} from './state.ts';

/** What the ways to save depend on. */
export type SaveKeyContext = {readonly copy: FixedCopy; readonly session: Session};

/** True if the opened file itself can hold the edits: not when what is shown was converted from it. */
export function canSaveInPlace({records}: Session): boolean {
	return !records.file.isCopy;
}

export type SaveAction = 'save-copy' | 'replace-copy' | 'save-in-place' | 'save-as' | 'help' | 'back';

/** The ways to save: beside the file first; in place only on request; never with the key that asked. */
export const saveKeys: Keymap<SaveAction, SaveKeyContext> = [
	{
		keys: ['enter'],
		action: 'save-copy',
		label: 'save the copy',
		help: 'save a fixed copy beside the file',
		disabled: ({copy}) => whyNotCopied(copy),
	},
	{
		keys: ['r'],
		action: 'replace-copy',
		label: 'replace the copy',
		help: 'replace a copy that was not saved from here',
		disabled: ({copy}) => (copy === 'foreign' ? undefined : 'There is no copy of another program to replace.'),
	},
	{
		keys: ['i'],
		action: 'save-in-place',
		label: 'save in place',
		help: 'save in the opened file itself',
		disabled: ({session}) =>
			canSaveInPlace(session)
				? undefined
				: 'The file was converted when it was opened, so it cannot be saved in place.',
	},
	{keys: ['a'], action: 'save-as', label: 'save as', help: 'save under another name'},
	{keys: ['?'], action: 'help', help: 'this help'},
	{keys: ['escape', 'q', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'save nothing'},
];

function whyNotCopied(copy: FixedCopy): string | undefined {
	switch (copy) {
		case 'none':
		case 'own':
			return undefined;
		case 'foreign':
			return `The copy was not saved from here. ${keyOf(saveKeys, 'replace-copy')} replaces it.`;
		case 'not-a-file':
			return `The copy cannot be replaced. ${keyOf(saveKeys, 'save-as')} saves under another name.`;
	}
}

export const saveHints: ReadonlyArray<KeyHint<SaveAction>> = [
	{keys: ['ctrl+s', 's', 'y', 'c', ' '], action: 'save-copy', does: 'saves the copy'},
	{keys: ['ctrl+s', 's', 'y', 'c', ' '], action: 'replace-copy', does: 'replaces the copy'},
	{keys: ['ctrl+s', 's', 'y', 'c', ' '], action: 'save-as', does: 'saves under another name'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

/** Columns from which on the keys of the question have room for all that they do. */
const roomy = 50;

export type QuitAction = 'save' | 'keep' | 'discard' | 'exit' | 'help' | 'back';

/** The answers to what becomes of edits that no file holds. Ctrl+C, also a second one, keeps them. */
export const quitKeys: Keymap<QuitAction, ReviewKeyContext> = [
	{keys: ['ctrl+s'], action: 'save', label: 'save', help: 'save the edits'},
	{
		keys: ['k'],
		action: 'keep',
		label: ({state}) => (state.size.columns < roomy ? 'keep' : 'keep for later'),
		help: 'keep the edits for the next opening of the file',
		disabled: whyNotKept,
	},
	{keys: ['y'], action: 'discard', label: 'discard', help: 'discard the edits'},
	{keys: ['ctrl+c'], action: 'exit', help: 'quit the program and keep the edits', disabled: whyNotKept},
	{keys: ['?'], action: 'help', help: 'this help'},
	{keys: ['escape', 'n'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

/** Returns why edits cannot be kept for the next opening of the file. */
export function whyNotKept({state, context}: ReviewKeyContext): string | undefined {
	if (canKeepEdits(state, context)) return undefined;
	const why = context.isTemporary
		? 'this file is removed when the program ends'
		: 'the journal of edits cannot be written';
	return `They cannot be kept for later: ${why}. ${keyOf(quitKeys, 'discard')} discards them.`;
}

export const quitHints: ReadonlyArray<KeyHint<QuitAction>> = [
	{keys: ['q'], action: 'keep', does: 'keeps the edits for later'},
	{keys: ['s', 'w', 'enter'], action: 'save', does: 'saves the edits'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];
