import {isCaseSensitive} from '../../../session/rows/case-variants.ts';
import {readFilter} from '../../../session/rows/filter-language.ts';
import {filterNames} from '../../../session/rows/filter-names.ts';
import {labelledColumn, type Place, type SearchOrder} from '../../../session/rows/search.ts';
import {percent} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {editLine, lineOf, textOf} from '../../components/line-editor/state.ts';
import {actionOf, keyOf} from '../../keys.ts';
import {faultText, filterWords} from './filter-words.ts';
import {findKeys, findNow} from './find-keys.ts';
import {browseKeys} from './keys.ts';
import {rowsShown, showAll, startFilter} from './rows-shown.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewNext,
	type ReviewState,
	stillChecked,
	withNotice,
} from './state.ts';
import {stopped} from './work-events.ts';

type FindMode = Extract<Mode, {name: 'find'}>;

/** Texts that are offered again at most. */
const mostTexts = 20;

/** Opens the line for a filter, with the present one, or for a text to search. */
export function findMode(state: ReviewState, what: FindMode['what']): ReviewState {
	const text = what === 'filter' && state.shown.kind === 'some' ? state.shown.choice.text : '';
	return {...state, mode: {name: 'find', what, line: lineOf(text), recalled: -1, draft: text, stage: 'typing'}};
}

/** A key while a filter or a text to search is typed; `undefined` if it means nothing. */
export function findKey(
	state: ReviewState,
	key: string,
	mode: FindMode,
	context: ReviewContext,
): ReviewNext | undefined {
	const action = actionOf(findKeys, key, findNow(state, mode));
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
export function applyNow(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewNext {
	switch (mode.what) {
		case 'filter':
			return applyFilter(state, mode, context);
		case 'search':
			return startSearch(state, mode, context);
	}
}

/** Until the file is checked its rows are not all known. */
function applyLater(state: ReviewState, mode: FindMode): ReviewState {
	return state.checkFailure === undefined ? {...state, mode: {...mode, stage: 'ready'}} : stillChecked(state);
}

/** Puts an earlier text in the line, or what was typed before that. */
function recall(state: ReviewState, mode: FindMode, recalled: number): ReviewState {
	const draft = mode.recalled === -1 ? textOf(mode.line) : mode.draft;
	const text = recalled === -1 ? draft : (state.texts[mode.what][recalled] ?? draft);
	return {...state, mode: {...mode, line: lineOf(text), recalled, draft, stage: 'typing'}};
}

function remembered(state: ReviewState, what: FindMode['what'], text: string): ReviewState {
	const others = state.texts[what].filter(other => other !== text);
	return {...state, texts: {...state.texts, [what]: [text, ...others].slice(0, mostTexts)}};
}

function applyFilter(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewNext {
	const text = textOf(mode.line).trim();
	const read = readFilter(text, filterNames(context.session));
	if (read.kind === 'fault') return [state];
	const problemsOnly = state.shown.kind === 'some' && state.shown.choice.problemsOnly;
	const closed: ReviewState = {...state, mode: browse};
	if (text === '' && !problemsOnly) return showAll(closed, context);
	return startFilter(
		text === '' ? closed : remembered(closed, 'filter', text),
		{text, filter: read.filter, problemsOnly},
		context,
	);
}

function startSearch(state: ReviewState, mode: FindMode, context: ReviewContext): ReviewNext {
	const closed: ReviewState = {...state, mode: browse};
	const text = textOf(mode.line) || (state.texts.search[0] ?? '');
	if (text === '') return [closed];
	const searching = remembered({...closed, search: {text}}, 'search', text);
	const column = labelledColumn(context.session, text);
	if (column === undefined || column === state.cursor.column) return searchFrom(searching, 'forward', context);
	const notice = `The column ${visible(text)}. ${keyOf(browseKeys, 'next-match')} goes to the next match.`;
	return [withNotice({...searching, cursor: {...state.cursor, column}}, 'info', notice)];
}

/** Goes on to the next or the previous match of the text that was searched. */
export function searchAgain(state: ReviewState, order: SearchOrder, context: ReviewContext): ReviewNext {
	const text = state.search?.text ?? state.texts.search[0];
	if (text === undefined)
		return [withNotice(state, 'info', `Nothing to search for yet. ${keyOf(browseKeys, 'search')} searches.`)];
	return searchFrom(state.search === undefined ? {...state, search: {text}} : state, order, context);
}

function searchFrom(state: ReviewState, order: SearchOrder, context: ReviewContext): ReviewNext {
	const {search, cursor} = state;
	if (search === undefined) return [state];
	// One work at a time: a filter ends with the rows that it has found.
	const [idle] = state.work?.kind === 'filter' ? stopped(state) : [state];
	const {text, label} = search;
	const from: Place =
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
export type Verdict = {readonly tone: 'good' | 'error' | 'dim'; readonly text: string};

export function verdictOf(state: ReviewState, mode: FindMode, context: ReviewContext): Verdict {
	const text = textOf(mode.line);
	if (mode.stage === 'ready') {
		const part = percent(state.checked, 1);
		return {tone: 'dim', text: `The file is still being checked (${part}). This starts when that is done.`};
	}

	return mode.what === 'filter' ? filterVerdict(state, text.trim(), context) : searchVerdict(state, text, context);
}

function filterVerdict({shown}: ReviewState, text: string, {session}: ReviewContext): Verdict {
	const read = readFilter(text, filterNames(session));
	if (read.kind === 'fault') return {tone: 'error', text: faultText(read.fault)};
	const problemsOnly = shown.kind === 'some' && shown.choice.problemsOnly;
	if (text === '') return {tone: 'dim', text: problemsOnly ? 'All rows with problems' : 'All rows'};
	const only = problemsOnly ? ', and there is a problem' : '';
	return {tone: 'good', text: `Rows in which ${filterWords(read.filter, session.header)}${only}`};
}

function searchVerdict({texts}: ReviewState, text: string, {session}: ReviewContext): Verdict {
	const [last] = texts.search;
	if (text === '') return {tone: 'dim', text: last === undefined ? '' : `Enter searches for "${last}" again.`};
	const column = labelledColumn(session, text);
	if (column !== undefined) return {tone: 'good', text: `Enter goes to the column ${text}.`};
	return {
		tone: 'dim',
		text: isCaseSensitive(text) ? 'Upper and lower case differ.' : 'Upper and lower case are the same.',
	};
}
