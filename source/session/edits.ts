import type {Records} from '../records/records.ts';
import {activeEdit, type NewEdit} from '../records/row-edit.ts';

/** New values for the cells of a row, by column (from 0). */
export type NewValues = ReadonlyMap<number, string>;

/**
Returns the edit of a row after some of its cells get new values. A cell with the same value as in the file is not edited, so that
it keeps its bytes.
*/
export function applyValues(
	records: Records,
	row: number,
	edit: NewEdit | undefined,
	values: NewValues,
): NewEdit | undefined {
	const present = activeEdit(edit);
	if (present?.kind === 'rewritten') {
		return {kind: 'rewritten', text: records.texts.withCells(present.text, values)};
	}

	// Most rows of a bulk change were not edited before and can share one object.
	if (present === undefined && allDiffer(records, row, values)) {
		return values.size === 0 ? undefined : {kind: 'cells', cells: values};
	}

	const cells = new Map(present?.cells);
	for (const [column, value] of values) {
		if (records.isInFile(row, column, value)) cells.delete(column);
		else cells.set(column, value);
	}

	return cells.size === 0 ? undefined : {kind: 'cells', cells};
}

function allDiffer(records: Records, row: number, values: NewValues): boolean {
	for (const [column, value] of values) if (records.isInFile(row, column, value)) return false;
	return true;
}

/** Returns the edit that skips a row, or that includes it again with its earlier edit. */
export function toggleSkip(edit: NewEdit | undefined): NewEdit | undefined {
	return edit?.kind === 'skipped' ? edit.instead : {kind: 'skipped', instead: edit};
}
