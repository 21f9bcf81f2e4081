import type {Session} from '../../../session/session.ts';
import {count} from '../../../text/format.ts';
import {actionOf, type Binding} from '../../keys.ts';
import {leave} from './browse.ts';
import {
	browse,
	canKeepEdits,
	type FixedCopy,
	type Mode,
	type ReviewContext,
	type ReviewNext,
	type ReviewState,
} from './state.ts';

type Of<Name extends Mode['name']> = Extract<Mode, {name: Name}>;

/** What the row menu offers for the cursor's row. */
export type RowMenuItem =
	| {readonly action: 'toggle-left-out'; readonly text: string}
	| {readonly action: 'go-to-pair'; readonly text: string; readonly row: number};

export function rowMenuItems(row: number, {session}: ReviewContext): readonly RowMenuItem[] {
	const skip = session.isLeftOut(row) ? 'Bring this row back' : `Skip this row (${effectOfSkipping(session, row)})`;
	return [{action: 'toggle-left-out', text: skip}, ...pairItems(session, row)];
}

/** Returns the ways from a row to those that its problems are about. */
function pairItems(session: Session, row: number): readonly RowMenuItem[] {
	const texts = new Map<number, string>();
	for (const {related, code, field} of session.problemsAt(row)) {
		if (related === undefined || texts.has(related)) continue;
		const what = code === 'table-conflict' ? `which has the proposed ${field}` : 'the other of the pair';
		texts.set(related, `Go to row ${count(related)}, ${what}`);
	}

	return [...texts].map(([related, text]) => ({action: 'go-to-pair', text, row: related}));
}

/** Returns what becomes of a row's page in Secoda when the row is skipped. */
function effectOfSkipping(session: Session, row: number): string {
	const codes = session.findings.at(row).map(({code}) => code);
	if (codes.includes('blank-row')) return 'it is empty and not sent anyway';
	const other = session.sameColumn(row);
	return other === undefined ? 'hides its page in Secoda' : `its page stays: row ${count(other)} describes it too`;
}

export function rowMenuKey(state: ReviewState, key: string, mode: Of<'row-menu'>, context: ReviewContext): ReviewNext {
	if (key === 'escape' || key === 'q') return [{...state, mode: browse}];
	const items = rowMenuItems(state.cursor.row, context);
	const last = items.length - 1;
	if (key === 'up' || key === 'k') return [{...state, mode: {...mode, selected: Math.max(0, mode.selected - 1)}}];
	if (key === 'down' || key === 'j') return [{...state, mode: {...mode, selected: Math.min(last, mode.selected + 1)}}];
	const item = key === 'enter' ? items[mode.selected] : items[Number(key) - 1];
	if (item?.action === 'toggle-left-out')
		return [
			{...state, mode: browse},
			{type: 'toggle-left-out', row: state.cursor.row},
		];
	if (item?.action === 'go-to-pair') return [{...state, mode: browse, cursor: {...state.cursor, row: item.row}}];
	return [state];
}

export const kindsKeys: ReadonlyArray<Binding<'take-safe' | 'back'>> = [
	{keys: ['a'], action: 'take-safe', label: 'apply all safe fixes', help: 'apply all safe fixes'},
	{keys: ['escape', 'q', 'P'], action: 'back', label: 'back', shown: 'Esc', help: 'back'},
];

export function kindsKey(state: ReviewState, key: string, mode: Of<'kinds'>): ReviewNext {
	const action = actionOf(kindsKeys, key, undefined);
	if (action === 'take-safe' && mode.safeFixes > 0)
		return [
			{...state, mode: browse},
			{type: 'fix-all', choice: 'safe'},
		];
	return action === undefined || action === 'take-safe' ? [state] : [{...state, mode: browse}];
}

/** The key that saves the copy. One of someone else is replaced only with a key of its own. */
const copyKey: {readonly [Copy in FixedCopy]: string | undefined} = {
	none: 'enter',
	own: 'enter',
	foreign: 'r',
	'not-a-file': undefined,
};

/** Saving: beside the file is the first offer; in place only on request; never with the key that asked. */
export function saveKey(state: ReviewState, key: string, mode: Of<'save'>, {session}: ReviewContext): ReviewNext {
	const saving: ReviewState = {...state, mode: {name: 'saving'}};
	if (key === copyKey[mode.copy]) return [saving, {type: 'save', target: 'copy', replace: mode.copy !== 'none'}];
	if (key === 'a') return [{...state, mode: browse}, {type: 'save-as'}];
	if (key === 'i' && canSaveInPlace(session)) return [saving, {type: 'save', target: 'in-place', replace: true}];
	return key === 'escape' || key === 'q' ? [{...state, mode: browse}] : [state];
}

/** Whether the opened file itself can hold the edits: not when what is shown was converted from it. */
export function canSaveInPlace({records}: Session): boolean {
	return !records.file.isCopy;
}

export function convertKey(state: ReviewState, key: string, mode: Of<'convert'>, context: ReviewContext): ReviewNext {
	if (key === 'enter') return leave(state, {kind: 'reopen', encoding: mode.encoding}, context);
	return key === 'escape' || key === 'q' || key === 'n' ? [{...state, mode: browse}] : [state];
}

/** Leaving with edits that no file holds. Ctrl+C, also a second one, keeps them: only `y` discards. */
export function quitKey(state: ReviewState, key: string, {leaving}: Of<'quit'>, context: ReviewContext): ReviewNext {
	if (key === 'y') return [state, {type: 'leave', leaving, edits: 'discard'}];
	if (canKeepEdits(state, context)) {
		if (key === 'k') return [state, {type: 'leave', leaving, edits: 'keep'}];
		if (key === 'ctrl+c') return [state, {type: 'leave', leaving: {kind: 'program'}, edits: 'keep'}];
	}

	if (key === 'ctrl+s') return [{...state, mode: browse}, {type: 'look-up-copy'}];
	return key === 'escape' || key === 'n' ? [{...state, mode: browse}] : [state];
}
