import {entryHeight} from './layout.ts';
import {type HelpPage, type HelpState, rowsFor, shownEntries} from './page.ts';

/** True if all entries fit into the window. */
export function isWhole(state: HelpState, page: HelpPage): boolean {
	return heightsOf(state, page).reduce((sum, height) => sum + height, 0) <= rowsFor(state, page);
}

/** Returns the index of the first visible entry; a larger window moves it up. */
export function shownTop(state: HelpState, page: HelpPage): number {
	return Math.min(state.top, lastTop(state, page));
}

/** Scrolls to an entry, or as far as possible. Returns the same object if nothing changes. */
export function scrollTo(state: HelpState, wanted: number, page: HelpPage): HelpState {
	const top = Math.max(0, Math.min(lastTop(state, page), wanted));
	return top === state.top ? state : {...state, top};
}

/** Returns the first entry of the next or the previous page; the next one starts with the first entry that did not fit. */
export function pageTop(state: HelpState, direction: 'page-down' | 'page-up', page: HelpPage): number {
	const rows = rowsFor(state, page);
	const heights = heightsOf(state, page);
	const from = shownTop(state, page);
	let top = from;
	let used = 0;
	if (direction === 'page-down') {
		while (top < heights.length && used + (heights[top] ?? 0) <= rows) used += heights[top++] ?? 0;
		return Math.max(top, from + 1);
	}

	while (top > 0 && used + (heights[top - 1] ?? 0) <= rows) used += heights[--top] ?? 0;
	return Math.min(top, from - 1);
}

/** Returns the largest index of a first entry, from which the rest fits: the help does not scroll past its end. */
function lastTop(state: HelpState, page: HelpPage): number {
	const rows = rowsFor(state, page);
	const heights = heightsOf(state, page);
	let top = heights.length;
	let used = 0;
	while (top > 0 && used + (heights[top - 1] ?? 0) <= rows) used += heights[--top] ?? 0;
	return Math.max(0, Math.min(top, heights.length - 1));
}

function heightsOf(state: HelpState, page: HelpPage): readonly number[] {
	return shownEntries(state, page).map(entry => entryHeight(entry, page.size.columns));
}
