import {entryHeight} from './layout.ts';
import {type HelpPage, type HelpState, rowsFor, shownEntries} from './page.ts';

/** True if all that the help shows fits into the window. */
export function isWhole(state: HelpState, page: HelpPage): boolean {
	return heightsOf(state, page).reduce((sum, height) => sum + height, 0) <= rowsFor(state, page);
}

/** Returns the first entry that is really shown: in a window that has grown, fewer are above. */
export function shownTop(state: HelpState, page: HelpPage): number {
	return Math.min(state.top, lastTop(state, page));
}

/** Scrolls so that an entry comes first, as far as there is more below. Returns the same object when nothing changes. */
export function scrollTo(state: HelpState, wanted: number, page: HelpPage): HelpState {
	const top = Math.max(0, Math.min(lastTop(state, page), wanted));
	return top === state.top ? state : {...state, top};
}

/** Returns the top of the next page, at which the first entry that was not shown whole comes first, or of the one before. */
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

/** Returns the first entry from which all that follow fit: nothing is scrolled past the end. */
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
