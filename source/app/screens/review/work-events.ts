import {ListedRows} from '../../../session/rows/row-list.ts';
import {PatternTooSlow} from '../../../session/rows/scan.ts';
import {count, percent, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {keyOf} from '../../keys.ts';
import {errorText} from './error-text.ts';
import {browseKeys} from './keys.ts';
import {keepCursorListed, showAll} from './rows-shown.ts';
import type {RowChoice} from './shown.ts';
import {
	browse,
	type ReviewAction,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withNotice,
} from './state.ts';

type Event<Type extends ReviewAction['type']> = Extract<ReviewAction, {type: Type}>;

/** Adds rows that a filter has found; the first ones take the place of what was shown. */
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

/** All rows were looked at. A filter that no row matches is not applied. */
export function filterEnded(state: ReviewState, context: ReviewContext): ReviewTransition {
	const {work, shown} = state;
	if (work?.kind !== 'filter') return [state];
	const {choice} = work;
	const idle: ReviewState = {...state, work: undefined};
	if (shown.kind === 'some' && shown.choice === choice) {
		const rows = plural(shown.list.length, 'row');
		const text = `${rows} ${choiceWords(choice, shown.list.length)}. ${keyOf(browseKeys, 'dismiss')} shows all rows.`;
		return [withNotice({...idle, shown: {...shown, progress: 'whole'}}, 'info', text)];
	}

	const none = choice.text === '' ? 'No row has problems' : `No row matches ${visible(choice.text)}`;
	if (shown.kind === 'some' && shown.choice.text === choice.text && shown.choice.problemsOnly === choice.problemsOnly) {
		const [all, ...effects] = showAll(idle, context);
		return [withNotice(all, 'info', `${none} any more: all rows are shown.`), ...effects];
	}

	const still = shown.kind === 'some' ? ' The rows before are still shown.' : '';
	return [
		withNotice(idle, 'info', `${none}${choice.text !== '' && choice.problemsOnly ? ' and has problems' : ''}.${still}`),
	];
}

function choiceWords({text, problemsOnly}: RowChoice, rows: number): string {
	const [match, have] = rows === 1 ? ['matches', 'has'] : ['match', 'have'];
	if (text === '') return `${have} problems`;
	return `${match} ${visible(text)}${problemsOnly ? ` and ${have} problems` : ''}`;
}

/** Stops a filter or a search; the rows that a filter has found stay. */
export function stopWork(state: ReviewState): ReviewTransition {
	const {work, shown} = state;
	if (work === undefined) return [state];
	const part = percent(work.part, 1);
	const idle: ReviewState = {...state, work: undefined};
	if (work.kind === 'search') return [withNotice(idle, 'info', `Search stopped at ${part}.`), {type: 'stop-work'}];
	if (shown.kind === 'all' || shown.choice !== work.choice)
		return [withNotice(idle, 'info', `Filter stopped at ${part}.`), {type: 'stop-work'}];
	const last = shown.list.rowAt(shown.list.length - 1) ?? 0;
	const text = `Stopped at ${part}: rows behind row ${count(last)} may be missing. ${keyOf(browseKeys, 'apply-again')} applies the filter again.`;
	const placed = keepCursorListed({...idle, shown: {...shown, progress: 'stopped'}});
	return [withNotice(placed, 'info', text), {type: 'stop-work'}];
}

/** A search has found its text, or has not. Where something else has the keyboard by now, the cursor stays. */
export function searchEnded(state: ReviewState, {event}: Event<'search-ended'>): ReviewState {
	const idle: ReviewState = {...state, work: undefined};
	const {search, mode, shown, cursor} = state;
	if (search === undefined || mode.name !== browse.name) return idle;
	const text = visible(search.text);
	const where = shown.kind === 'all' ? '' : ' in the rows shown';
	if (event.kind === 'not-found') return withNotice(idle, 'info', `"${text}" was not found${where}.`);
	const {place, isWrapped} = event;
	const {column} = place;
	const row = place.kind === 'cell' ? place.row : cursor.row;
	const target = row === cursor.row && column === cursor.column ? cursor : {row, column};
	const label = place.kind === 'label' ? {cursor: target} : undefined;
	const found: ReviewState = {...idle, cursor: target, search: {text: search.text, label}};
	if (place.kind === 'label') return withNotice(found, 'info', `"${text}" is in the name of this column.`);
	if (target === cursor) return withNotice(found, 'info', `This is the only match${where}.`);
	const all = shown.kind === 'all' ? 'the file' : 'the rows shown';
	return isWrapped ? withNotice(found, 'info', `Continued at the other end of ${all}.`) : found;
}

/** Rows could not be read, or a regular expression takes too long. */
export function workFailed(state: ReviewState, {error}: Event<'work-failed'>, context: ReviewContext): ReviewState {
	const {shown} = state;
	const text =
		error instanceof PatternTooSlow
			? `The regular expression takes too long on row ${count(error.row)}. Simplify it: a repetition inside a repetition, such as (a+)+, is slow.`
			: errorText(error, state, context);
	const kept =
		shown.kind === 'some' && shown.progress === 'growing' ? ({...shown, progress: 'stopped'} as const) : shown;
	return withNotice({...state, work: undefined, shown: kept}, 'error', text);
}
