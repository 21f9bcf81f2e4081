import type {EnabledBinding, KeyName} from '../../keys.ts';
import {letterMoveKeys, moveBy} from '../../moves.ts';
import type {Size} from '../../size.ts';
import {helpLines} from './layout.ts';

/** The first binding that is shown. */
export type HelpState = {readonly top: number};

/** What the help shows, and the terminal cells that it has for that. */
export type HelpPage = {readonly bindings: readonly EnabledBinding[]; readonly size: Size};

const leaving: ReadonlySet<KeyName> = new Set(['escape', 'enter', '?', 'q', 'ctrl+c']);

/** The keys that page. */
const paging: ReadonlyMap<KeyName, 'down' | 'up'> = new Map([
	[' ', 'down'],
	['pagedown', 'down'],
	['ctrl+f', 'down'],
	['b', 'up'],
	['pageup', 'up'],
	['ctrl+b', 'up'],
]);

/** What a key does to the help; `undefined` when it is left. */
export function helpKey(state: HelpState, key: KeyName, page: HelpPage): HelpState | undefined {
	if (leaving.has(key)) return undefined;
	const from = shownTop(state, page);
	const wanted = wantedTop(from, key, page);
	if (wanted === undefined) return state;
	const top = Math.max(0, Math.min(lastTop(page), wanted));
	return top === state.top ? state : {top};
}

/** Returns the first binding that is really shown: in a window that has grown, fewer are above. */
export function shownTop({top}: HelpState, page: HelpPage): number {
	return Math.min(top, lastTop(page));
}

function wantedTop(from: number, key: KeyName, page: HelpPage): number | undefined {
	const direction = paging.get(key);
	if (direction !== undefined) return pageFrom(from, direction, page);
	const by = moveBy(letterMoveKeys, key);
	return by === undefined ? undefined : from + by;
}

/** Returns the top of the next page, at which the first binding that was not shown whole comes first, or of the one before. */
function pageFrom(from: number, direction: 'down' | 'up', page: HelpPage): number {
	const {rows} = page.size;
	const heights = heightsOf(page);
	let top = from;
	let used = 0;
	if (direction === 'down') {
		while (top < heights.length && used + (heights[top] ?? 0) <= rows) used += heights[top++] ?? 0;
		return Math.max(top, from + 1);
	}

	while (top > 0 && used + (heights[top - 1] ?? 0) <= rows) used += heights[--top] ?? 0;
	return Math.min(top, from - 1);
}

/** Returns the first binding from which all that follow fit: nothing is scrolled past the end. */
function lastTop(page: HelpPage): number {
	const heights = heightsOf(page);
	let top = heights.length;
	let used = 0;
	while (top > 0 && used + (heights[top - 1] ?? 0) <= page.size.rows) used += heights[--top] ?? 0;
	return Math.min(top, heights.length - 1);
}

function heightsOf({bindings, size}: HelpPage): readonly number[] {
	return bindings.map(binding => helpLines(binding, size.columns).length);
}
