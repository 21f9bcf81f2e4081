import type {Fix} from '../../../kinds/problem.ts';
import type {UndoStep} from '../../../records/overlay.ts';
import type {Renumbering} from '../../../records/renumbering.ts';
import type {SaveResult} from '../../../records/save/save.ts';
import {type Encoding, encodingNames} from '../../../records/source/encoding.ts';
import type {FixChoice} from '../../../session/fixes.ts';
import type {CellPosition} from '../../../session/problem-source.ts';
import type {RowList} from '../../../session/rows/row-list.ts';
import type {SearchEvent, SearchOptions} from '../../../session/rows/search.ts';
import type {Session} from '../../../session/session.ts';
import {percent} from '../../../text/format.ts';
import type {HelpState} from '../../components/help/page.ts';
import type {LineState} from '../../components/line-editor/state.ts';
import type {KeyName} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';
import type {BackgroundWork, RowChoice, ShownRows} from './shown.ts';
import {type ColumnWidths, initialWidths} from './widths.ts';

/** What the keys do now. Everything but `browse` lies over the grid and ends with Esc. */
export type Mode = BaseMode | ({readonly name: 'help'; readonly from: BaseMode} & HelpState);

/** A mode from which the help can be opened, and to which it goes back. */
export type BaseMode =
	| {readonly name: 'browse'}
	| {readonly name: 'edit'; readonly target: 'cell' | 'row'; readonly line: LineState}
	| {readonly name: 'go-to'; readonly line: LineState; readonly error?: string; readonly hiddenRow?: number}
	/**
	A filter or a text to search is typed. `recalled` counts how far one went back in earlier texts, -1 for none; `draft` was typed
	before that. It is `ready` when it was applied while the file was still being checked.
	*/
	| {
			readonly name: 'find';
			readonly what: 'filter' | 'search';
			readonly line: LineState;
			readonly recalled: number;
			readonly draft: string;
			readonly stage: 'typing' | 'ready';
	  }
	| {readonly name: 'fix-kind'; readonly code: string; readonly count: number; readonly samples: readonly FixSample[]}
	| {readonly name: 'kinds'; readonly safeFixes: number}
	| {readonly name: 'row-menu'; readonly selected: number}
	| {readonly name: 'save'; readonly copy: FixedCopy}
	| {readonly name: 'saving'}
	| {readonly name: 'quit'; readonly leaving: LeaveTarget}
	/** Rows are not UTF-8 but look like another encoding: the file can be read in that. */
	| {readonly name: 'convert'; readonly encoding: Encoding; readonly rows: number};

/** Where a save goes: to the fixed copy beside the file, new or in the place of one that is there, or to the file itself. */
export type SaveDestination = 'new-copy' | 'replaced-copy' | 'in-place';

/** The fixed copy beside the file: not there yet, as this run saved it, of someone else, or what no file can replace. */
export type FixedCopy = 'none' | 'own' | 'foreign' | 'not-a-file';

/** A line that shows what becomes of a cell; `covered` cells are in this sample and those before it. */
export type FixSample = {readonly text: string; readonly coveredCells: number};

/** Where one goes from the open file: out of the program, back to where it was opened, or to the same file in another encoding. */
export type LeaveTarget =
	| {readonly kind: 'program'}
	| {readonly kind: 'file'}
	| {readonly kind: 'reopen'; readonly encoding: Encoding};

/** What becomes of the edits that no file holds: the journal keeps them for the next opening, or they are discarded. */
export type UnsavedEditsChoice = 'keep' | 'discard';

/** What follows once an edit is applied. */
export type FollowUp = 'next-problem' | 'save';

export type Notice = {
	readonly tone: 'info' | 'good' | 'error';
	readonly text: string;
	/** It is only true until the whole file is checked. */
	readonly isTransient?: boolean;
	/** It is about the last key, which means nothing, and goes with the next one. */
	readonly isHint?: boolean;
};

export type ReviewState = {
	/** The record and the column that are looked at; where that is on the screen follows from `shown` and `top`. */
	readonly cursor: CellPosition;
	/** The rows that the grid shows. */
	readonly shown: ShownRows;
	/** What goes on in the background. */
	readonly work?: BackgroundWork | undefined;
	/** What was searched last, and is marked; `label` while the cursor is in a column whose name was the last match. */
	readonly search?: {readonly text: string; readonly label?: {readonly cursor: CellPosition} | undefined} | undefined;
	/** The filters and searches so far, the last one first. */
	readonly recentTexts: {readonly filter: readonly string[]; readonly search: readonly string[]};
	/** The index, in the rows that are shown, of the first one under the header. */
	readonly top: number;
	/** The first column that is drawn, the frozen one not counted. */
	readonly left: number;
	readonly widths: ColumnWidths;
	readonly mode: Mode;
	readonly notice: Notice | undefined;
	/** How much of the file was checked, from 0 to 1; until it is done nothing can be changed. */
	readonly checked: number;
	/** Why the check ended before the end of the file. */
	readonly checkFailure?: string;
	/** Whether what was opened can no longer be read in full: another program has overwritten the file. */
	readonly isFileLost?: boolean;
	/** Whether edits cannot be kept in the journal: they are lost if the program is killed. */
	readonly isUnprotected?: boolean;
	/** Counts the changes of the session, so that the screen is drawn again. */
	readonly version: number;
	/** Terminal cells. */
	readonly size: Size;
};

export type ReviewAction =
	| {readonly type: 'key'; readonly key: KeyName}
	| {readonly type: 'paste'; readonly text: string}
	| {readonly type: 'resized'; readonly size: Size}
	/** The session has changed; `at` is where that can be seen, if the cursor is to go there; `renumbering` gives rows other numbers. */
	| {
			readonly type: 'changed';
			readonly notice: Notice;
			readonly at?: CellPosition;
			readonly step?: UndoStep;
			readonly renumbering?: Renumbering | undefined;
	  }
	| {readonly type: 'follow-up'; readonly what: FollowUp}
	/** A filter has found rows, behind those that it had found before, and has looked at so much of the file. */
	| {readonly type: 'rows-found'; readonly rows: readonly number[]; readonly part: number}
	| {readonly type: 'filter-ended'}
	| {readonly type: 'search-progress'; readonly part: number}
	| {readonly type: 'search-ended'; readonly event: Exclude<SearchEvent, {kind: 'progress'}>}
	| {readonly type: 'work-failed'; readonly error: unknown}
	/** So many of the rows that are shown no longer match. */
	| {readonly type: 'recounted'; readonly stale: number}
	/** So much of the file was checked. */
	| {readonly type: 'checked'; readonly part: number}
	/** The check cannot go on: the rest of the file cannot be read. */
	| {readonly type: 'check-failed'; readonly message: string}
	/** The journal can no longer keep edits, or can again. */
	| {readonly type: 'journal-seen'; readonly isUnprotected: boolean; readonly notice: Notice}
	/** It was looked at what the file holds now. */
	| {readonly type: 'file-seen'; readonly isLost: boolean}
	/** The first problem is to be looked at, and this is to be said of it. */
	| {readonly type: 'first-problem'; readonly text: string}
	/** The person wants to leave the program. */
	| {readonly type: 'leave'}
	| {readonly type: 'copy-looked-up'; readonly copy: FixedCopy}
	| {readonly type: 'saved'; readonly saved: SaveResult}
	| {readonly type: 'failed'; readonly message: string}
	/** The same of an error, which may concern the edits. */
	| {readonly type: 'thrown'; readonly error: unknown};

/** What to do to the session, or to ask of the app. */
export type ReviewEffect =
	| {readonly type: 'set-cell'; readonly at: CellPosition; readonly value: string}
	| {readonly type: 'rewrite-row'; readonly row: number; readonly line: string}
	| {readonly type: 'take-fix'; readonly row: number; readonly fix: Fix}
	| {readonly type: 'filter'; readonly choice: RowChoice}
	| ({readonly type: 'search'; readonly text: string} & SearchOptions)
	| {readonly type: 'stop-work'}
	/** Counts the rows that no longer match. */
	| {readonly type: 'recount'; readonly shown: Extract<ShownRows, {kind: 'some'}>}
	/** Applies fixes in the rows of a list, or in all. */
	| {readonly type: 'fix-all'; readonly choice: FixChoice; readonly list?: RowList}
	| {readonly type: 'toggle-skipped'; readonly row: number}
	| {readonly type: 'undo'; readonly from: CellPosition}
	| {readonly type: 'redo'; readonly from: CellPosition}
	/** Goes on after the effects before it, with the session as they left it. */
	| {readonly type: 'follow-up'; readonly what: FollowUp}
	| {readonly type: 'look-up-copy'}
	/** Asks for another name to save under. */
	| {readonly type: 'save-as'}
	| {readonly type: 'save'; readonly target: SaveDestination}
	| {readonly type: 'upload'}
	| {readonly type: 'leave'; readonly leaving: LeaveTarget; readonly edits: UnsavedEditsChoice};

export type ReviewTransition = ReducerResult<ReviewState, ReviewEffect>;

/** What the reducer needs beside the state: it reads, and never changes, the session. */
export type ReviewContext = {
	readonly session: Session;
	/** The encoding of the file on disk, where that is not UTF-8. */
	readonly convertedFrom?: Encoding | undefined;
	/** Whether the file and the journal of its edits are removed when the program ends. */
	readonly isTemporary?: boolean;
	/** True if the terminal shows signs as ASCII, which values hold too. */
	readonly hasAsciiSigns?: boolean;
};

/** True if the next opening of the file can offer the edits that are in no file now. */
export function canKeepEdits({isUnprotected}: ReviewState, {isTemporary}: ReviewContext): boolean {
	return isUnprotected !== true && isTemporary !== true;
}

export function initialState(session: Session, size: Size): ReviewState {
	return {
		cursor: {row: Math.min(session.records.firstRow, session.records.lastRow), column: 0},
		shown: {kind: 'all'},
		recentTexts: {filter: [], search: []},
		top: 0,
		left: 0,
		widths: initialWidths,
		mode: {name: 'browse'},
		notice: fileNotice(session),
		checked: session.isChecked ? 1 : 0,
		version: 0,
		size,
	};
}

/** Returns what is wrong with the file as a whole, which no edit of a row can fix. */
export function fileNotice(session: Session): Notice | undefined {
	const texts = session.fileProblems;
	const worst = texts.find(({severity}) => severity === 'error') ?? texts.find(({severity}) => severity === 'warning');
	if (worst !== undefined) {
		return {tone: worst.severity === 'error' ? 'error' : 'info', text: `${worst.message} ${worst.next}`};
	}

	return session.likelyCause && {tone: 'info', text: `${session.likelyCause.message} ${session.likelyCause.next}`};
}

/** Adds to a notice about the file that it is in another encoding than it is saved in. */
export function withEncoding(notice: Notice | undefined, {convertedFrom}: ReviewContext): Notice | undefined {
	if (convertedFrom === undefined) return notice;
	const text = `Read as ${encodingNames[convertedFrom]}, saved and sent as UTF-8.`;
	if (notice === undefined) return {tone: 'info', text};
	return {...notice, text: notice.tone === 'error' ? `${notice.text} ${text}` : `${text} ${notice.text}`};
}

export const browse: BaseMode = {name: 'browse'};

/** Opens the help over a mode. */
export function withHelp(state: ReviewState, from: BaseMode): ReviewState {
	return {...state, mode: {name: 'help', from, top: 0}};
}

export function withNotice(state: ReviewState, tone: Notice['tone'], text: string): ReviewState {
	return {...state, notice: {tone, text}};
}

/** Shows what helps where a key means nothing, unless an error has the message line. Returns the same state when the same key comes again. */
export function withHint(state: ReviewState, text: string | undefined): ReviewState {
	const {notice, isFileLost} = state;
	if (text === undefined || notice?.tone === 'error' || (notice === undefined && isFileLost === true)) return state;
	return notice?.text === text ? state : {...state, notice: {tone: 'info', text, isHint: true}};
}

/** Removes the hint about the key before. */
export function withoutHint(state: ReviewState): ReviewState {
	return state.notice?.isHint === true ? {...state, notice: undefined} : state;
}

/** Shows why nothing can be changed yet. */
export function withCheckProgress(state: ReviewState): ReviewState {
	const part = percent(state.checked, 1);
	if (state.checkFailure !== undefined)
		return withNotice(state, 'error', `Only ${part} of the file was checked. ${state.checkFailure}`);
	const text = `The file is still being checked (${part}). You can look around meanwhile.`;
	return {...state, notice: {tone: 'info', text, isTransient: true}};
}
