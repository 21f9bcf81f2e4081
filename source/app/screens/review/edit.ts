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

type EditMode = Extract<Mode, {name: 'edit'}>;

/** What follows once an edit is applied. */
const followUps: {readonly [A in Exclude<EditAction, 'cancel'>]: FollowUp | undefined} = {
	apply: undefined,
	'apply-next': 'next-problem',
	'apply-save': 'save',
};

/** A key while a cell or a row is edited; `undefined` if it means nothing. */
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
			// The editor stays open until the edit is applied: a text whose row cannot be read is not lost.
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

/** Returns what an edit changes, nothing if it changes nothing; `undefined` for a line that is not one row. */
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

	if (session.records.format.parse(text) === undefined) return undefined;
	// The line of a row with a broken quote is the row as it was read, with its quotes corrected.
	const isUnchanged =
		text === session.encodeRow(row) && !session.findings.at(row).some(({code}) => code === 'quote-error');
	return isUnchanged ? [] : [{type: 'rewrite-row', row, line: text}];
}

/** Bytes of a row that can be edited at most: the text is judged at each key. */
const longestEdited = 1024 * 1024;

/** Returns why the cells of a row cannot be edited now, and what to do about it. */
export function whyLocked(row: number, session: Session): string | undefined {
	const why = whyUnchangeable(row, session);
	if (why !== undefined || session.records.length(row) <= longestEdited) return why;
	return `Row ${row} is too long to edit. Press ${keyOf(browseKeys, 'row-menu')} to skip it.`;
}

/** Returns why a row can neither be edited nor skipped now, and what to do about it. */
export function whyUnchangeable(row: number, session: Session): string | undefined {
	if (!session.canCheckRows) return 'Rows cannot be edited before the header is correct. Correct it in the file.';
	if (session.records.count === 0) return 'The file has no rows to edit. Check the export.';
	if (row < 2) return 'The header row cannot be edited here. Correct it in the file.';
	return session.isSkipped(row)
		? `Row ${row} is skipped. Press ${keyOf(browseKeys, 'row-menu')} to bring it back.`
		: undefined;
}

/** Pasted text goes into the field that is open, or opens the cell with it; a whole row opens the row. */
export function paste(state: ReviewState, text: string, {session}: ReviewContext): ReviewState {
	const {mode, cursor} = state;
	const clean = cleanPaste(text);
	if (mode.name === 'edit') {
		if (mode.target === 'cell' && isWholeRow(clean, session))
			return withNotice(pastedRow(state, clean, session), 'info', 'A whole row was pasted.');
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

/** Returns text for one cell: a tab between the cells of a spreadsheet is a space there. */
function asCell(text: string, {records}: Session): string {
	return records.format.isTabSeparated ? text : pastedCell(text);
}

/** Whether a row is wrong as a whole, with too few cells for example: it is edited as a whole then. */
export function hasRowProblem(session: Session, row: number): boolean {
	return session.findings.at(row).some(({field}) => field === undefined);
}

/** Returns a row that was copied from a spreadsheet as a line of the file; any other text as it is. */
function asLine(text: string, session: Session): string {
	const cells = spreadsheetRow(text, session);
	return cells === undefined ? text : session.records.format.encode(cells);
}

/** Returns the cells of a row from a spreadsheet, which copies with tabs; `undefined` for other text, or where tabs are the file's own delimiter. */
function spreadsheetRow(text: string, {records, header}: Session): readonly string[] | undefined {
	const cells = records.format.isTabSeparated ? undefined : parseCopiedRow(text);
	const {length} = header.labels;
	// A whole row of a sheet is copied with thousands of empty cells behind its last one.
	return cells?.slice(length).every(cell => cell === '') ? cells.slice(0, length) : cells;
}
