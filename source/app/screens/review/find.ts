import {isCaseSensitive} from '../../../session/rows/case-variants.ts';
import {parseFilter} from '../../../session/rows/filter-language.ts';
import {filterNames} from '../../../session/rows/filter-names.ts';
import {labelledColumn, type SearchOrder, type SearchPosition} from '../../../session/rows/search.ts';
import {visible} from '../../../text/visible.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {editLine, lineOf, textOf} from '../../components/line-editor/state.ts';
import {actionOf, keyOf} from '../../keys.ts';
import {filterErrorText, filterWords} from './filter-words.ts';
import {findKeyContext, findKeys} from './find-keys.ts';
import {browseKeys} from './keys.ts';
import {rowsShown, showAll, startFilter} from './rows-shown.ts';
import type {BackgroundWork} from './shown.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withCheckProgress,
	withNotice,
} from './state.ts';
import {findTexts} from './texts.ts';
import {stopWork} from './work-events.ts';

type FindMode = Extract<Mode, {name: 'find'}>;

/** The number of recent filters and searches that are kept. */
const maxRecentTexts = 20;

/** Opens the line for a filter, with the current one, or for a search text. */
export function openFind(state: ReviewState, what: FindMode['what']): ReviewState {
	const text = what === 'filter' && state.shown.kind === 'some' ? state.shown.choice.text : '';
	return {...state, mode: {name: 'find', what, line: lineOf(text), recalled: -1, draft: text, stage: 'typing'}};
}

/** Returns the transition for a key while a filter or a search text is typed; `undefined` if it has no action. */
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

/** Applies the filter, or searches. */
export function applyNow(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewTransition {
	switch (mode.what) {
		case 'filter':
			return applyFilter(state, mode, context);
		case 'search':
			return startSearch(state, mode, context);
	}
}

/** Marks the text as ready: it is applied when the file is checked, because only then all rows are known. */
function applyLater(state: ReviewState, mode: FindMode): ReviewState {
	return state.checkFailure === undefined ? {...state, mode: {...mode, stage: 'ready'}} : withCheckProgress(state);
}

/** Puts a recent text into the line, or the draft that was typed before recalling one. */
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
	const notice = findTexts.column(visible(text), keyOf(browseKeys, 'next-match'));
	return [withNotice({...searching, cursor: {...state.cursor, column}}, 'info', notice)];
}

/** Goes to the next or the previous match of the last search. */
export function searchAgain(state: ReviewState, order: SearchOrder, context: ReviewContext): ReviewTransition {
	const {work} = state;
	// The next search starts at the match of this one.
	if (work?.kind === 'search') return [{...state, work: {...work, queued: [...work.queued, order]}}];
	const text = state.search?.text ?? state.recentTexts.search[0];
	if (text === undefined) return [withNotice(state, 'info', findTexts.noSearch(keyOf(browseKeys, 'search')))];
	return searchFrom(state.search === undefined ? {...state, search: {text}} : state, order, context);
}

/** Starts the next of the searches that were queued while `ended` was in progress, if the rows are still browsed. */
export function nextSearch(
	state: ReviewState,
	ended: BackgroundWork | undefined,
	context: ReviewContext,
): ReviewTransition {
	const [order, ...queued] = ended?.kind === 'search' ? ended.queued : [];
	if (order === undefined || state.mode.name !== browse.name) return [state];
	const [next, ...effects] = searchFrom(state, order, context);
	return [next.work?.kind === 'search' ? {...next, work: {...next.work, queued}} : next, ...effects];
}

function searchFrom(state: ReviewState, order: SearchOrder, context: ReviewContext): ReviewTransition {
	const {search, cursor} = state;
	if (search === undefined) return [state];
	// Only one of them runs at a time: a running filter stops with the rows found so far.
	const [idle] = state.work?.kind === 'filter' ? stopWork(state, context) : [state];
	const {text, label} = search;
	const from: SearchPosition =
		label !== undefined && label.cursor === cursor
			? {kind: 'label', column: cursor.column}
			: {kind: 'cell', row: cursor.row, column: cursor.column};
	const list = rowsShown(idle, context);
	return [
		{...idle, work: {kind: 'search', text, part: 0, queued: []}},
		{type: 'search', text, from, order, list},
	];
}

/** The feedback on the typed text: its meaning, or its error. */
export type FindFeedback = {readonly tone: 'good' | 'error' | 'dim'; readonly text: string};

export function findFeedback(state: ReviewState, mode: FindMode, context: ReviewContext): FindFeedback {
	const text = textOf(mode.line);
	if (mode.stage === 'ready') return {tone: 'dim', text: findTexts.waiting(state.checked)};
	return mode.what === 'filter' ? filterFeedback(state, text.trim(), context) : searchFeedback(state, text, context);
}

function filterFeedback({shown}: ReviewState, text: string, {session}: ReviewContext): FindFeedback {
	const read = parseFilter(text, filterNames(session));
	if (read.kind === 'fault') return {tone: 'error', text: filterErrorText(read.fault)};
	const problemsOnly = shown.kind === 'some' && shown.choice.problemsOnly;
	if (text === '') return {tone: 'dim', text: problemsOnly ? findTexts.allProblems : findTexts.allRows};
	const rows = findTexts.rowsIn(filterWords(read.filter, session.header));
	return {tone: 'good', text: problemsOnly ? `${rows}${findTexts.andProblem}` : rows};
}

function searchFeedback({recentTexts: texts}: ReviewState, text: string, {session}: ReviewContext): FindFeedback {
	const [last] = texts.search;
	if (text === '') return {tone: 'dim', text: last === undefined ? '' : findTexts.searchAgain(last)};
	const column = labelledColumn(session, text);
	if (column !== undefined) return {tone: 'good', text: findTexts.toColumn(text)};
	return {tone: 'dim', text: isCaseSensitive(text) ? findTexts.caseSensitive : findTexts.ignoresCase};
}
