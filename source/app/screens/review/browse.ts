import {basename} from 'node:path';
import {listFixes, problemsIn} from '../../../session/fixes.ts';
import {findFirstError, findNextProblem} from '../../../session/problem-navigation.ts';
import {lineOf} from '../../components/line-editor/state.ts';
import {actionOf, keyOf} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import {hasRowProblem, whyLocked, whyUnchangeable} from './edit.ts';
import {openExplanation} from './explain.ts';
import {openFind, searchAgain} from './find.ts';
import {fixKindMode} from './fix-kind.ts';
import {paneHeights} from './heights.ts';
import {fileNotice} from './initial.ts';
import {type BrowseAction, browseKeys} from './keys.ts';
import {openLineage} from './lineage-of-row.ts';
import {withNothingToFix} from './nothing-to-fix.ts';
import {listShown, moveByRows, moveToColumn, moveToIndex, showAll, startFilter} from './rows-shown.ts';
import type {FollowUp, LeaveTarget, ReviewContext, ReviewState, ReviewTransition} from './state.ts';
import {browse, unsavedRowsOf, withCheckProgress, withHelp, withNotice} from './state.ts';
import {checkTexts, otherFileTexts, problemTexts, saveTexts} from './texts.ts';
import {stopWork} from './work-events.ts';

/** The actions that need all rows to be checked, or would change one while the check runs. */
const needsCheck: ReadonlySet<BrowseAction> = new Set([
	'edit',
	'edit-row',
	'fix',
	'fix-by-number',
	'fix-kind',
	'kinds',
	'explain',
	'lineage',
	'map-columns',
	'row-menu',
	'upload',
	'problems-only',
	'apply-again',
	'next-match',
	'previous-match',
] as const);

/** Returns the transition for a key while browsing; `undefined` if it has no action. */
export function browseKey(state: ReviewState, key: string, context: ReviewContext): ReviewTransition | undefined {
	const action = actionOf(browseKeys, key, {state, context});
	if (action === undefined) return undefined;
	if (state.checked < 1 && needsCheck.has(action)) return [withCheckProgress(state)];
	const quiet = state.notice === undefined ? state : {...state, notice: undefined};
	return act(quiet, action, key, context);
}

/** Goes to the first error, unless another mode has the keyboard. */
export function firstError(state: ReviewState, text: string, {session}: ReviewContext): ReviewState {
	const found = findFirstError(session);
	if (state.mode.name !== 'browse' || found === undefined) return withNotice(state, 'error', text);
	return withNotice({...state, shown: {kind: 'all'}, cursor: found}, 'error', text);
}

/** Goes to the first error of a file that cannot be uploaded because of its errors. */
function withUploadBlocker(state: ReviewState, context: ReviewContext): ReviewState {
	const {session} = context;
	const inFile = fileNotice(session);
	if (inFile?.tone === 'error') return {...state, notice: inFile};
	const text = checkTexts.fixErrorsFirst(session.problemCount('error'), keyOf(browseKeys, 'next-problem'));
	return firstError(state, text, context);
}

/** Closes the file; asks first if there are unsaved edits. */
export function leave(state: ReviewState, leaving: LeaveTarget, context: ReviewContext): ReviewTransition {
	return unsavedRowsOf(context) > 0
		? [{...state, mode: {name: 'quit', leaving}}]
		: [state, {type: 'leave', leaving, edits: 'discard'}];
}

function act(state: ReviewState, action: BrowseAction, key: string, context: ReviewContext): ReviewTransition {
	const {session} = context;
	const {cursor, size} = state;
	const page = paneHeights(size).grid;
	const half = Math.ceil(page / 2);
	switch (action) {
		case 'up':
			return [moveByRows(state, -1, context)];
		case 'down':
			return [moveByRows(state, 1, context)];
		case 'page-up':
			return [moveByRows(state, -page, context)];
		case 'page-down':
			return [moveByRows(state, page, context)];
		case 'half-up':
			return [moveByRows(state, -half, context)];
		case 'half-down':
			return [moveByRows(state, half, context)];
		case 'first-row':
			return [moveToIndex(state, 0, context)];
		case 'last-row':
			return [moveToIndex(state, Number.POSITIVE_INFINITY, context)];
		case 'left':
			return [moveToColumn(state, cursor.column - 1, context)];
		case 'right':
			return [moveToColumn(state, cursor.column + 1, context)];
		case 'first-column':
			return [moveToColumn(state, 0, context)];
		case 'last-column':
			return [moveToColumn(state, Number.POSITIVE_INFINITY, context)];
		case 'next-problem':
			return [step(state, 'next', context)];
		case 'previous-problem':
			return [step(state, 'previous', context)];
		case 'edit':
			return [hasRowProblem(session, cursor.row) ? editRow(state, context) : editCell(state, context)];
		case 'edit-row':
			return [editRow(state, context)];
		case 'fix':
			return applyFix(state, 1, context);
		case 'fix-by-number':
			return applyFix(state, Number(key), context);
		case 'fix-kind':
			return [fixKindMode(state, context)];
		case 'kinds':
			return [{...state, mode: {name: 'kinds', safeFixes: session.countFixes('safe', listShown(state))}}];
		case 'explain':
			return [openExplanation(state, context)];
		case 'row-menu':
			return [openRowMenu(state, context)];
		case 'filter':
			return [openFind(state, 'filter')];
		case 'problems-only':
			return toggleProblemsOnly(state, context);
		case 'apply-again':
			return state.shown.kind === 'all' ? [state] : startFilter(state, {...state.shown.choice}, context);
		case 'search':
			return [openFind(state, 'search')];
		case 'next-match':
			return searchAgain(state, 'forward', context);
		case 'previous-match':
			return searchAgain(state, 'backward', context);
		case 'go-to':
			return [{...state, mode: {name: 'go-to', line: lineOf('')}}];
		case 'undo':
			return [state, {type: 'undo', from: cursor}];
		case 'redo':
			return [state, {type: 'redo', from: cursor}];
		case 'save':
			return saveEdits(state, context);
		case 'upload':
			return upload(state, context);
		case 'other-file':
			return [state, {type: 'show-other'}];
		case 'lineage':
			return openLineage(state, context);
		case 'map-columns':
			return [state, {type: 'map-columns'}];
		case 'help':
			return [withHelp(state, browse)];
		case 'quit':
			return leave(state, {kind: 'file'}, context);
		case 'exit':
			return leave(state, {kind: 'program'}, context);
		case 'dismiss':
			return dismiss(state, context);
	}
}

/** Asks for the upload, or shows the errors that prevent it. */
function upload(state: ReviewState, context: ReviewContext): ReviewTransition {
	const {session, others = []} = context;
	if (!session.isValid) return [withUploadBlocker(state, context)];
	const invalid = others.find(({isValid}) => !isValid);
	if (invalid === undefined) return [state, {type: 'upload'}];
	if (!invalid.isChecked)
		return [withNotice(state, 'info', otherFileTexts.notChecked(valueText(basename(invalid.path))))];
	const text = checkTexts.fixErrorsFirst(invalid.problemCount('error'), keyOf(browseKeys, 'next-problem'));
	return [state, {type: 'show-other', action: {type: 'first-error', text}}];
}

/** Shows only rows with problems, or again those without too. */
function toggleProblemsOnly(state: ReviewState, context: ReviewContext): ReviewTransition {
	const {shown} = state;
	const {text, filter, problemsOnly} =
		shown.kind === 'some' ? shown.choice : ({text: '', filter: [], problemsOnly: false} as const);
	if (text === '' && problemsOnly) return showAll(state, context);
	if (!problemsOnly && context.session.findings.count === 0) return [withNothingToFix(state, context.session)];
	return startFilter(state, {text, filter, problemsOnly: !problemsOnly}, context);
}

/** Stops the filter or search that runs, or else shows all rows and ends the highlighting of matches. */
function dismiss(state: ReviewState, context: ReviewContext): ReviewTransition {
	if (state.work !== undefined) return stopWork(state, context);
	return showAll(state.search === undefined ? state : {...state, search: undefined}, context);
}

function step(state: ReviewState, direction: 'next' | 'previous', {session}: ReviewContext): ReviewState {
	const found = findNextProblem(session, state.cursor, direction, listShown(state));
	if (found === undefined) return withNothingToFix(state, session);

	const moved = {...state, cursor: found.position};
	if (!found.wrapped) return moved;
	return withNotice(moved, 'info', problemTexts.continued(direction, state.shown.kind));
}

/** Opens the save question if there are unsaved edits. */
export function saveEdits(state: ReviewState, {session}: ReviewContext): ReviewTransition {
	return session.records.overlay.saved.changedSinceSave > 0
		? [state, {type: 'look-up-copy'}]
		: [withNotice(state, 'info', saveTexts.nothingToSave)];
}

/** Continues after an edit was applied. */
export function followUp(state: ReviewState, what: FollowUp, context: ReviewContext): ReviewTransition {
	switch (what) {
		case 'next-problem':
			return [step(state, 'next', context)];
		case 'save':
			return saveEdits(state, context);
	}
}

function editCell(state: ReviewState, {session}: ReviewContext): ReviewState {
	const {row, column} = state.cursor;
	const locked = whyLocked(row, session);
	if (locked !== undefined) return withNotice(state, 'info', locked);
	return {...state, mode: {name: 'edit', target: 'cell', line: lineOf(session.cells(row)[column] ?? '')}};
}

function editRow(state: ReviewState, {session}: ReviewContext): ReviewState {
	const {row} = state.cursor;
	const locked = whyLocked(row, session);
	if (locked !== undefined) return withNotice(state, 'info', locked);
	return {...state, mode: {name: 'edit', target: 'row', line: lineOf(session.encodeRow(row))}};
}

function openRowMenu(state: ReviewState, {session}: ReviewContext): ReviewState {
	const {row} = state.cursor;
	// A skipped row cannot be edited, but the menu can restore it.
	const locked = session.isSkipped(row) ? undefined : whyUnchangeable(row, session);
	if (locked !== undefined) return withNotice(state, 'info', locked);
	return {...state, mode: {name: 'row-menu', selected: 0}};
}

function applyFix(state: ReviewState, number: number, {session}: ReviewContext): ReviewTransition {
	const problems = problemsIn(session, state.cursor);
	const [problem] = problems;
	if (problem === undefined) return [withNothingToFix(state, session)];
	const fixes = listFixes(problems);
	const chosen = fixes[number - 1];
	if (chosen !== undefined) return [state, {type: 'take-fix', row: chosen.problem.row, fix: chosen.fix}];
	return [withNotice(state, 'info', noFixText(problem.code, number, fixes.length))];
}

function noFixText(code: string, number: number, fixes: number): string {
	if (fixes === 0) return problemTexts.noFix(code, keyOf(browseKeys, 'edit'), keyOf(browseKeys, 'row-menu'));
	return fixes === 1
		? problemTexts.onlyOneFix(number, keyOf(browseKeys, 'fix'))
		: problemTexts.noSuchFix(number, fixes);
}
