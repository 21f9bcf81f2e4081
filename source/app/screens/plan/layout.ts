import type {Size} from '../../size.ts';

/** Returns the heights of the list and of the details: title, counts, list, rule, details, notice and keys share the rows. */
export function planHeights({rows}: Size): {readonly list: number; readonly details: number} {
	const details = rows >= 40 ? 6 : rows >= 22 ? 4 : rows >= 14 ? 2 : 1;
	return {list: rows - 5 - details, details};
}

/** Returns the first row in view, so that the selected one is in view and no room is wasted. */
export function planTop(
	{selected, top}: {readonly selected: number; readonly top: number},
	length: number,
	size: Size,
): number {
	const {list} = planHeights(size);
	const near = Math.max(selected - list + 1, Math.min(selected, top));
	return Math.max(0, Math.min(near, length - list));
}
