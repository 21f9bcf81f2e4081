import {ListedRows} from '../../../session/rows/row-list.ts';
import {PatternTooSlow} from '../../../session/rows/scan.ts';
import {visible} from '../../../text/visible.ts';
import {keyOf} from '../../keys.ts';
import {errorText} from './error-text.ts';
import {browseKeys} from './keys.ts';
import {keepCursorListed, showAll} from './rows-shown.ts';
import {
	browse,
	type ReviewAction,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withNotice,
} from './state.ts';
import {findTexts, workTexts as texts} from './texts.ts';

type Event<Type extends ReviewAction['type']> = Extract<ReviewAction, {type: Type}>;

/** Adds matches of the running filter; the first ones replace the rows shown before. */
export function rowsFound(state: ReviewState, {rows, part}: Event<'rows-found'>): ReviewState {
	const {work, shown} = state;
	if (work?.kind !== 'filter') return state;
	const {choice, line} = work;
	const next: ReviewState = {...state, work: {...work, part}};
	if (rows.length === 0) return next;
	if (shown.kind === 'some' && shown.choice === choice)
		return {...next, shown: {...shown, list: shown.list.extended(rows)}};
	const list = ListedRows.of([]).extended(rows);
	return {...next, top: 0, shown: {kind: 'some', choice, list, progress: 'growing', line, steps: [], stale: 0}};
}

/** Ends a filter that has scanned all rows. A filter without matches is not applied. */
export function filterEnded(state: ReviewState, context: ReviewContext): ReviewTransition {
	const {work, shown} = state;
	if (work?.kind !== 'filter') return [state];
	const {choice} = work;
	const filter = {text: visible(choice.text), problemsOnly: choice.problemsOnly};
	const idle: ReviewState = {...state, work: undefined};
	if (shown.kind === 'some' && shown.choice === choice) {
		const text = texts.filtered(shown.list.length, filter, keyOf(browseKeys, 'dismiss'));
		return [withNotice({...idle, shown: {...shown, progress: 'whole'}}, 'info', text)];
	}

	if (shown.kind === 'some' && shown.choice.text === choice.text && shown.choice.problemsOnly === choice.problemsOnly) {
		const [all, ...effects] = showAll(idle, context);
		return [withNotice(all, 'info', texts.noRowsAnyMore(filter.text)), ...effects];
	}

	const still = shown.kind === 'some' ? ` ${texts.previousShown}` : '';
	return [withNotice(idle, 'info', `${texts.noRows(filter)}${still}`)];
}

/** Stops the running filter or search; the matches of the filter stay. */
export function stopWork(state: ReviewState, {session}: ReviewContext): ReviewTransition {
	const {work, shown} = state;
	if (work === undefined) return [state];
	const idle: ReviewState = {...state, work: undefined};
	if (work.kind === 'search') return [withNotice(idle, 'info', texts.searchStopped(work.part)), {type: 'stop-work'}];
	if (shown.kind === 'all' || shown.choice !== work.choice)
		return [withNotice(idle, 'info', texts.filterStopped(work.part)), {type: 'stop-work'}];
	const last = session.numberOf(shown.list.rowAt(shown.list.length - 1) ?? 0);
	const text = texts.filterIncomplete(work.part, last, keyOf(browseKeys, 'apply-again'));
	const placed = keepCursorListed({...idle, shown: {...shown, progress: 'stopped'}});
	return [withNotice(placed, 'info', text), {type: 'stop-work'}];
}

/** Ends a search, with or without a match. If another mode has the keyboard by now, the cursor does not move. */
export function searchEnded(state: ReviewState, {event}: Event<'search-ended'>): ReviewState {
	const idle: ReviewState = {...state, work: undefined};
	const {search, mode, shown, cursor} = state;
	if (search === undefined || mode.name !== browse.name) return idle;
	const text = visible(search.text);
	if (event.kind === 'not-found') return withNotice(idle, 'info', findTexts.notFound(text, shown.kind));
	const {place, isWrapped} = event;
	const {column} = place;
	const row = place.kind === 'cell' ? place.row : cursor.row;
	const target = row === cursor.row && column === cursor.column ? cursor : {row, column};
	const label = place.kind === 'label' ? {cursor: target} : undefined;
	const found: ReviewState = {...idle, cursor: target, search: {text: search.text, label}};
	if (place.kind === 'label') return withNotice(found, 'info', findTexts.inLabel);
	if (target === cursor) return withNotice(found, 'info', findTexts.onlyMatch(shown.kind));
	return isWrapped ? withNotice(found, 'info', findTexts.wrapped(shown.kind)) : found;
}

/** Ends a filter or search that failed: rows cannot be read, or a regular expression takes too long. */
export function workFailed(state: ReviewState, {error}: Event<'work-failed'>, context: ReviewContext): ReviewState {
	const {shown} = state;
	const text = error instanceof PatternTooSlow ? texts.slowPattern(error.row) : errorText(error, state, context);
	const kept =
		shown.kind === 'some' && shown.progress === 'growing' ? ({...shown, progress: 'stopped'} as const) : shown;
	return withNotice({...state, work: undefined, shown: kept}, 'error', text);
}
