import {type ChangeAction, changeActions} from '../../../plan/changes/action.ts';
import {lineOf} from '../../components/line-editor/state.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import type {HeadRow} from './head.ts';
import {moveTo, select} from './move.ts';
import type {Outline} from './outline.ts';
import {
	type PlanContext,
	type PlanState,
	type PlanTransition,
	type PlanWork,
	type PlanWorkResult,
	rowAt,
} from './state.ts';
import {planTexts as texts} from './texts.ts';
import {TreeRows} from './tree-rows.ts';

/** The rows that are opened of a filter at first. */
const filteredRows = 1000;

/** Opens the line for a search text, or for a filter with the current one. */
export function openFind(state: PlanState, what: 'search' | 'filter'): PlanState {
	const text = what === 'filter' ? (state.filter?.text ?? '') : '';
	return {...state, mode: {name: 'find', what, line: lineOf(text)}};
}

/** Starts a search or a filter with a typed text. */
export function applyFind(
	state: PlanState,
	what: 'search' | 'filter',
	text: string,
	context: PlanContext,
): PlanTransition {
	switch (what) {
		case 'search': {
			const wanted = text === '' ? state.search : text;
			return wanted === undefined ? [state] : searchFrom({...state, search: wanted}, wanted, 1, context);
		}

		case 'filter':
			return [
				{...state, work: {kind: 'filter', part: 0, queued: []}},
				{type: 'start-work', task: {type: 'filter', text}},
			];
	}
}

/** Goes to the next or the previous match of the last search. */
export function searchAgain(state: PlanState, step: 1 | -1, searchKey: string, context: PlanContext): PlanTransition {
	if (state.work?.kind === 'search') return [queued(state, state.work, step)];
	if (state.search === undefined) return [{...state, notice: texts.noSearch(searchKey)}];
	return searchFrom(state, state.search, step, context);
}

function searchFrom(state: PlanState, text: string, step: 1 | -1, context: PlanContext): PlanTransition {
	const row = rowAt(state.selected, state, context);
	const {length} = state.rows.outline;
	const from = row?.kind === 'node' ? row.index : step === 1 ? length - 1 : 0;
	return [
		{...state, work: {kind: 'search', part: 0, queued: []}},
		{type: 'start-work', task: {type: 'search', text, from, step}},
	];
}

/** Goes to the next or the previous of the safety stops, the causes, and the first change of each kind. */
export function jump(state: PlanState, step: 1 | -1, size: Size, context: PlanContext): PlanTransition {
	if (state.work?.kind === 'jump') return [queued(state, state.work, step)];
	const {head, counts} = context;
	const row = rowAt(state.selected, state, context);
	const reasons = head.flatMap((row, at) => (isReason(row) ? [at] : []));
	const present = changeActions.filter(action => counts[action] > 0);
	const ordered = step === 1 ? present : present.toReversed();
	if (row?.kind !== 'node') {
		const reason = reasons[step === 1 ? 'find' : 'findLast'](at => (at - state.selected) * step > 0);
		if (reason !== undefined) return [moveTo(state, reason, size, context)];
		return jumpTo(state, ordered);
	}

	const node = context.preview.plan.tree.at(state.rows.outline.nodeAt(row.index));
	const current = node.kind === 'resource' ? node.change?.action : undefined;
	const left = current === undefined ? ordered : ordered.slice(ordered.indexOf(current) + 1);
	const around = reasons.at(step === 1 ? 0 : -1);
	if (left.length === 0 && around !== undefined) return [moveTo(state, around, size, context)];
	return jumpTo(state, left.length === 0 ? ordered : left);
}

/** True if a row is the first one of a safety stop or of a cause. */
function isReason(row: HeadRow): boolean {
	return row.kind === 'stop' || (row.kind === 'cause' && row.line === 'problem');
}

function jumpTo(state: PlanState, wanted: readonly ChangeAction[]): PlanTransition {
	if (wanted.length === 0) return [state];
	return [
		{...state, work: {kind: 'jump', part: 0, queued: []}},
		{type: 'start-work', task: {type: 'find-action', wanted}},
	];
}

/** Keeps a key for the end of the work, because its step starts at the result. */
function queued(state: PlanState, work: PlanWork, step: 1 | -1): PlanState {
	return {...state, work: {...work, queued: [...work.queued, step]}};
}

/** Takes the steps that were queued while a jump or a search was in progress. */
function takeQueued(state: PlanState, work: PlanWork, size: Size, context: PlanContext): PlanTransition {
	const [step, ...others] = work.queued;
	if (step === undefined) return [state];
	const [next, effect] =
		work.kind === 'jump' ? jump(state, step, size, context) : searchFrom(state, state.search ?? '', step, context);
	const {work: started} = next;
	if (started === undefined) return takeQueued(next, {...work, queued: others}, size, context);
	const waiting = {...next, work: {...started, queued: others}};
	return effect === undefined ? [waiting] : [waiting, effect];
}

/** Stops the work in the background. */
export function stopWork(state: PlanState): PlanTransition {
	return [{...state, work: undefined, notice: texts.stopped}, {type: 'stop-work'}];
}

/** Shows all changes again. */
export function showAll(state: PlanState, size: Size, context: PlanContext): PlanState {
	return withOutline({...state, filter: undefined}, context.outline, size, context);
}

/** Returns the state after work in the background, and the next work if keys were pressed for it meanwhile. */
export function worked(state: PlanState, result: PlanWorkResult, size: Size, context: PlanContext): PlanTransition {
	const after = shown(state, result, size, context);
	return state.work === undefined ? [after] : takeQueued(after, state.work, size, context);
}

function shown(state: PlanState, result: PlanWorkResult, size: Size, context: PlanContext): PlanState {
	const idle: PlanState = {...state, work: undefined};
	switch (result.kind) {
		case 'found': {
			const {index} = result;
			if (index === undefined) return {...idle, notice: texts.noMatch(valueText(state.search ?? ''))};
			return select(idle, state.rows.reveal(index), index, size, context);
		}

		case 'filtered': {
			const {text, outline, changes} = result;
			if (outline.length === 0) return {...idle, notice: texts.noChangeMatches};
			const filter = text === '' ? undefined : {text, changes};
			return withOutline({...idle, filter}, outline, size, context);
		}
	}
}

/** Shows other nodes; the selected one stays selected if it is among them, or else the nearest one before it. */
function withOutline(state: PlanState, outline: Outline, size: Size, context: PlanContext): PlanState {
	const row = rowAt(state.selected, state, context);
	const rows = TreeRows.of(outline, filteredRows);
	if (row?.kind !== 'node') return select(state, rows, 0, size, context);
	const index = outline.near(state.rows.outline.nodeAt(row.index));
	return select(state, rows.reveal(index), index, size, context);
}
