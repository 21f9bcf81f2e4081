import {actionOf, type KeyName} from '../../keys.ts';
import {lineAction} from '../line-editor/keys.ts';
import {cleanPaste, editLine, type LineState, lineOf, textOf} from '../line-editor/state.ts';
import {pathKeys} from './keys.ts';
import {parseTypedPath} from './typed-path.ts';

/** A field for a path, with what it can become. */
export type PathState = {
	readonly line: LineState;
	/** Paths as they would be typed; folders end in a separator. */
	readonly candidates: readonly string[];
	/** The candidate that the arrows have chosen; -1 when none is. */
	readonly selected: number;
};

export function pathField(value: string, candidates: readonly string[]): PathState {
	return {line: lineOf(value), candidates, selected: -1};
}

/** The path that Enter takes. */
export function pathOf({line, candidates, selected}: PathState): string {
	return candidates[selected] ?? parseTypedPath(textOf(line));
}

/** What a key does: the next state, and whether other candidates are wanted. */
export type PathUpdate = {readonly state: PathState; readonly complete: boolean};

export function pathKey(state: PathState, key: KeyName): PathUpdate {
	const action = actionOf(pathKeys, key, undefined);
	switch (action) {
		case 'next':
			return chosen(state, state.selected + 1);
		case 'previous':
			return chosen(state, state.selected - 1);
		case 'complete':
			return completed(state);
		case undefined: {
			const typed = lineAction(key);
			return typed === undefined ? {state, complete: false} : edited(state, editLine(state.line, typed));
		}
	}
}

function chosen(state: PathState, wanted: number): PathUpdate {
	const selected = Math.max(-1, Math.min(state.candidates.length - 1, wanted));
	return {state: selected === state.selected ? state : {...state, selected}, complete: false};
}

/** Pasted text is a path, most likely one that was dropped. */
export function pathPaste(state: PathState, text: string): PathUpdate {
	// Where several are dropped, the first one counts.
	const [first = ''] = cleanPaste(text).trim().split('\n');
	const path = parseTypedPath(first);
	return edited(state, isWhole(path) ? lineOf(path) : editLine(state.line, {type: 'insert', text: path}));
}

/** A path from a root takes the place of what stands there. */
function isWhole(path: string): boolean {
	return /^(?:[\\/]|~[\\/]|[a-z]:[\\/])/i.test(path);
}

/** A folder was chosen with Enter: what is in it is wanted next. */
export function enterFolder(state: PathState, path: string): PathUpdate {
	return edited(state, lineOf(path));
}

function edited(state: PathState, line: LineState): PathUpdate {
	if (line === state.line) return {state, complete: false};
	return {state: {...state, line, selected: -1}, complete: true};
}

/** Tab takes the candidate that was chosen, else as much as all of them share. */
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
