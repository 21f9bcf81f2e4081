import {hintText} from '../../hints.ts';
import {actionOf, type EnabledBinding, enabledBindings, type KeyName} from '../../keys.ts';
import {letterMoveKeys, moveBy} from '../../moves.ts';
import {lineAction, lineKeys} from '../line-editor/keys.ts';
import {editLine, type LineState, lineOf, textOf} from '../line-editor/state.ts';
import {type HelpContext, helpHints, helpKeys, helpSearchHints, helpSearchKeys} from './keys.ts';
import type {HelpPage, HelpSearch, HelpState} from './page.ts';
import {isWhole, pageTop, scrollTo, shownTop} from './scroll.ts';

/** The result of a key in the help: the next state, or `closed`; `undefined` if the key is not bound. */
export type HelpResult = HelpState | 'closed' | undefined;

export function helpKey(state: HelpState, key: KeyName, page: HelpPage): HelpResult {
	return state.search?.isTyped === true ? searchKey(state, state.search, key, page) : browseHelp(state, key, page);
}

function browseHelp(state: HelpState, key: KeyName, page: HelpPage): HelpResult {
	const {search} = state;
	const action = actionOf(helpKeys, key, helpNow(state, page));
	switch (action) {
		case 'scroll':
			return scrollTo(state, shownTop(state, page) + (moveBy(letterMoveKeys, key) ?? 0), page);
		case 'page-down':
		case 'page-up':
			return scrollTo(state, pageTop(state, action, page), page);
		case 'search':
			return {top: 0, search: {line: search?.line ?? lineOf(''), isTyped: true}};
		case 'back':
			return search === undefined ? 'closed' : {top: 0};
		case 'close':
			return 'closed';
		case undefined:
			return undefined;
	}
}

function searchKey(state: HelpState, search: HelpSearch, key: KeyName, page: HelpPage): HelpResult {
	const action = actionOf(helpSearchKeys, key, helpNow(state, page));
	switch (action) {
		case 'scroll':
			return scrollTo(state, shownTop(state, page) + (moveBy(letterMoveKeys, key) ?? 0), page);
		case 'page-down':
		case 'page-up':
			return scrollTo(state, pageTop(state, action, page), page);
		case 'done':
			return {...state, search: textOf(search.line) === '' ? undefined : {...search, isTyped: false}};
		case 'clear':
			return {top: 0};
		case undefined: {
			const typed = lineAction(key);
			return typed && withLine(state, search, editLine(search.line, typed));
		}
	}
}

/** Inserts pasted text into the search. */
export function helpPaste(state: HelpState, text: string): HelpState {
	const search = state.search ?? {line: lineOf(''), isTyped: true};
	return withLine(state, search, editLine(search.line, {type: 'insert', text: text.replaceAll(/\s+/g, ' ').trim()}));
}

function withLine(state: HelpState, search: HelpSearch, line: LineState): HelpState {
	return line === search.line ? state : {top: 0, search: {...search, line}};
}

/** Returns the enabled keys of the help, and those of its search field while it has the focus. */
export function helpBindings(state: HelpState, page: HelpPage): readonly EnabledBinding[] {
	return state.search?.isTyped === true
		? [...enabledBindings(helpSearchKeys, helpNow(state, page)), ...enabledBindings(lineKeys, undefined)]
		: enabledBindings(helpKeys, helpNow(state, page));
}

/** Returns the hint for a key that is not bound in the help. */
export function helpHint(state: HelpState, key: KeyName, page: HelpPage): string | undefined {
	return state.search?.isTyped === true
		? hintText(helpSearchKeys, helpSearchHints, key, helpNow(state, page))
		: hintText(helpKeys, helpHints, key, helpNow(state, page));
}

function helpNow(state: HelpState, page: HelpPage): HelpContext {
	return {isWhole: isWhole(state, page), isNarrowed: state.search !== undefined};
}
