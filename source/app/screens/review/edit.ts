import type {Session} from '../../../session/session.ts';
import {stepToProblem} from '../../../session/steps.ts';
import {parseLine} from '../../../table/decode.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {cleanPaste, editLine, textOf} from '../../components/line-editor/state.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewEffect,
	type ReviewNext,
	type ReviewState,
	withNotice,
} from './state.ts';

type EditMode = Extract<Mode, {name: 'edit'}>;
type GoToMode = Extract<Mode, {name: 'go-to'}>;

/** A key while a cell or a row is edited: Enter saves, Esc cancels, Tab saves and goes on to the next problem. */
export function editKey(state: ReviewState, key: string, mode: EditMode, context: ReviewContext): ReviewNext {
	if (key === 'escape') return [{...state, mode: browse}];
	if (key === 'enter' || key === 'tab') return commit(state, mode, context, key === 'tab');
	const action = lineAction(key);
	if (action === undefined) return [state];
	const line = editLine(mode.line, action);
	return line === mode.line ? [state] : [{...state, mode: {name: 'edit', target: mode.target, line}}];
}

function commit(state: ReviewState, mode: EditMode, {session}: ReviewContext, goOn: boolean): ReviewNext {
	const text = textOf(mode.line);
	const {cursor} = state;
	if (mode.target === 'row') {
		if (parseLine(text, session.table.delimiter) === undefined) {
			return [
				{
					...state,
					mode: {...mode, error: 'This is not one row of CSV: look at the quotes. Esc leaves the row as it was.'},
				},
			];
		}

		return [
			{...state, mode: browse},
			{type: 'rewrite-row', row: cursor.row, line: text},
		];
	}

	const effects: ReviewEffect[] =
		valueAt(session, cursor) === text ? [] : [{type: 'set-cell', at: cursor, value: text}];
	if (!goOn) return [{...state, mode: browse}, ...effects];
	const next = stepToProblem(session, cursor, 'next');
	return [{...state, mode: browse, cursor: next?.position ?? cursor}, ...effects];
}

function valueAt(session: Session, {row, column}: ReviewState['cursor']): string | undefined {
	return session.cells(row)[column];
}

/** Why a row cannot be edited now. */
export function whyLocked(row: number, session: Session): string | undefined {
	if (!session.readable || row < 2)
		return 'The header must be right before rows can be edited: correct it in the file.';
	return session.isLeftOut(row) ? `Row ${row} is left out. Bring it back with m first.` : undefined;
}

/** A key while the number of a row is typed. */
export function goToKey(state: ReviewState, key: string, mode: GoToMode, {session}: ReviewContext): ReviewNext {
	if (key === 'escape') return [{...state, mode: browse}];
	if (key === 'enter') {
		const row = Number(textOf(mode.line).replaceAll(/[,\s]/g, ''));
		const {lastRow} = session.table;
		if (Number.isInteger(row) && row >= 2 && row <= lastRow)
			return [{...state, mode: browse, cursor: {...state.cursor, row}}];
		return [{...state, mode: {...mode, error: `Rows go from 2 to ${lastRow}.`}}];
	}

	const action = lineAction(key);
	return action === undefined ? [state] : [{...state, mode: {name: 'go-to', line: editLine(mode.line, action)}}];
}

/** Pasted text goes into the field that is open, or opens the cell with it. */
export function paste(state: ReviewState, text: string, {session}: ReviewContext): ReviewState {
	const {mode, cursor} = state;
	const insert = {type: 'insert', text: cleanPaste(text)} as const;
	if (mode.name === 'edit' || mode.name === 'go-to')
		return {...state, mode: {...mode, line: editLine(mode.line, insert)}};
	if (mode.name !== 'browse') return state;
	const locked = whyLocked(cursor.row, session);
	if (locked !== undefined) return withNotice(state, 'info', locked);
	return {...state, mode: {name: 'edit', target: 'cell', line: editLine({graphemes: [], cursor: 0}, insert)}};
}
