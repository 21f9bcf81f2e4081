import {parseCopiedRow, pastedCell} from '../../../records/csv/clipboard.ts';
import type {Session} from '../../../session/session.ts';
import {helpPaste} from '../../components/help/state.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {cleanPaste, editLine, lineOf, textOf} from '../../components/line-editor/state.ts';
import {actionOf, keyOf} from '../../keys.ts';
import {type EditAction, editKeys} from './edit-keys.ts';
import {browseKeys} from './keys.ts';
import {
	browse,
	type FollowUp,
	type Mode,
	type ReviewContext,
	type ReviewEffect,
	type ReviewState,
	type ReviewTransition,
	withNotice,
} from './state.ts';
import {editTexts as texts} from './texts.ts';

type EditMode = Extract<Mode, {name: 'edit'}>;

/** The follow-ups of the keys that apply an edit. */
const followUps: {readonly [A in Exclude<EditAction, 'cancel'>]: FollowUp | undefined} = {
	apply: undefined,
	'apply-next': 'next-problem',
	'apply-save': 'save',
};

/** Returns the transition for a key in the editor; `undefined` if it has no action. */
export function editKey(
	state: ReviewState,
	key: string,
	mode: EditMode,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(editKeys, key, state.size);
	switch (action) {
		case 'cancel':
			return [{...state, mode: browse}];
		case 'apply':
		case 'apply-next':
		case 'apply-save': {
			const effects = effectsOf(state, mode, context);
			if (effects === undefined) return [state];
			const what = followUps[action];
			// The editor stays open until the edit is applied, so that its text is kept if the row cannot be read.
			const next = effects.length === 0 ? {...state, mode: browse} : state;
			return [next, ...effects, ...(what === undefined ? [] : [{type: 'follow-up', what} as const])];
		}

		case undefined: {
			const typed = lineAction(key);
			if (typed === undefined) return undefined;
			const line = editLine(mode.line, typed);
			return line === mode.line ? [state] : [{...state, mode: {...mode, line}}];
		}
	}
}

/** Returns the effects that apply an edit, none if nothing changed; `undefined` if the text is not one row. */
function effectsOf(
	{cursor}: ReviewState,
	{target, line}: EditMode,
	{session}: ReviewContext,
): ReviewEffect[] | undefined {
	const {row, column} = cursor;
	const text = textOf(line);
	if (target === 'cell') {
		return session.cells(row)[column] === text ? [] : [{type: 'set-cell', at: cursor, value: text}];
	}

	if (session.records.format.recordText(text) === undefined) return undefined;
	// The text of a row with a broken quote is the row as it was read, with its quotes corrected.
	const isUnchanged =
		text === session.encodeRow(row) && !session.findings.at(row).some(({code}) => code === 'quote-error');
	return isUnchanged ? [] : [{type: 'rewrite-row', row, line: text}];
}

/** The longest row that can be edited, in bytes: the text is checked at each key. */
const maxEditedBytes = 1024 * 1024;

/** Returns the reason why the cells of a row cannot be edited now, with a hint; `undefined` if they can. */
export function whyLocked(row: number, session: Session): string | undefined {
	const why = whyUnchangeable(row, session);
	if (why !== undefined || session.records.length(row) <= maxEditedBytes) return why;
	return texts.tooLong(session.numberOf(row), keyOf(browseKeys, 'row-menu'));
}

/** Returns the reason why a row can neither be edited nor skipped now, with a hint; `undefined` if it can. */
export function whyUnchangeable(row: number, session: Session): string | undefined {
	if (!session.canCheckRows)
		return session.kind.readsForeignFiles === true
			? texts.unmapped(keyOf(browseKeys, 'map-columns'))
			: texts.wrongHeader;
	if (session.records.count === 0) return texts.noRows;
	if (row < session.records.firstRow) return texts.headerRow;
	return session.isSkipped(row) ? texts.skippedRow(session.numberOf(row), keyOf(browseKeys, 'row-menu')) : undefined;
}

/** Inserts pasted text into the open text field, or opens the editor with it: of the cell, or of the row for a whole row. */
export function paste(state: ReviewState, text: string, {session}: ReviewContext): ReviewState {
	const {mode, cursor} = state;
	const clean = cleanPaste(text);
	if (mode.name === 'edit') {
		if (mode.target === 'cell' && isWholeRow(clean, session))
			return withNotice(pastedRow(state, clean, session), 'info', texts.pastedRow);
		const pasted = mode.target === 'row' ? asLine(clean, session) : asCell(clean, session);
		return {...state, mode: {...mode, line: editLine(mode.line, {type: 'insert', text: pasted})}};
	}

	if (mode.name === 'find') {
		// A filter is one line.
		const line = editLine(mode.line, {type: 'insert', text: clean.replaceAll(/[\t\n]/g, ' ')});
		return {...state, mode: {...mode, line}};
	}

	if (mode.name === 'go-to') {
		return {...state, mode: {name: 'go-to', line: editLine(mode.line, {type: 'insert', text: clean})}};
	}

	if (mode.name === 'help' && mode.search?.isTyped === true)
		return {...state, mode: {...mode, ...helpPaste(mode, clean)}};
	if (mode.name !== 'browse') return state;
	const locked = whyLocked(cursor.row, session);
	if (locked !== undefined) return withNotice(state, 'info', locked);
	if (hasRowProblem(session, cursor.row) || isWholeRow(clean, session)) return pastedRow(state, clean, session);
	return {...state, mode: {name: 'edit', target: 'cell', line: lineOf(asCell(clean, session))}};
}

function pastedRow(state: ReviewState, text: string, session: Session): ReviewState {
	return {...state, mode: {name: 'edit', target: 'row', line: lineOf(asLine(text, session))}};
}

function isWholeRow(text: string, session: Session): boolean {
	return spreadsheetRow(text, session)?.length === session.header.labels.length;
}

/** Returns pasted text for one cell: tabs between the cells of a spreadsheet become spaces. */
function asCell(text: string, {records}: Session): string {
	return records.format.isTabSeparated ? text : pastedCell(text);
}

/** True if a problem concerns a row as a whole, for example too few cells: the row is then edited as a whole. */
export function hasRowProblem(session: Session, row: number): boolean {
	return session.findings.at(row).some(({field}) => field === undefined);
}

/** Returns a row copied from a spreadsheet as a line of the file; any other text unchanged. */
function asLine(text: string, session: Session): string {
	const cells = spreadsheetRow(text, session);
	return cells === undefined ? text : session.records.format.encode(cells);
}

/** Returns the cells of a row from a spreadsheet, which copies with tabs; `undefined` for other text, or where tabs are the file's own delimiter. */
function spreadsheetRow(text: string, {records, header}: Session): readonly string[] | undefined {
	const cells = records.format.isTabSeparated ? undefined : parseCopiedRow(text);
	const {length} = header.labels;
	// A whole row of a sheet is copied with thousands of empty cells after the last one.
	return cells?.slice(length).every(cell => cell === '') ? cells.slice(0, length) : cells;
}
