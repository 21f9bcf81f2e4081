import type {Size} from '../../size.ts';

/** Returns the heights of grid and detail: title, header, grid, rule, detail, notice and keys share the rows of the terminal. */
export function paneHeights({rows}: Size): {readonly grid: number; readonly detail: number} {
	const detail = rows >= 40 ? 10 : rows >= 22 ? 7 : rows >= 16 ? 5 : 4;
	return {grid: Math.max(1, rows - 4 - detail), detail};
}
