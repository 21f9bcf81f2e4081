import {sharedCode} from '../../../kinds/codes.ts';
import type {UndoStep} from '../../../records/undo-step.ts';
import type {CellPosition} from '../../../session/problem-source.ts';
import {helpKey} from '../../components/help/state.ts';
import {actionOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {browseKey, firstError, followUp, leave, saveEdits} from './browse.ts';
import {editKey, paste} from './edit.ts';
import {errorText} from './error-text.ts';
import {explainKey} from './explain.ts';
import {applyNow, findKey, nextSearch} from './find.ts';
import {fixKindKey} from './fix-kind.ts';
import {goToKey} from './go-to.ts';
import {fileNotice, initialState} from './initial.ts';
import {helpPage, keysOfMode} from './keys-of-mode.ts';
import {keepCursorVisible} from './layout.ts';
import {reviewHelpKeys} from './overlay-keys.ts';
import {convertKey, kindsKey, quitKey, saveKey} from './overlays.ts';
import {renumbered} from './renumber.ts';
import {rowMenuKey} from './row-menu.ts';
import {goToRow, keepCursorListed, withRowListed} from './rows-shown.ts';
import {isSavedWell, savedText} from './saved-text.ts';
import {
	browse,
	type Mode,
	type ReviewAction,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withCheckProgress,
	withEncoding,
	withHint,
	withNotice,
	withoutHint,
} from './state.ts';
import {workTexts} from './texts.ts';
import {filterEnded, rowsFound, searchEnded, workFailed} from './work-events.ts';

/** Returns the state in which a file is opened. */
export function openedState(context: ReviewContext, size: Size): ReviewState {
	return keepCursorVisible(initialState(context.session, size), context);
}

/** Returns the next state and the effects to perform. */
export function reviewReducer(state: ReviewState, action: ReviewAction, context: ReviewContext): ReviewTransition {
	const [next, ...effects] = reduce(state, action, context);
	if (next === state) return [state, ...effects];
	return [keepCursorVisible(keepCursorListed(next), context), ...effects];
}

function reduce(state: ReviewState, action: ReviewAction, context: ReviewContext): ReviewTransition {
	switch (action.type) {
		case 'key':
			return pressed(state, action.key, context);
		case 'paste':
			return [
				state.checked < 1 && state.mode.name === 'browse'
					? withCheckProgress(state)
					: paste(state, action.text, context),
			];
		case 'resized':
			return [{...state, size: action.size}];
		case 'changed':
			return changed(state, action, context);
		case 'rows-found':
			return [rowsFound(state, action)];
		case 'filter-ended':
			return filterEnded(keepCursorListed(state), context);
		case 'search-progress':
			return [state.work?.kind === 'search' ? {...state, work: {...state.work, part: action.part}} : state];
		case 'search-ended':
			return nextSearch(searchEnded(state, action), state.work, context);
		case 'work-failed':
			return [workFailed(state, action, context)];
		case 'compared':
			return [{...state, version: state.version + 1}];
		case 'recounted':
			return [state.shown.kind === 'some' ? {...state, shown: {...state.shown, stale: action.stale}} : state];
		case 'follow-up':
			// If the editor is still open, its edit could not be applied.
			return state.mode.name === 'edit' ? [state] : followUp(state, action.what, context);
		case 'checked':
			return action.part < 1 ? [{...state, checked: action.part}] : applyReady(checkEnded(state, context), context);
		case 'check-failed':
			return [{...withNotice(state, 'error', action.message), checkFailure: action.message}];
		case 'journal-seen':
			return [{...applied(state, action, context), isUnprotected: action.isUnprotected}];
		case 'file-seen':
			return [state.isFileLost === action.isLost ? state : {...state, isFileLost: action.isLost}];
		case 'show-row':
			return [goToRow({...state, notice: undefined}, action.row, context)];
		case 'first-error':
			return [firstError(state, action.text, context)];
		case 'leave':
			return leave(state, {kind: 'program'}, context);
		case 'copy-looked-up':
			return [{...state, mode: {name: 'save', copy: action.copy}}];
		case 'saved':
			return [
				{
					...withNotice(
						state,
						isSavedWell(action.saved) ? 'good' : 'error',
						savedText(action.saved, context.convertedFrom),
					),
					mode: browse,
					version: state.version + 1,
				},
			];
		case 'failed':
			return [failed(state, action.message)];
		case 'thrown':
			return [failed(state, errorText(action.error, state, context))];
	}
}

/** Shows an error; the text in the editor is kept. */
function failed(state: ReviewState, message: string): ReviewState {
	return {...withNotice(state, 'error', message), mode: state.mode.name === 'edit' ? state.mode : browse};
}

function applied(
	state: ReviewState,
	{at, notice}: Pick<Extract<ReviewAction, {type: 'changed'}>, 'at' | 'notice'>,
	context: ReviewContext,
): ReviewState {
	const mode = state.mode.name === 'edit' ? browse : state.mode;
	const next: ReviewState = {...state, mode, notice, version: state.version + 1};
	return at === undefined ? next : withCursorAt(next, at, context);
}

/** Moves the cursor to a cell; a row that the filter hides is shown until the filter is applied again. */
function withCursorAt(state: ReviewState, at: CellPosition, {session}: ReviewContext): ReviewState {
	const listed = withRowListed(state, at.row);
	const moved: ReviewState = {...listed, cursor: at};
	const {notice} = state;
	return listed === state || notice === undefined
		? moved
		: {...moved, notice: {...notice, text: `${notice.text} ${workTexts.rowAdded(session.numberOf(at.row))}`}};
}

function changed(
	state: ReviewState,
	action: Extract<ReviewAction, {type: 'changed'}>,
	context: ReviewContext,
): ReviewTransition {
	if (action.renumbering === undefined) return recounted(applied(state, action, context), action.step);
	const [next, ...effects] = renumbered(state, action.renumbering, context);
	return [applied(next, action, context), ...effects];
}

/** Records an undo step while a filter is applied, and counts the rows that no longer match. */
function recounted(state: ReviewState, step: UndoStep | undefined): ReviewTransition {
	if (step === undefined || state.shown.kind === 'all') return [state];
	const shown = {...state.shown, steps: [...state.shown.steps, step]};
	return [
		{...state, shown},
		{type: 'recount', shown},
	];
}

/** Shows the problems of the file as a whole, once every row is checked. */
function checkEnded(state: ReviewState, context: ReviewContext): ReviewState {
	const {session} = context;
	const inFile = fileNotice(session);
	const encoding = session.likelyEncoding;
	const rows = session.counts.get(sharedCode.encoding) ?? 0;
	const mode = encoding === undefined ? state.mode : ({name: 'convert', encoding, rows} as const);
	return {
		...state,
		mode,
		checked: 1,
		notice:
			inFile === undefined
				? state.notice?.isTransient === true
					? undefined
					: state.notice
				: withEncoding(inFile, context),
		version: state.version + 1,
	};
}

/** Starts the filter or search that was applied while the file was being checked. */
function applyReady(state: ReviewState, context: ReviewContext): ReviewTransition {
	const {mode} = state;
	return mode.name === 'find' && mode.stage === 'ready' ? applyNow(state, mode, context) : [state];
}

function pressed(state: ReviewState, key: string, context: ReviewContext): ReviewTransition {
	return handled(withoutHint(state), key, context) ?? [withHint(state, keysOfMode(state, context).hint(key))];
}

/** Returns the transition for a key in the current mode; `undefined` if it has no action. */
function handled(state: ReviewState, key: string, context: ReviewContext): ReviewTransition | undefined {
	const {mode} = state;
	switch (mode.name) {
		case 'browse':
			return browseKey(state, key, context);
		case 'edit':
			return editKey(state, key, mode, context);
		case 'go-to':
			return goToKey(state, key, mode, context);
		case 'find':
			return findKey(state, key, mode, context);
		case 'fix-kind':
			return fixKindKey(state, key, mode);
		case 'kinds':
			return kindsKey(state, key, mode, context);
		case 'explain':
			return explainKey(state, key, mode, context);
		case 'row-menu':
			return rowMenuKey(state, key, mode, context);
		case 'save':
			return saveKey(state, key, mode, context);
		case 'help':
			return helpPressed(state, key, mode, context);
		case 'convert':
			return convertKey(state, key, mode, context);
		case 'quit':
			return quitKey(state, key, mode, context);
		case 'saving':
			return undefined;
	}
}

/** Returns the transition for a key in the help; `undefined` if it has no action. */
function helpPressed(
	state: ReviewState,
	key: string,
	mode: Extract<Mode, {name: 'help'}>,
	context: ReviewContext,
): ReviewTransition | undefined {
	if (actionOf(reviewHelpKeys, key, mode) === 'save')
		return saveEdits({...state, mode: browse, notice: undefined}, context);
	const step = helpKey(mode, key, helpPage(state, mode, context));
	if (step === undefined) return undefined;
	return [{...state, mode: step === 'closed' ? mode.from : {name: 'help', from: mode.from, ...step}}];
}
