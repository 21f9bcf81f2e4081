import {UserError} from '../../../errors/user-error.ts';
import type {Size} from '../../size.ts';
import {planTop} from './layout.ts';
import {ancestorsOf} from './outline.ts';
import {type PlanContext, type PlanState, rowAt, rowCount} from './state.ts';
import {planTexts as texts} from './texts.ts';
import type {TreeRows} from './tree-rows.ts';

/** The most changes whose fields are opened at once, because they are read from files. */
const mostOpened = 500;

/** Selects a row, or the first or the last one. */
export function moveTo(state: PlanState, wanted: number, size: Size, context: PlanContext): PlanState {
	const all = rowCount(state, context);
	const selected = Math.max(0, Math.min(all - 1, wanted));
	const top = planTop({selected, top: state.top}, all, size);
	return selected === state.selected && top === state.top ? state : {...state, selected, top};
}

/** Selects a node of the tree after its rows have changed. */
export function select(state: PlanState, rows: TreeRows, index: number, size: Size, context: PlanContext): PlanState {
	return moveTo({...state, rows}, context.head.length + rows.rowOf(index), size, context);
}

/** Opens the selected node; in an open one it selects the next row. */
export function openRow(state: PlanState, size: Size, context: PlanContext): PlanState {
	const row = rowAt(state.selected, state, context);
	if (row?.kind !== 'node' || row.field >= 0) return state;
	const {rows} = state;
	if (rows.isOpen(row.index)) return moveTo(state, state.selected + 1, size, context);
	const opened = rows.open(row.index, countFields(rows, row.index, context));
	if (opened.length === rows.length) return {...state, notice: texts.nothingBelow};
	return select(state, opened, row.index, size, context);
}

/** Closes the selected node if it is open, or else selects the one above it. */
export function closeRow(state: PlanState, size: Size, context: PlanContext): PlanState {
	const row = rowAt(state.selected, state, context);
	if (row?.kind !== 'node') return state;
	const {rows} = state;
	if (row.field >= 0) return select(state, rows, row.index, size, context);
	if (rows.isOpen(row.index)) return select(state, rows.close(row.index), row.index, size, context);
	const parent = ancestorsOf(rows.outline, row.index).at(-1);
	return parent === undefined ? state : select(state, rows, parent, size, context);
}

/** Opens the selected node and all that have the same parent. */
export function openLevel(state: PlanState, size: Size, context: PlanContext): PlanState {
	const level = levelOf(state, context);
	if (level === undefined) return state;
	const {rows} = state;
	const {index, from, to} = level;
	const hasFields = !hasMore(rows, from, to);
	const opened = rows.openAll(from, to, at => (hasFields ? countFields(rows, at, context) : 0));
	const next = select(state, opened, index, size, context);
	return hasFields ? next : {...next, notice: opened.length === rows.length ? texts.tooMany(mostOpened) : undefined};
}

/** Closes the selected node and all that have the same parent. */
export function closeLevel(state: PlanState, size: Size, context: PlanContext): PlanState {
	const level = levelOf(state, context);
	if (level === undefined) return state;
	return select(state, state.rows.closeAll(level.from, level.to), level.index, size, context);
}

/** Returns the selected node, and the range of those that have the same parent. */
function levelOf(
	state: PlanState,
	context: PlanContext,
): {readonly index: number; readonly from: number; readonly to: number} | undefined {
	const row = rowAt(state.selected, state, context);
	if (row?.kind !== 'node') return undefined;
	const {outline} = state.rows;
	const parent = ancestorsOf(outline, row.index).at(-1);
	return parent === undefined
		? {index: row.index, from: 0, to: outline.length}
		: {index: row.index, from: parent + 1, to: outline.endAt(parent)};
}

/** True if more nodes have the same parent than fields are opened of. */
function hasMore({outline}: TreeRows, from: number, to: number): boolean {
	let nodes = 0;
	for (let index = from; index < to && nodes <= mostOpened; index = outline.endAt(index)) nodes++;
	return nodes > mostOpened;
}

function countFields({outline}: TreeRows, index: number, {reader}: PlanContext): number {
	const read = reader.read(outline.nodeAt(index));
	return read instanceof UserError ? 0 : read.fields.length;
}
