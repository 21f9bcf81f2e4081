import {UserError} from '../../../errors/user-error.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import {rowsShown} from './rows-shown.ts';
import type {ReviewContext, ReviewState} from './state.ts';
import {tryRead} from './try-read.ts';
import type {ColumnWidths} from './widths.ts';

/** The number of characters of a value that are measured: no screen shows more. */
const measured = 400;

/**
Returns the widths for the rows in view. While the user scrolls within a page they only grow, so that columns do not jump;
they are measured again after a jump, a resize and a change of filter.
*/
export function updateWidths(state: ReviewState, grid: number, context: ReviewContext): ColumnWidths {
	const {widths, top, shown, size} = state;
	const view = `${size.columns}x${size.rows} ${shown.kind === 'all' ? '' : `${shown.choice.text} ${shown.choice.problemsOnly}`}`;
	const now = measure(state, grid, context);
	if (view !== widths.view || Math.abs(top - widths.top) >= grid) return {columns: now, top, view};
	const grown = now.map((cells, column) => Math.max(cells, widths.columns[column] ?? 0));
	return grown.every((cells, column) => cells === widths.columns[column]) ? widths : {...widths, columns: grown};
}

function measure(state: ReviewState, grid: number, context: ReviewContext): readonly number[] {
	const {session} = context;
	const columns = [...cellWidths(session.header.labels)];
	const list = rowsShown(state, context);
	for (let at = state.top; at < state.top + grid; at++) {
		const row = list.rowAt(at);
		if (row === undefined) break;
		// In a row with too many or too few cells, values are under the wrong headers.
		if (session.findings.at(row).some(({field}) => field === undefined)) continue;
		const values = tryRead(() => session.shownCells(row));
		if (values instanceof UserError) continue;
		for (const [column, cells] of cellWidths(values).entries()) {
			const known = columns[column];
			if (known !== undefined) columns[column] = Math.max(known, cells);
		}
	}

	return columns;
}

/** The widths of rows that were in view before: each key would otherwise measure all rows in view. */
const knownWidths = new WeakMap<readonly string[], readonly number[]>();

function cellWidths(values: readonly string[]): readonly number[] {
	const known = knownWidths.get(values);
	if (known !== undefined) return known;
	const widths = values.map(value => width(visible(value.slice(0, measured))));
	knownWidths.set(values, widths);
	return widths;
}
