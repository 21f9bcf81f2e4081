import {actionOf} from '../../keys.ts';
import {backOrHelp} from './back-or-help.ts';
import {leave, saveEdits} from './browse.ts';
import {convertKeys, kindsKeys} from './overlay-keys.ts';
import {withinShown} from './rows-shown.ts';
import {quitKeys, saveKeys} from './save-keys.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewEffect,
	type ReviewState,
	type ReviewTransition,
} from './state.ts';

type Of<Name extends Mode['name']> = Extract<Mode, {name: Name}>;

/** Returns the transition for a key in the list of problems by kind; `undefined` if it has no action. */
export function kindsKey(
	state: ReviewState,
	key: string,
	mode: Of<'kinds'>,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(kindsKeys, key, mode);
	switch (action) {
		case 'take-safe':
			return [
				{...state, mode: browse},
				{type: 'fix-all', choice: 'safe', ...withinShown(state)},
			];
		case 'save':
			return saveEdits({...state, mode: browse, notice: undefined}, context);
		case 'back':
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}

/** Returns the transition for a key in the save question; `undefined` if it has no action. */
export function saveKey(
	state: ReviewState,
	key: string,
	mode: Of<'save'>,
	{session}: ReviewContext,
): ReviewTransition | undefined {
	const {copy} = mode;
	const action = actionOf(saveKeys, key, {copy, session});
	const saving: ReviewState = {...state, mode: {name: 'saving'}};
	switch (action) {
		case 'save-copy':
		case 'replace-copy':
			return [saving, {type: 'save', target: copy === 'none' ? 'new-copy' : 'replaced-copy'}];
		case 'save-in-place':
			return [saving, {type: 'save', target: 'in-place'}];
		case 'save-as':
			return [{...state, mode: browse}, {type: 'save-as'}];
		case 'back':
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}

/** Returns the transition for a key in the question about another encoding; `undefined` if it has no action. */
export function convertKey(
	state: ReviewState,
	key: string,
	mode: Of<'convert'>,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(convertKeys, key, mode);
	switch (action) {
		case 'read':
			return leave(state, {kind: 'reopen', encoding: mode.encoding}, context);
		case 'keep':
			return [{...state, mode: browse}];
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}

/** Returns the effect that saves this file, or the other one if only that has unsaved edits. */
function saveOf({session, others = []}: ReviewContext): ReviewEffect {
	if (others.length === 0 || session.records.overlay.saved.unsavedRows > 0) return {type: 'look-up-copy'};
	return {type: 'show-other', action: {type: 'follow-up', what: 'save'}};
}

/** Returns the transition for a key in the question about unsaved edits; `undefined` if it has no action. */
export function quitKey(
	state: ReviewState,
	key: string,
	mode: Of<'quit'>,
	context: ReviewContext,
): ReviewTransition | undefined {
	const {leaving} = mode;
	const action = actionOf(quitKeys, key, {state, context});
	switch (action) {
		case 'save':
			return [{...state, mode: browse}, saveOf(context)];
		case 'keep':
			return [state, {type: 'leave', leaving, edits: 'keep'}];
		case 'exit':
			return [state, {type: 'leave', leaving: {kind: 'program'}, edits: 'keep'}];
		case 'discard':
			return [state, {type: 'leave', leaving, edits: 'discard'}];
		case 'back':
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}
