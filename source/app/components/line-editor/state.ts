import {graphemes} from '../../../text/fit.ts';

/** A line of text that is edited. The cursor is before the grapheme with its index. */
export type LineState = {
	readonly graphemes: readonly string[];
	readonly cursor: number;
};

/** An edit of a line, or a cursor move. */
export type LineAction =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'move'; readonly to: 'left' | 'right' | 'word-left' | 'word-right' | 'start' | 'end'}
	| {readonly type: 'delete'; readonly what: 'back' | 'forward' | 'word-back' | 'to-start' | 'to-end'};

/** Returns a line with this text and the cursor at its end. */
export function lineOf(text: string): LineState {
	const parts = graphemes(text);
	return {graphemes: parts, cursor: parts.length};
}

export function textOf(state: LineState): string {
	return state.graphemes.join('');
}

/** Applies an action to a line. Returns the same object if nothing changes. */
export function editLine(state: LineState, action: LineAction): LineState {
	switch (action.type) {
		case 'insert':
			return insert(state, action.text);
		case 'move':
			return moveTo(state, target(state, action.to));
		case 'delete':
			return remove(state, action.what);
	}
}

/**
Removes escape sequences, control characters other than tab and line ends, and the last line end from pasted text.
Spreadsheets and selected lines end with a line end.
*/
export function cleanPaste(text: string): string {
	return text
		.replace(/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|.)?/gs, '')
		.replace(/\r\n?/g, '\n')
		.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')
		.replace(/\n$/, '');
}

function insert(state: LineState, text: string): LineState {
	if (text === '') return state;
	const before = state.graphemes.slice(0, state.cursor).join('') + text;
	// The whole text is segmented again: a typed character can join the one before it into one grapheme.
	const head = graphemes(before);
	const whole = graphemes(before + state.graphemes.slice(state.cursor).join(''));
	return {graphemes: whole, cursor: Math.min(head.length, whole.length)};
}

function moveTo(state: LineState, cursor: number): LineState {
	return cursor === state.cursor ? state : {...state, cursor};
}

function target({graphemes: parts, cursor}: LineState, to: Extract<LineAction, {type: 'move'}>['to']): number {
	switch (to) {
		case 'left':
			return Math.max(0, cursor - 1);
		case 'right':
			return Math.min(parts.length, cursor + 1);
		case 'start':
			return 0;
		case 'end':
			return parts.length;
		case 'word-left': {
			let at = cursor;
			while (at > 0 && !isWord(parts[at - 1])) at--;
			while (at > 0 && isWord(parts[at - 1])) at--;
			return at;
		}

		case 'word-right': {
			let at = cursor;
			while (at < parts.length && !isWord(parts[at])) at++;
			while (at < parts.length && isWord(parts[at])) at++;
			return at;
		}
	}
}

function remove(state: LineState, what: Extract<LineAction, {type: 'delete'}>['what']): LineState {
	const to = (
		{back: 'left', forward: 'right', 'word-back': 'word-left', 'to-start': 'start', 'to-end': 'end'} as const
	)[what];
	const other = target(state, to);
	if (other === state.cursor) return state;
	const [from, end] = [Math.min(other, state.cursor), Math.max(other, state.cursor)];
	// The remaining parts can join into fewer graphemes.
	const head = state.graphemes.slice(0, from).join('');
	const whole = graphemes(head + state.graphemes.slice(end).join(''));
	return {graphemes: whole, cursor: Math.min(graphemes(head).length, whole.length)};
}

function isWord(grapheme: string | undefined): boolean {
	return grapheme !== undefined && /[\p{L}\p{N}_]/u.test(grapheme);
}
