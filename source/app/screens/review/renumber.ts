import type {Renumbering} from '../../../records/renumbering.ts';
import {startFilter} from './rows-shown.ts';
import type {ReviewContext, ReviewEffect, ReviewState, ReviewTransition} from './state.ts';

/**
Renumbers the cursor and the rows shown after an undo step has inserted or removed rows. The cursor stays on its record.
Work in the background uses the old numbers: a filter starts again, a search ends.
*/
export function renumbered(state: ReviewState, renumbering: Renumbering, context: ReviewContext): ReviewTransition {
	const {shown, work} = state;
	const placed = withNewNumbers(state, renumbering);
	const recount: readonly ReviewEffect[] = placed.shown.kind === 'some' ? [{type: 'recount', shown: placed.shown}] : [];
	const isWhole = shown.kind === 'some' && shown.progress !== 'stopped';
	const choice = work?.kind === 'filter' ? work.choice : isWhole ? shown.choice : undefined;
	if (choice !== undefined) {
		// Its matches replace the rows shown, like those of any new filter.
		const [filtering, ...effects] = startFilter(placed, {...choice}, context);
		return [filtering, ...recount, ...effects];
	}

	if (work?.kind === 'search') return [{...placed, work: undefined}, ...recount, {type: 'stop-work'}];
	return [placed, ...recount];
}

function withNewNumbers(state: ReviewState, renumbering: Renumbering): ReviewState {
	const {cursor, shown, search, top} = state;
	const row = renumbering.nearestAfter(cursor.row);
	const moved: ReviewState = {...state, cursor: {...cursor, row}, search: search && {text: search.text}};
	if (shown.kind === 'all') return {...moved, top: Math.max(0, top + row - cursor.row)};
	const list = shown.list.renumbered(renumbering);
	return {
		...moved,
		shown: {...shown, list, steps: [], stale: 0},
		top: Math.max(0, top + list.indexOf(row) - shown.list.indexOf(cursor.row)),
	};
}
