import {codes} from '../../../rules/codes.ts';
import type {Problem} from '../../../rules/problem.ts';
import {stepToProblem} from '../../../session/steps.ts';
import {percent, plural} from '../../../text/format.ts';
import {lineOf} from '../../components/line-editor/state.ts';
import {actionOf} from '../../keys.ts';
import {whyLocked} from './edit.ts';
import {fixKindMode} from './fix-kind.ts';
import {type BrowseAction, browseKeys} from './keys.ts';
import {heights} from './layout.ts';
import type {ReviewContext, ReviewNext, ReviewState} from './state.ts';
import {noticeOfFile, withNotice} from './state.ts';

/** What must know every row, or would change one under the check's feet. */
const waitForCheck: ReadonlySet<BrowseAction> = new Set([
	'edit',
	'edit-row',
	'fix',
	'fix-kind',
	'kinds',
	'row-menu',
	'upload',
] as const);

/** A key while the grid has the keyboard. */
export function browseKey(state: ReviewState, key: string, context: ReviewContext): ReviewNext {
	const action = actionOf(browseKeys, key);
	if (action === undefined) return [state];
	const moved = move(state, action, context);
	if (moved !== undefined) return [moved];
	if (state.checked < 1 && waitForCheck.has(action)) {
		return [stillChecked(state)];
	}

	const quiet = state.notice === undefined ? state : {...state, notice: undefined};
	return act(quiet, action, context);
}

/** Says why nothing can be changed yet. */
export function stillChecked(state: ReviewState): ReviewState {
	const part = percent(state.checked, 1);
	const text = `The file is still being checked (${part}). Look around meanwhile.`;
	return {...state, notice: {tone: 'info', text, isPassing: true}};
}

/** Goes to the first problem, unless the person is in the middle of something. */
export function firstProblem(state: ReviewState, text: string, context: ReviewContext): ReviewState {
	const fromTop = {...state, cursor: {row: 2, column: -1}};
	return withNotice(state.mode.name === 'browse' ? step(fromTop, 'next', context) : state, 'error', text);
}

/** A file with errors is not sent: the first of them is looked at. */
function whyNotSent(state: ReviewState, context: ReviewContext): ReviewState {
	const {session} = context;
	const inFile = noticeOfFile(session);
	if (inFile?.tone === 'error') return {...state, notice: inFile};
	const errors = plural(session.total('error'), 'error');
	return firstProblem(state, `The file has ${errors}: nothing can be sent yet. Tab goes to the next one.`, context);
}

/** Out of the program (`exit`), or back to where the file was opened; asks when something would be lost. */
export function leave(state: ReviewState, exit: boolean, {session}: ReviewContext): ReviewNext {
	return session.table.overlay.atStake > 0 ? [{...state, mode: {name: 'quit', exit}}] : [state, {type: 'quit', exit}];
}

/** The problem that the detail pane shows: the one of this cell, else the row's first. */
export function problemHere({cursor}: ReviewState, {session}: ReviewContext): Problem | undefined {
	const problems = session.problemsAt(cursor.row);
	return (
		problems.find(problem => session.columnOf(problem) === cursor.column) ??
		problems.find(({field}) => field === undefined)
	);
}

function move(state: ReviewState, action: BrowseAction, {session, widths}: ReviewContext): ReviewState | undefined {
	const {cursor, size} = state;
	const page = heights(size).grid;
	const to = (row: number, column: number): ReviewState => {
		const target = {
			row: Math.min(Math.max(row, Math.min(2, session.table.lastRow)), session.table.lastRow),
			column: Math.min(Math.max(column, 0), widths.length - 1),
		};
		const still = target.row === cursor.row && target.column === cursor.column;
		return still && state.notice === undefined ? state : {...state, cursor: still ? cursor : target, notice: undefined};
	};
	switch (action) {
		case 'up':
			return to(cursor.row - 1, cursor.column);
		case 'down':
			return to(cursor.row + 1, cursor.column);
		case 'left':
			return to(cursor.row, cursor.column - 1);
		case 'right':
			return to(cursor.row, cursor.column + 1);
		case 'page-up':
			return to(cursor.row - page, cursor.column);
		case 'page-down':
			return to(cursor.row + page, cursor.column);
		case 'half-up':
			return to(cursor.row - Math.ceil(page / 2), cursor.column);
		case 'half-down':
			return to(cursor.row + Math.ceil(page / 2), cursor.column);
		case 'first-row':
			return to(2, cursor.column);
		case 'last-row':
			return to(session.table.lastRow, cursor.column);
		case 'first-column':
			return to(cursor.row, 0);
		case 'last-column':
			return to(cursor.row, widths.length - 1);
		default:
			return undefined;
	}
}

function act(state: ReviewState, action: BrowseAction, context: ReviewContext): ReviewNext {
	const {session} = context;
	switch (action) {
		case 'next-problem':
			return [step(state, 'next', context)];
		case 'previous-problem':
			return [step(state, 'previous', context)];
		case 'edit':
			return [hasRowProblem(state, context) ? editRow(state, context) : editCell(state, context)];
		case 'edit-row':
			return [editRow(state, context)];
		case 'fix':
			return takeFix(state, context);
		case 'fix-kind':
			return [fixKindMode(state, problemHere(state, context), context)];
		case 'kinds':
			return [{...state, mode: {name: 'kinds', safeFixes: session.countFixes('safe')}}];
		case 'row-menu':
			if (state.cursor.row < 2 || !session.readable) return [state];
			return [{...state, mode: {name: 'row-menu', selected: 0}}];
		case 'go-to':
			return [{...state, mode: {name: 'go-to', line: lineOf('')}}];
		case 'undo':
			return [state, {type: 'undo'}];
		case 'redo':
			return [state, {type: 'redo'}];
		case 'save':
			return session.table.overlay.unsaved > 0
				? [state, {type: 'look-up-copy'}]
				: [withNotice(state, 'info', 'Nothing to save: the file has no unsaved edits.')];
		case 'upload':
			return session.valid ? [state, {type: 'upload'}] : [whyNotSent(state, context)];
		case 'help':
			return [{...state, mode: {name: 'help', top: 0}}];
		case 'quit':
		case 'exit':
			return leave(state, action === 'exit', context);

		default:
			return [state];
	}
}

function step(state: ReviewState, direction: 'next' | 'previous', {session}: ReviewContext): ReviewState {
	const found = stepToProblem(session, state.cursor, direction);
	if (found === undefined) {
		const inFile = noticeOfFile(session);
		if (inFile !== undefined) return {...state, notice: inFile};
		return withNotice(state, 'good', 'No problems in this file.');
	}

	const moved = {...state, cursor: found.position};
	if (!found.wrapped) return moved;
	return withNotice(
		moved,
		'info',
		direction === 'next' ? 'Went on from the top of the file.' : 'Went on from the end of the file.',
	);
}

/** A row with too few cells, say, is mended as a whole. */
function hasRowProblem({cursor}: ReviewState, {session}: ReviewContext): boolean {
	return session.findings.at(cursor.row).some(({field}) => field === undefined);
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
	return {...state, mode: {name: 'edit', target: 'row', line: lineOf(session.line(row))}};
}

function takeFix(state: ReviewState, context: ReviewContext): ReviewNext {
	const problem = problemHere(state, context);
	if (problem === undefined) return [withNotice(state, 'info', 'No problem here. Tab goes to the next one.')];
	const [fix] = problem.fixes;
	if (fix === undefined) {
		return [
			withNotice(
				state,
				'info',
				`No fix is known for ${problem.code} (${codes[problem.code].title}). Enter edits, m leaves the row out.`,
			),
		];
	}

	return [state, {type: 'take-fix', row: problem.row, fix}];
}
