import type {Code} from '../../../rules/codes.ts';
import {describeHeaderProblem} from '../../../rules/header.ts';
import type {CellChange} from '../../../rules/problem.ts';
import type {FixChoice, Session} from '../../../session/session.ts';
import type {Position} from '../../../session/steps.ts';
import type {SaveTarget} from '../../../table/save.ts';
import type {LineState} from '../../components/line-editor/state.ts';
import type {KeyName} from '../../keys.ts';
import type {Next} from '../../store.ts';

/** What the keys do now. Everything but `browse` lies over the grid and ends with Esc. */
export type Mode =
	| {readonly name: 'browse'}
	| {readonly name: 'edit'; readonly target: 'cell' | 'row'; readonly line: LineState; readonly error?: string}
	| {readonly name: 'go-to'; readonly line: LineState; readonly error?: string}
	| {readonly name: 'fix-kind'; readonly code: Code; readonly count: number; readonly samples: readonly string[]}
	| {readonly name: 'kinds'; readonly safeFixes: number}
	| {readonly name: 'row-menu'; readonly selected: number}
	| {readonly name: 'save'; readonly copyExists: boolean}
	| {readonly name: 'saving'}
	| {readonly name: 'help'; readonly top: number}
	| {readonly name: 'quit'};

export type Notice = {readonly tone: 'info' | 'good' | 'error'; readonly text: string};

export type ReviewState = {
	readonly cursor: Position;
	/** The first row under the header, and the first column behind the row number, that are drawn. */
	readonly top: number;
	readonly left: number;
	readonly mode: Mode;
	readonly notice: Notice | undefined;
	/** Counts the changes of the session, so that the screen is drawn again. */
	readonly version: number;
	/** Terminal cells. */
	readonly size: Size;
};

export type Size = {readonly columns: number; readonly rows: number};

export type ReviewAction =
	| {readonly type: 'key'; readonly key: KeyName}
	| {readonly type: 'paste'; readonly text: string}
	| {readonly type: 'resized'; readonly size: Size}
	/** The session has changed; `row` is where it can be seen. */
	| {readonly type: 'changed'; readonly notice: Notice; readonly row?: number}
	| {readonly type: 'copy-looked-up'; readonly exists: boolean}
	| {readonly type: 'saved'; readonly path: string}
	| {readonly type: 'failed'; readonly message: string};

/** What is to be done to the session or by the app. */
export type ReviewEffect =
	| {readonly type: 'set-cell'; readonly at: Position; readonly value: string}
	| {readonly type: 'rewrite-row'; readonly row: number; readonly line: string}
	| {readonly type: 'take-fix'; readonly row: number; readonly title: string; readonly changes: readonly CellChange[]}
	| {readonly type: 'fix-all'; readonly choice: FixChoice}
	| {readonly type: 'toggle-left-out'; readonly row: number}
	| {readonly type: 'undo'}
	| {readonly type: 'redo'}
	| {readonly type: 'look-up-copy'}
	| {readonly type: 'save'; readonly target: SaveTarget['kind']; readonly replace: boolean}
	| {readonly type: 'upload'}
	| {readonly type: 'quit'};

export type ReviewNext = Next<ReviewState, ReviewEffect>;

/** What the reducer needs beside the state: it reads, and never changes, the session. */
export type ReviewContext = {
	readonly session: Session;
	/** Width of each column's text in terminal cells. */
	readonly widths: readonly number[];
};

export function initialState(session: Session, size: Size): ReviewState {
	return {
		cursor: {row: Math.min(2, session.table.lastRow), column: 0},
		top: 2,
		left: 0,
		mode: {name: 'browse'},
		notice: noticeOfFile(session),
		version: 0,
		size,
	};
}

/** What is wrong with the file as a whole, which no edit of a row can mend. */
function noticeOfFile({header, table}: Session): Notice | undefined {
	const [problem] = header.problems;
	if (problem !== undefined) {
		const {message, next} = describeHeaderProblem(problem);
		return {tone: 'error', text: `${message} ${next}`};
	}

	return table.lastRow < 2 ? {tone: 'error', text: 'The file has a header and no rows.'} : undefined;
}

export const browse: Mode = {name: 'browse'};

export function withNotice(state: ReviewState, tone: Notice['tone'], text: string): ReviewState {
	return {...state, notice: {tone, text}};
}
