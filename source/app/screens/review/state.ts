import type {Fix} from '../../../kinds/problem.ts';
import type {NodeReference} from '../../../lineage/named.ts';
import type {Renumbering} from '../../../records/renumbering.ts';
import type {SaveResult} from '../../../records/save/save.ts';
import {type Encoding, encodingNames} from '../../../records/source/encoding.ts';
import type {UndoStep} from '../../../records/undo-step.ts';
import type {FixChoice} from '../../../session/fixes.ts';
import type {CellPosition} from '../../../session/problem-source.ts';
import type {RowList} from '../../../session/rows/row-list.ts';
import type {SearchEvent, SearchOptions} from '../../../session/rows/search.ts';
import type {Session} from '../../../session/session.ts';
import type {HelpState} from '../../components/help/page.ts';
import type {LineState} from '../../components/line-editor/state.ts';
import type {KeyName} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';
import type {BackgroundWork, RowChoice, ShownRows} from './shown.ts';
import {checkTexts} from './texts.ts';
import type {ColumnWidths} from './widths.ts';

/** The mode of the keyboard. Every mode but `browse` is drawn over the grid and ends with Esc. */
export type Mode = BaseMode | ({readonly name: 'help'; readonly from: BaseMode} & HelpState);

/** A mode from which the help can be opened, and to which it returns. */
export type BaseMode =
	| {readonly name: 'browse'}
	| {readonly name: 'edit'; readonly target: 'cell' | 'row'; readonly line: LineState}
	| {readonly name: 'go-to'; readonly line: LineState; readonly error?: string; readonly hiddenRow?: number}
	/**
	A filter or a search text is being typed. `recalled` is the index in the recent texts, -1 for none; `draft` is the text that was
	typed before recalling one. It is `ready` if the user applied it while the file was still being checked.
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
	/** Explains a problem; `top` is the index of the first visible line. */
	| {readonly name: 'explain'; readonly code: string; readonly top: number}
	| {readonly name: 'row-menu'; readonly selected: number}
	| {readonly name: 'save'; readonly copy: FixedCopy}
	| {readonly name: 'saving'}
	| {readonly name: 'quit'; readonly leaving: LeaveTarget}
	/** Rows are not valid UTF-8, but are valid in another encoding: offers to read the file with it. */
	| {readonly name: 'convert'; readonly encoding: Encoding; readonly rows: number};

/** The destination of a save: a new or replaced fixed copy next to the file, or the file itself. */
export type SaveDestination = 'new-copy' | 'replaced-copy' | 'in-place';

/** The state of the fixed copy next to the file: absent, saved by this run, saved by another program, or not a regular file. */
export type FixedCopy = 'none' | 'own' | 'foreign' | 'not-a-file';

/** A line that shows the fix of a cell. `coveredCells` is the number of cells in this sample and those before it. */
export type FixSample = {readonly text: string; readonly coveredCells: number};

/** The next place after closing the file: out of the program, back to where the file was opened, or the same file in another encoding. */
export type LeaveTarget =
	| {readonly kind: 'program'}
	| {readonly kind: 'file'}
	| {readonly kind: 'reopen'; readonly encoding: Encoding};

/** The user's choice for unsaved edits: the journal keeps them for the next opening, or they are discarded. */
export type UnsavedEditsChoice = 'keep' | 'discard';

/** The action that follows once an edit is applied. */
export type FollowUp = 'next-problem' | 'save';

export type Notice = {
	readonly tone: 'info' | 'good' | 'error';
	readonly text: string;
	/** It is removed when the whole file is checked. */
	readonly isTransient?: boolean;
	/** A hint about the last key, which had no action; the next key removes it. */
	readonly isHint?: boolean;
};

export type ReviewState = {
	/** The selected cell; its place on the screen follows from `shown` and `top`. */
	readonly cursor: CellPosition;
	/** The rows that the grid shows. */
	readonly shown: ShownRows;
	/** The filter or search that runs in the background. */
	readonly work?: BackgroundWork | undefined;
	/** The last search, whose matches are highlighted; `label` while the cursor is in a column whose name was the last match. */
	readonly search?: {readonly text: string; readonly label?: {readonly cursor: CellPosition} | undefined} | undefined;
	/** Earlier filters and searches, the latest first. */
	readonly recentTexts: {readonly filter: readonly string[]; readonly search: readonly string[]};
	/** The index of the first row in view among the rows shown. */
	readonly top: number;
	/** The first column in view, not counting the frozen one. */
	readonly left: number;
	readonly widths: ColumnWidths;
	readonly mode: Mode;
	readonly notice: Notice | undefined;
	/** The checked part of the file, from 0 to 1; nothing can be changed below 1. */
	readonly checked: number;
	/** The reason why the check ended before the end of the file. */
	readonly checkFailure?: string;
	/** True if another program has overwritten the file, so that its original content can no longer be read in full. */
	readonly isFileLost?: boolean;
	/** True if edits cannot be written to the journal: they are lost if the program is killed. */
	readonly isUnprotected?: boolean;
	/** Incremented when the session changes, so that the screen is redrawn. */
	readonly version: number;
	/** Terminal cells. */
	readonly size: Size;
};

export type ReviewAction =
	| {readonly type: 'key'; readonly key: KeyName}
	| {readonly type: 'paste'; readonly text: string}
	| {readonly type: 'resized'; readonly size: Size}
	/** The session has changed. `at` is the cell to move the cursor to; `renumbering` maps old row numbers to new ones. */
	| {
			readonly type: 'changed';
			readonly notice: Notice;
			readonly at?: CellPosition;
			readonly step?: UndoStep;
			readonly renumbering?: Renumbering | undefined;
	  }
	| {readonly type: 'follow-up'; readonly what: FollowUp}
	/** A filter has found more rows; `part` of the file is scanned. */
	| {readonly type: 'rows-found'; readonly rows: readonly number[]; readonly part: number}
	| {readonly type: 'filter-ended'}
	| {readonly type: 'search-progress'; readonly part: number}
	| {readonly type: 'search-ended'; readonly event: Exclude<SearchEvent, {kind: 'progress'}>}
	| {readonly type: 'work-failed'; readonly error: unknown}
	/** Go to a row. */
	| {readonly type: 'show-row'; readonly row: number}
	/** The file was compared with the others of the upload. */
	| {readonly type: 'compared'}
	/** `stale` of the rows shown no longer match. */
	| {readonly type: 'recounted'; readonly stale: number}
	/** `part` of the file is checked. */
	| {readonly type: 'checked'; readonly part: number}
	/** The check failed: the rest of the file cannot be read. */
	| {readonly type: 'check-failed'; readonly message: string}
	/** The journal failed, or works again. */
	| {readonly type: 'journal-seen'; readonly isUnprotected: boolean; readonly notice: Notice}
	/** The content of the file on disk was compared with the original. */
	| {readonly type: 'file-seen'; readonly isLost: boolean}
	/** Go to the first problem and show a notice. */
	| {readonly type: 'first-error'; readonly text: string}
	/** The user wants to quit the program. */
	| {readonly type: 'leave'}
	| {readonly type: 'copy-looked-up'; readonly copy: FixedCopy}
	| {readonly type: 'saved'; readonly saved: SaveResult}
	| {readonly type: 'failed'; readonly message: string}
	/** Like `failed`, with an error that may concern the edits. */
	| {readonly type: 'thrown'; readonly error: unknown};

/** A change of the session, or a request to the app. */
export type ReviewEffect =
	| {readonly type: 'set-cell'; readonly at: CellPosition; readonly value: string}
	| {readonly type: 'rewrite-row'; readonly row: number; readonly line: string}
	| {readonly type: 'take-fix'; readonly row: number; readonly fix: Fix}
	| {readonly type: 'filter'; readonly choice: RowChoice}
	| ({readonly type: 'search'; readonly text: string} & SearchOptions)
	| {readonly type: 'stop-work'}
	/** Counts the rows that no longer match. */
	| {readonly type: 'recount'; readonly shown: Extract<ShownRows, {kind: 'some'}>}
	/** Applies fixes in the rows of a list, or in all rows. */
	| {readonly type: 'fix-all'; readonly choice: FixChoice; readonly list?: RowList}
	| {readonly type: 'toggle-skipped'; readonly row: number}
	| {readonly type: 'undo'; readonly from: CellPosition}
	| {readonly type: 'redo'; readonly from: CellPosition}
	/** Continues after the effects before it, when the session is changed. */
	| {readonly type: 'follow-up'; readonly what: FollowUp}
	| {readonly type: 'look-up-copy'}
	/** Asks for another name to save under. */
	| {readonly type: 'save-as'}
	| {readonly type: 'save'; readonly target: SaveDestination}
	| {readonly type: 'upload'}
	/** Shows the other file of the upload, and dispatches an action to it. */
	| {readonly type: 'show-other'; readonly action?: ReviewAction}
	/** Shows the lineage of a node. */
	| {readonly type: 'show-lineage'; readonly start: NodeReference}
	/** Shows the mapping of the file. */
	| {readonly type: 'map-columns'}
	| {readonly type: 'leave'; readonly leaving: LeaveTarget; readonly edits: UnsavedEditsChoice};

export type ReviewTransition = ReducerResult<ReviewState, ReviewEffect>;

/** The context of the reducer beside the state. It reads the session and never changes it. */
export type ReviewContext = {
	readonly session: Session;
	/** The other files of the upload. */
	readonly others?: readonly Session[];
	/** The encoding of the file on disk, where that is not UTF-8. */
	readonly convertedFrom?: Encoding | undefined;
	/** True if the file and the journal of its edits are deleted when the program ends. */
	readonly isTemporary?: boolean;
	/** True if signs are drawn as ASCII characters, which values contain too. */
	readonly hasAsciiSigns?: boolean;
};

/** True if unsaved edits can be restored at the next opening of the file. */
export function canKeepEdits({isUnprotected}: ReviewState, {isTemporary}: ReviewContext): boolean {
	return isUnprotected !== true && isTemporary !== true;
}

/** Returns the number of rows with unsaved edits, in all files of the upload. */
export function unsavedRowsOf({session, others = []}: ReviewContext): number {
	return [session, ...others].reduce((sum, {records}) => sum + records.overlay.saved.unsavedRows, 0);
}

/** Adds to a notice about the file that its encoding is not the one it is saved in. */
export function withEncoding(notice: Notice | undefined, {convertedFrom}: ReviewContext): Notice | undefined {
	if (convertedFrom === undefined) return notice;
	const text = checkTexts.encoding(encodingNames[convertedFrom]);
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

/** Shows a hint for a key without an action, unless the message line shows an error. Returns the same state when the same key comes again. */
export function withHint(state: ReviewState, text: string | undefined): ReviewState {
	const {notice, isFileLost} = state;
	if (text === undefined || notice?.tone === 'error' || (notice === undefined && isFileLost === true)) return state;
	return notice?.text === text ? state : {...state, notice: {tone: 'info', text, isHint: true}};
}

/** Removes the hint about the previous key. */
export function withoutHint(state: ReviewState): ReviewState {
	return state.notice?.isHint === true ? {...state, notice: undefined} : state;
}

/** Shows that nothing can be changed until the file is checked. */
export function withCheckProgress(state: ReviewState): ReviewState {
	const {checked, checkFailure} = state;
	if (checkFailure !== undefined) return withNotice(state, 'error', checkTexts.failed(checked, checkFailure));
	return {...state, notice: {tone: 'info', text: checkTexts.running(checked), isTransient: true}};
}
