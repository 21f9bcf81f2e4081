import type {Session} from '../../../session/session.ts';
import type {KeyHint} from '../../hints.ts';
import {type Keymap, keyOf} from '../../keys.ts';
import type {ReviewKeyContext} from './keys.ts';
import {canKeepEdits, type FixedCopy} from './state.ts';
import {quitTexts, saveTexts as texts} from './texts.ts';

/** The context of the keys of the save question. */
export type SaveKeyContext = {readonly copy: FixedCopy; readonly session: Session};

/** True if the edits can be saved to the opened file itself: it was not converted when it was opened. */
export function canSaveInPlace({records}: Session): boolean {
	return !records.file.isCopy;
}

export type SaveAction = 'save-copy' | 'replace-copy' | 'save-in-place' | 'save-as' | 'help' | 'back';

/** The answers to the save question: a copy first; in place only on request; never on the key that asked. */
export const saveKeys: Keymap<SaveAction, SaveKeyContext> = [
	{
		keys: ['enter'],
		action: 'save-copy',
		label: 'save the copy',
		help: 'save a fixed copy next to the file',
		disabled: ({copy}) => whyNotCopied(copy),
	},
	{
		keys: ['r'],
		action: 'replace-copy',
		label: 'replace the copy',
		help: 'replace a copy that was not saved from here',
		disabled: ({copy}) => (copy === 'foreign' ? undefined : texts.noForeignCopy),
	},
	{
		keys: ['i'],
		action: 'save-in-place',
		label: 'save in place',
		help: 'overwrite the opened file itself',
		disabled: ({session}) => (canSaveInPlace(session) ? undefined : texts.notInPlace),
	},
	{keys: ['a'], action: 'save-as', label: 'save as', help: 'save under another name'},
	{keys: ['?'], action: 'help', help: 'this help'},
	{
		keys: ['escape', 'q', 'ctrl+c'],
		action: 'back',
		label: 'back',
		shown: 'Esc',
		help: 'back to the table; nothing is saved',
	},
];

function whyNotCopied(copy: FixedCopy): string | undefined {
	switch (copy) {
		case 'none':
		case 'own':
			return undefined;
		case 'foreign':
			return texts.copyExists(keyOf(saveKeys, 'replace-copy'));
		case 'not-a-file':
			return texts.copyNotReplaceable(keyOf(saveKeys, 'save-as'));
	}
}

export const saveHints: ReadonlyArray<KeyHint<SaveAction>> = [
	{keys: ['ctrl+s', 's', 'y', 'c', ' '], action: 'save-copy', does: 'saves the copy'},
	{keys: ['ctrl+s', 's', 'y', 'c', ' '], action: 'replace-copy', does: 'replaces the copy'},
	{keys: ['ctrl+s', 's', 'y', 'c', ' '], action: 'save-as', does: 'saves under another name'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

/** Columns from which on the key line has room for long labels. */
const roomy = 50;

export type QuitAction = 'save' | 'keep' | 'discard' | 'exit' | 'help' | 'back';

/** The answers to the question before a file with unsaved edits is closed. Ctrl+C, also a second one, keeps them. */
export const quitKeys: Keymap<QuitAction, ReviewKeyContext> = [
	{keys: ['ctrl+s'], action: 'save', label: 'save', help: 'save the edits'},
	{
		keys: ['k'],
		action: 'keep',
		label: ({state}) => (state.size.columns < roomy ? 'keep' : 'keep for later'),
		help: 'keep the edits for the next opening of the file',
		disabled: now => whyNotKept(now) && answersLeft(),
	},
	{keys: ['y'], action: 'discard', label: 'discard', help: 'discard the edits'},
	{
		keys: ['ctrl+c'],
		action: 'exit',
		help: 'quit the program and keep the edits',
		disabled: now => whyNotKept(now) && answersLeft(),
	},
	{keys: ['?'], action: 'help', help: 'this help'},
	{keys: ['escape', 'n'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

/** Returns the answers to a key that would keep edits; the question itself shows why they cannot be kept. */
function answersLeft(): string {
	return quitTexts.answersLeft(keyOf(quitKeys, 'save'), keyOf(quitKeys, 'discard'));
}

/** Returns the reason why edits cannot be kept for later; `undefined` if they can. */
export function whyNotKept({state, context}: ReviewKeyContext): string | undefined {
	if (canKeepEdits(state, context)) return undefined;
	const reason = context.isTemporary ? quitTexts.temporary : quitTexts.noJournal;
	return quitTexts.cannotKeep(reason, keyOf(quitKeys, 'discard'));
}

export const quitHints: ReadonlyArray<KeyHint<QuitAction>> = [
	{keys: ['q'], action: 'keep', does: 'keeps the edits for later'},
	{keys: ['s', 'w', 'enter'], action: 'save', does: 'saves the edits'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];
