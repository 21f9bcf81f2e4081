import type {Size} from '../../size.ts';
import type {TreeView} from './state.ts';

/** Returns the heights of the tree and of the details below it: title, tree, rule, details, notice and keys share the rows. */
export function lineageHeights({rows}: Size): {readonly tree: number; readonly details: number} {
	const details = rows >= 40 ? 6 : rows >= 22 ? 4 : rows >= 14 ? 3 : 1;
	return {tree: rows - 4 - details, details};
}

/** Returns the first line in view, so that the selected one is in view and no room is wasted. */
export function topOf({tree: {lines}, selected, top}: TreeView, size: Size): number {
	const {tree: room} = lineageHeights(size);
	const near = Math.max(selected - room + 1, Math.min(selected, top));
	return Math.max(0, Math.min(near, lines.length - room));
}
