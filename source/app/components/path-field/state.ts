import {actionOf, type KeyName} from '../../keys.ts';
import {lineAction} from '../line-editor/keys.ts';
import {cleanPaste, editLine, type LineState, lineOf, textOf} from '../line-editor/state.ts';
import type {ListItem} from '../list/state.ts';
import {pathKeys} from './keys.ts';
import {parseTypedPath} from './typed-path.ts';

/** A text field for a path, with suggestions. */
export type PathState = {
	readonly line: LineState;
	/** Suggested paths as the user would type them; folders end in a separator. */
	readonly candidates: readonly string[];
	/** The text that the candidates complete. */
	readonly listed: string;
	/** The keys since a key that needs the candidates of a newer text; they are handled when these arrive. */
	readonly held: readonly KeyName[];
	/** Another answer than a path, below the candidates. */
	readonly item?: ListItem | undefined;
	/** The index of the candidate that is selected with the arrow keys, the number of them for the item; -1 if nothing is. */
	readonly selected: number;
};

/** The text, candidates and item of a field. */
export type PathFieldOptions = Pick<PathState, 'candidates' | 'item'> & {readonly value: string};

export function pathField({value, candidates, item}: PathFieldOptions): PathState {
	return {line: lineOf(value), candidates, listed: value, held: [], item, selected: -1};
}

/** True if Enter accepts the item. */
export function isItemSelected({candidates, item, selected}: PathState): boolean {
	return item !== undefined && selected === candidates.length;
}

/** Returns the path that Enter accepts. */
export function pathOf({line, candidates, selected}: PathState): string {
	return candidates[selected] ?? parseTypedPath(textOf(line));
}

/** The result of a key: the next state, and `complete` if the candidates must be updated. */
export type PathUpdate = {readonly state: PathState; readonly complete: boolean};

export function pathKey(state: PathState, key: KeyName): PathUpdate {
	const action = actionOf(pathKeys, key, undefined);
	if (state.held.length > 0 || (action !== undefined && state.listed !== textOf(state.line)))
		return {state: {...state, held: [...state.held, key]}, complete: false};
	switch (action) {
		case 'next':
			return chosen(state, state.selected + 1);
		case 'previous':
			// From the text, the last line is one key away.
			return chosen(state, state.selected < 0 && state.item !== undefined ? lastOf(state) : state.selected - 1);
		case 'complete':
			return completed(state);
		case undefined: {
			const typed = lineAction(key);
			return typed === undefined ? {state, complete: false} : edited(state, editLine(state.line, typed));
		}
	}
}

/** Returns the field with the candidates of its text. */
export function withCandidates(state: PathState, candidates: readonly string[]): PathState {
	return {...state, candidates, listed: textOf(state.line), held: [], selected: -1};
}

function chosen(state: PathState, wanted: number): PathUpdate {
	const selected = Math.max(-1, Math.min(lastOf(state), wanted));
	return {state: selected === state.selected ? state : {...state, selected}, complete: false};
}

/** Returns the index of the last candidate, or of the item. */
function lastOf({candidates, item}: PathState): number {
	return item === undefined ? candidates.length - 1 : candidates.length;
}

/** Inserts a pasted path, most likely of a dropped file. */
export function pathPaste(state: PathState, text: string): PathUpdate {
	// Of several dropped files, the first one is used.
	const [first = ''] = cleanPaste(text).trim().split('\n');
	const path = parseTypedPath(first);
	return edited(state, isAbsolute(path) ? lineOf(path) : editLine(state.line, {type: 'insert', text: path}));
}

/** True for a path from a root, which replaces the current text. */
function isAbsolute(path: string): boolean {
	return /^(?:[\\/]|~[\\/]|[a-z]:[\\/])/i.test(path);
}

/** Returns the field after Enter on a folder: the content of the folder is suggested next. */
export function enterFolder(state: PathState, path: string): PathUpdate {
	return edited(state, lineOf(path));
}

function edited(state: PathState, line: LineState): PathUpdate {
	if (line === state.line) return {state, complete: false};
	return {state: {...state, line, held: [], selected: -1}, complete: true};
}

/** Returns the field after Tab: the selected candidate, or else the common start of all candidates. */
function completed(state: PathState): PathUpdate {
	const {candidates, selected, line} = state;
	const chosen = candidates[selected] ?? sharedStart(candidates);
	if (chosen === undefined || chosen.length <= textOf(line).length) return {state, complete: false};
	return edited(state, lineOf(chosen));
}

function sharedStart(texts: readonly string[]): string | undefined {
	const [first, ...rest] = texts;
	let shared = first;
	for (const text of rest) while (shared !== undefined && !text.startsWith(shared)) shared = shared.slice(0, -1);
	return shared;
}
