import type {Session} from '../../../session/session.ts';
import {actionOf} from '../../keys.ts';
import {letterMoveKeys, moveBy} from '../../moves.ts';
import {leave, saveEdits} from './browse.ts';
import {convertKeys, kindsKeys, rowMenuKeys} from './overlay-keys.ts';
import {withinShown, withRowListed} from './rows-shown.ts';
import {quitKeys, saveKeys} from './save-keys.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewEffect,
	type ReviewState,
	type ReviewTransition,
	withHelp,
	withNotice,
} from './state.ts';
import {rowMenuTexts, workTexts} from './texts.ts';

type Of<Name extends Mode['name']> = Extract<Mode, {name: Name}>;

/** An item of the row menu. */
export type RowMenuItem =
	| {readonly action: 'toggle-skipped'; readonly text: string}
	| {readonly action: 'go-to-pair'; readonly text: string; readonly row: number};

export function rowMenuItems(row: number, {session}: ReviewContext): readonly RowMenuItem[] {
	const skip = session.isSkipped(row) ? rowMenuTexts.restore : rowMenuTexts.skip(skipEffect(session, row));
	return [{action: 'toggle-skipped', text: skip}, ...pairItems(session, row)];
}

/** Returns the items that go to the rows that the problems of a row concern. */
function pairItems(session: Session, row: number): readonly RowMenuItem[] {
	const texts = new Map<number, string>();
	for (const {related, code, field} of session.problemsAt(row)) {
		if (related === undefined || texts.has(related)) continue;
		const isProposed = code === 'table-conflict' && field !== undefined;
		texts.set(related, isProposed ? rowMenuTexts.goToProposed(related, field) : rowMenuTexts.goTo(related));
	}

	return [...texts].map(([related, text]) => ({action: 'go-to-pair', text, row: related}));
}

/** Returns the effect of skipping a row on its page in Secoda. */
function skipEffect(session: Session, row: number): string {
	const codes = session.findings.at(row).map(({code}) => code);
	if (codes.includes('blank-row')) return rowMenuTexts.skipBlank;
	const other = session.duplicateRowOf(row);
	return other === undefined ? rowMenuTexts.skipHides : rowMenuTexts.skipKeepsPage(other);
}

/** Returns the transition for a key in the row menu; `undefined` if it has no action. */
export function rowMenuKey(
	state: ReviewState,
	key: string,
	mode: Of<'row-menu'>,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(rowMenuKeys, key, undefined);
	// The row may be unreadable: it is read only for keys that need it, so that the menu can always be closed.
	const items = () => rowMenuItems(state.cursor.row, context);
	switch (action) {
		case 'choose': {
			const wanted = mode.selected + (moveBy(letterMoveKeys, key) ?? 0);
			return [{...state, mode: {...mode, selected: Math.max(0, Math.min(items().length - 1, wanted))}}];
		}

		case 'select':
			return runItem(state, items()[mode.selected]);
		case 'select-by-number':
			return runItem(state, items()[Number(key) - 1]);
		case 'save':
			return saveEdits({...state, mode: browse, notice: undefined}, context);
		case 'back':
			return [{...state, mode: browse}];
		case 'help':
			return [withHelp(state, mode)];
		case undefined:
			return undefined;
	}
}

function runItem(state: ReviewState, item: RowMenuItem | undefined): ReviewTransition {
	switch (item?.action) {
		case 'toggle-skipped':
			return [
				{...state, mode: browse},
				{type: 'toggle-skipped', row: state.cursor.row},
			];
		case 'go-to-pair':
			return [goToPair(state, item.row)];
		case undefined:
			return [state];
	}
}

function goToPair(state: ReviewState, row: number): ReviewState {
	const listed = withRowListed(state, row);
	const moved: ReviewState = {...listed, mode: browse, cursor: {...state.cursor, row}};
	return listed === state ? moved : withNotice(moved, 'info', workTexts.rowAdded(row));
}

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
			return [{...state, mode: browse}];
		case 'help':
			return [withHelp(state, mode)];
		case undefined:
			return undefined;
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
			return [{...state, mode: browse}];
		case 'help':
			return [withHelp(state, mode)];
		case undefined:
			return undefined;
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
			return [withHelp(state, mode)];
		case undefined:
			return undefined;
	}
}

/** Returns the effect that saves this file, or the other one if only that has unsaved edits. */
function saveOf({session, others = []}: ReviewContext): ReviewEffect {
	if (others.length === 0 || session.records.overlay.unsavedRows > 0) return {type: 'look-up-copy'};
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
			return [{...state, mode: browse}];
		case 'help':
			return [withHelp(state, mode)];
		case undefined:
			return undefined;
	}
}
