import type {Size} from '../../size.ts';

/** How the rows of the terminal are shared: title, header, grid, rule, detail, notice, keys. */
export function paneHeights({rows}: Size): {readonly grid: number; readonly detail: number} {
	const detail = rows >= 40 ? 10 : rows >= 22 ? 7 : rows >= 16 ? 5 : 4;
	return {grid: Math.max(1, rows - 4 - detail), detail};
}
