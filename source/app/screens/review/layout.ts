import type {Session} from '../../../session/session.ts';
import {frozenColumn} from './frozen-column.ts';
import {paneHeights} from './heights.ts';
import {isColumnShown, shownColumnFrom} from './hidden-columns.ts';
import {updateWidths} from './measure-widths.ts';
import {rowsShown} from './rows-shown.ts';
import type {ReviewContext, ReviewState} from './state.ts';

const narrowest = 5;
/** The usual maximum; a column is wider only if nothing else uses the room. */
const widest = 28;

/** Terminal cells right of the row number from which on there is room for a frozen column. */
const roomForFrozen = 40;

/** Returns the width of the row number and its mark. */
export function gutterWidth(session: Session): number {
	const {index, lastRow} = session.records;
	// While the file is being read, its length is estimated, so that columns do not move.
	const known = session.numberOf(lastRow);
	return String(session.isChecked ? known : Math.max(known, index.expectedRows)).length + 3;
}

/** Returns the width before a value: a space and a mark. An ASCII mark has another space after it, so that it is not read as part of the value. */
export function markWidth({hasAsciiSigns}: ReviewContext): number {
	return hasAsciiSigns === true ? 3 : 2;
}

/** A column on the screen; a frozen one stays at the left when the view has scrolled past it. */
export type ShownColumn = {
	readonly column: number;
	readonly width: number;
	readonly whole: boolean;
	readonly isFrozen: boolean;
};

/** Returns the columns that fit, starting at `left`, after the frozen one if that is out of view; the last one may be cut. */
export function shownColumns(state: ReviewState, context: ReviewContext): readonly ShownColumn[] {
	const {size, widths, left} = state;
	const {session} = context;
	const mark = markWidth(context);
	const room = size.columns - gutterWidth(session);
	const frozen = frozenColumn(session);
	const isShown = (column: number) => isColumnShown(column, state, session);
	const plain = placed(widths.columns, left, {room, mark}, isShown);
	if (frozen === undefined || room < roomForFrozen || plain.some(({column}) => column === frozen))
		return widened(plain, widths.columns, {room, mark});
	// One cell is a space before the line after it.
	const wanted = usualWidth(widths.columns[frozen]) + 1;
	const width = Math.min(wanted, Math.floor(room / 3) - mark);
	const first: ShownColumn = {column: frozen, width, whole: width === wanted, isFrozen: true};
	const others = placed(widths.columns, left, {room: room - width - mark, mark}, isShown);
	return widened([first, ...others], widths.columns, {room, mark});
}

function usualWidth(wanted: number | undefined): number {
	return Math.min(widest, Math.max(narrowest, wanted ?? narrowest));
}

/** The terminal cells for all columns, and those before each value. */
type LayoutCells = {readonly room: number; readonly mark: number};

function placed(
	wanted: readonly number[],
	left: number,
	{room: cells, mark}: LayoutCells,
	isShown: (column: number) => boolean,
): readonly ShownColumn[] {
	const shown: ShownColumn[] = [];
	let room = cells;
	for (let column = left; column < wanted.length && room > mark + 1; column++) {
		if (!isShown(column)) continue;
		const usual = usualWidth(wanted[column]);
		const width = Math.min(usual, room - mark);
		shown.push({column, width, whole: width === usual, isFrozen: false});
		room -= width + mark;
	}

	return shown;
}

/** Gives unused room to the columns that are cut most. */
function widened(shown: readonly ShownColumn[], wanted: readonly number[], cells: LayoutCells): readonly ShownColumn[] {
	let room = cells.room - shown.reduce((sum, {width}) => sum + width + cells.mark, 0);
	if (room <= 0) return shown;
	const missing = (column: ShownColumn) => (wanted[column.column] ?? 0) - column.width;
	const given = new Map<number, number>();
	for (const column of shown.toSorted((one, other) => missing(other) - missing(one))) {
		const more = Math.max(0, Math.min(room, missing(column)));
		given.set(column.column, more);
		room -= more;
	}

	return shown.map(column => ({...column, width: column.width + (given.get(column.column) ?? 0)}));
}

/** Scrolls so that the selected cell is in view and no room is wasted, and measures the columns. */
export function keepCursorVisible(state: ReviewState, context: ReviewContext): ReviewState {
	const list = rowsShown(state, context);
	const {grid} = paneHeights(state.size);
	const lastTop = Math.max(0, list.length - grid);
	const isOutOfSight = state.shown.kind === 'some' && state.shown.line !== undefined;
	const wantedTop = isOutOfSight ? state.top : topFor(state.top, list.indexOf(state.cursor.row), grid);
	const top = Math.min(Math.max(0, wantedTop), lastTop);
	const widths = updateWidths({...state, top}, grid, context);
	const placed = top === state.top && widths === state.widths ? state : {...state, top, widths};
	const left = leftFor(placed, context);
	return left === placed.left ? placed : {...placed, left};
}

/** Returns the first row in view: a step scrolls by a line, a jump centers the row. */
function topFor(top: number, index: number, grid: number): number {
	if (index >= top && index < top + grid) return top;
	if (index === top - 1) return index;
	return index === top + grid ? top + 1 : index - Math.floor(grid / 2);
}

/** Returns the first column in view, so that if possible the selected column is whole and the window is full. */
function leftFor(state: ReviewState, context: ReviewContext): number {
	const {column} = state.cursor;
	const last = shownColumnFrom(state.widths.columns.length - 1, -1, context.session);
	const shows = (left: number, wanted: number) =>
		shownColumns({...state, left}, context).some(shown => shown.column === wanted && shown.whole);
	let left = Math.max(0, Math.min(state.left, column));
	while (left < column && !shows(left, column)) left++;
	while (left > 0 && shows(left - 1, last) && shows(left - 1, column)) left--;
	return left;
}
