import type {Size} from '../../size.ts';
import {itemsOf} from './items.ts';
import type {MappingState} from './state.ts';

/** The lines of each part. */
export type MappingHeights = {
	/** 1 for the line with the names of the columns. */
	readonly heading: 0 | 1;
	readonly items: number;
	/** Lines below the divider. */
	readonly details: number;
	/** Lines for the columns that are not sent. */
	readonly unsent: number;
	/** Lines that are left. */
	readonly rest: number;
};

type Scrolled = Pick<MappingState, 'draft' | 'obstacle' | 'selected' | 'top'>;

/** Returns the heights of the parts: title, heading, items, divider, details, columns not sent, count, notice and keys share the rows. */
export function mappingHeights(
	{draft, obstacle}: Pick<MappingState, 'draft' | 'obstacle'>,
	{rows}: Size,
): MappingHeights {
	const heading = rows >= 20 ? 1 : 0;
	const details =
		(rows >= 40 ? 6 : rows >= 22 ? 3 : rows >= 14 ? 2 : 1) + (obstacle !== undefined && rows >= 14 ? 1 : 0);
	const unsent = rows >= 40 ? 3 : 1;
	const room = rows - 5 - heading - details - unsent;
	const items = Math.min(room, itemsOf({draft}).length);
	return {heading, details, unsent, items, rest: room - items};
}

/** Returns the first item in view, so that the selected one is in view and no room is wasted. */
export function topOf(state: Scrolled, size: Size): number {
	const {items: room} = mappingHeights(state, size);
	const {selected, top} = state;
	const near = Math.max(selected - room + 1, Math.min(selected, top));
	return Math.max(0, Math.min(near, itemsOf(state).length - room));
}

/** Returns the number of items above and below those in view. */
export function hiddenItems(state: Scrolled, size: Size): {readonly above: number; readonly below: number} {
	const above = topOf(state, size);
	return {above, below: itemsOf(state).length - above - mappingHeights(state, size).items};
}
