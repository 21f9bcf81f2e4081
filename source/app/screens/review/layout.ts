import {UserError} from '../../../errors/user-error.ts';
import type {Session} from '../../../session/session.ts';
import {width} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import type {Size} from '../../size.ts';
import {readable} from './readable.ts';
import type {ReviewContext, ReviewState} from './state.ts';

const narrowest = 5;
const widest = 28;
/** Rows that are looked at to choose the widths. */
const sampleRows = 200;

/** Chooses the width of each column from the first rows. */
export function columnWidths(session: Session): readonly number[] {
	const widths = session.header.labels.map(label => width(visible(label)));
	const last = Math.min(session.records.lastRow, sampleRows);
	for (let row = 2; row <= last; row++) {
		// In a row with too many or too few cells they stand under other headers.
		if (session.findings.at(row).some(({field}) => field === undefined)) continue;
		const cells = readable(() => session.shownCells(row));
		if (cells instanceof UserError) break;
		for (const [column, cell] of cells.entries()) {
			if (column < widths.length)
				widths[column] = Math.max(widths[column] ?? 0, width(visible(cell.slice(0, widest * 4))));
		}
	}

	return widths.map(wanted => Math.min(widest, Math.max(narrowest, wanted)));
}

/** How the rows of the terminal are shared: title, header, grid, rule, detail, notice, keys. */
export function heights({rows}: Size): {readonly grid: number; readonly detail: number} {
	const detail = rows >= 40 ? 10 : rows >= 22 ? 7 : rows >= 16 ? 5 : 4;
	return {grid: Math.max(1, rows - 4 - detail), detail};
}

/** Terminal cells that the row number and its mark take. */
export function gutterWidth(session: Session): number {
	const {index} = session.records;
	// While the file is being read its length is only guessed, so that the columns stay where they are.
	return String(session.checked ? index.lastRow : Math.max(index.lastRow, index.expectedRows)).length + 3;
}

/** The columns that fit, from `left` on; the last one may be cut short. */
export function shownColumns({widths, session}: ReviewContext, left: number, size: Size): readonly ShownColumn[] {
	const shown: ShownColumn[] = [];
	let room = size.columns - gutterWidth(session);
	for (let column = left; column < widths.length && room > markWidth + 1; column++) {
		const wanted = widths[column] ?? narrowest;
		const given = Math.min(wanted, room - markWidth);
		shown.push({column, width: given, whole: given === wanted});
		room -= given + markWidth;
	}

	return shown;
}

/** Each cell has its mark and a space before it. */
const markWidth = 2;

export type ShownColumn = {readonly column: number; readonly width: number; readonly whole: boolean};

/** Moves the window so that the cursor is in it. */
export function keepCursorVisible(state: ReviewState, context: ReviewContext): ReviewState {
	const {cursor, size} = state;
	const grid = heights(size).grid;
	const lastTop = Math.max(2, context.session.records.lastRow - grid + 1);
	const top = Math.min(Math.max(2, topFor(state, grid)), lastTop);
	let left = Math.min(state.left, cursor.column);
	while (
		left < cursor.column &&
		!shownColumns(context, left, size).some(({column, whole}) => column === cursor.column && whole)
	)
		left++;
	return top === state.top && left === state.left ? state : {...state, top, left};
}

/** A step scrolls by a line; a jump puts the row into the middle, so that the rows around it are seen. */
function topFor({top, cursor: {row}}: ReviewState, grid: number): number {
	if (row >= top && row < top + grid) return top;
	if (row === top - 1) return row;
	return row === top + grid ? top + 1 : row - Math.floor(grid / 2);
}
