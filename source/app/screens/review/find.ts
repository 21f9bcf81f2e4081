import {isCaseSensitive} from '../../../session/rows/case-variants.ts';
import {parseFilter} from '../../../session/rows/filter-language.ts';
import {filterNames} from '../../../session/rows/filter-names.ts';
import {labelledColumn, type SearchOrder, type SearchPosition} from '../../../session/rows/search.ts';
import {percent} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {editLine, lineOf, textOf} from '../../components/line-editor/state.ts';
import {actionOf, keyOf} from '../../keys.ts';
import {filterErrorText, filterWords} from './filter-words.ts';
import {findKeyContext, findKeys} from './find-keys.ts';
import {browseKeys} from './keys.ts';
import {rowsShown, showAll, startFilter} from './rows-shown.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withCheckProgress,
	withNotice,
} from './state.ts';
import {stopWork} from './work-events.ts';

type FindMode = Extract<Mode, {name: 'find'}>;

/** Texts that are offered again at most. */
const maxRecentTexts = 20;

/** Opens the line for a filter, with the present one, or for a text to search. */
export function openFind(state: ReviewState, what: FindMode['what']): ReviewState {
	const text = what === 'filter' && state.shown.kind === 'some' ? state.shown.choice.text : '';
	return {...state, mode: {name: 'find', what, line: lineOf(text), recalled: -1, draft: text, stage: 'typing'}};
}

/** A key while a filter or a text to search is typed; `undefined` if it means nothing. */
export function findKey(
	state: ReviewState,
	key: string,
	mode: FindMode,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(findKeys, key, findKeyContext(state, mode));
	switch (action) {
		case 'apply':
			return state.checked < 1 ? [applyLater(state, mode)] : applyNow(state, mode, context);
		case 'older':
			return [recall(state, mode, mode.recalled + 1)];
		case 'newer':
			return [recall(state, mode, mode.recalled - 1)];
		case 'back':
			return [{...state, mode: browse}];
		case undefined: {
			const typed = lineAction(key);
			if (typed === undefined) return undefined;
			const line = editLine(mode.line, typed);
			return [line === mode.line ? state : {...state, mode: {...mode, line, stage: 'typing'}}];
		}
	}
}

/** Applies a filter, or searches. */
export function applyNow(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewTransition {
	switch (mode.what) {
		case 'filter':
			return applyFilter(state, mode, context);
		case 'search':
			return startSearch(state, mode, context);
	}
}

/** Until the file is checked its rows are not all known. */
function applyLater(state: ReviewState, mode: FindMode): ReviewState {
	return state.checkFailure === undefined ? {...state, mode: {...mode, stage: 'ready'}} : withCheckProgress(state);
}

/** Puts an earlier text in the line, or what was typed before that. */
function recall(state: ReviewState, mode: FindMode, recalled: number): ReviewState {
	const draft = mode.recalled === -1 ? textOf(mode.line) : mode.draft;
	const text = recalled === -1 ? draft : (state.recentTexts[mode.what][recalled] ?? draft);
	return {...state, mode: {...mode, line: lineOf(text), recalled, draft, stage: 'typing'}};
}

function withRecentText(state: ReviewState, what: FindMode['what'], text: string): ReviewState {
	const others = state.recentTexts[what].filter(other => other !== text);
	return {...state, recentTexts: {...state.recentTexts, [what]: [text, ...others].slice(0, maxRecentTexts)}};
}

function applyFilter(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewTransition {
	const text = textOf(mode.line).trim();
	const read = parseFilter(text, filterNames(context.session));
	if (read.kind === 'fault') return [state];
	const problemsOnly = state.shown.kind === 'some' && state.shown.choice.problemsOnly;
	const closed: ReviewState = {...state, mode: browse};
	if (text === '' && !problemsOnly) return showAll(closed, context);
	return startFilter(
		text === '' ? closed : withRecentText(closed, 'filter', text),
		{text, filter: read.filter, problemsOnly},
		context,
	);
}

function startSearch(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewTransition {
	const closed: ReviewState = {...state, mode: browse};
	const text = textOf(mode.line) || (state.recentTexts.search[0] ?? '');
	if (text === '') return [closed];
	const searching = withRecentText({...closed, search: {text}}, 'search', text);
	const column = labelledColumn(context.session, text);
	if (column === undefined || column === state.cursor.column) return searchFrom(searching, 'forward', context);
	const notice = `The column ${visible(text)}. ${keyOf(browseKeys, 'next-match')} goes to the next match.`;
	return [withNotice({...searching, cursor: {...state.cursor, column}}, 'info', notice)];
}

/** Goes on to the next or the previous match of the text that was searched. */
export function searchAgain(state: ReviewState, order: SearchOrder, context: ReviewContext): ReviewTransition {
	const text = state.search?.text ?? state.recentTexts.search[0];
	if (text === undefined)
		return [withNotice(state, 'info', `Nothing to search for yet. ${keyOf(browseKeys, 'search')} searches.`)];
	return searchFrom(state.search === undefined ? {...state, search: {text}} : state, order, context);
}

function searchFrom(state: ReviewState, order: SearchOrder, context: ReviewContext): ReviewTransition {
	const {search, cursor} = state;
	if (search === undefined) return [state];
	// One work at a time: a filter ends with the rows that it has found.
	const [idle] = state.work?.kind === 'filter' ? stopWork(state) : [state];
	const {text, label} = search;
	const from: SearchPosition =
		label !== undefined && label.cursor === cursor
			? {kind: 'label', column: cursor.column}
			: {kind: 'cell', row: cursor.row, column: cursor.column};
	const list = rowsShown(idle, context);
	return [
		{...idle, work: {kind: 'search', text, part: 0}},
		{type: 'search', text, from, order, list},
	];
}

/** What the line says about what is typed: what it means, or what is wrong with it. */
export type FindFeedback = {readonly tone: 'good' | 'error' | 'dim'; readonly text: string};

export function findFeedback(state: ReviewState, mode: FindMode, context: ReviewContext): FindFeedback {
	const text = textOf(mode.line);
	if (mode.stage === 'ready') {
		const part = percent(state.checked, 1);
		return {tone: 'dim', text: `The file is still being checked (${part}). This starts when that is done.`};
	}

	return mode.what === 'filter' ? filterFeedback(state, text.trim(), context) : searchFeedback(state, text, context);
}

function filterFeedback({shown}: ReviewState, text: string, {session}: ReviewContext): FindFeedback {
	const read = parseFilter(text, filterNames(session));
	if (read.kind === 'fault') return {tone: 'error', text: filterErrorText(read.fault)};
	const problemsOnly = shown.kind === 'some' && shown.choice.problemsOnly;
	if (text === '') return {tone: 'dim', text: problemsOnly ? 'All rows with problems' : 'All rows'};
	const only = problemsOnly ? ', and there is a problem' : '';
	return {tone: 'good', text: `Rows in which ${filterWords(read.filter, session.header)}${only}`};
}

function searchFeedback({recentTexts: texts}: ReviewState, text: string, {session}: ReviewContext): FindFeedback {
	const [last] = texts.search;
	if (text === '') return {tone: 'dim', text: last === undefined ? '' : `Enter searches for "${last}" again.`};
	const column = labelledColumn(session, text);
	if (column !== undefined) return {tone: 'good', text: `Enter goes to the column ${text}.`};
	return {
		tone: 'dim',
		text: isCaseSensitive(text) ? 'Upper and lower case differ.' : 'Upper and lower case are the same.',
	};
}
