import type {Records} from '../records/records.ts';
import {type NewEdit, presentEdit} from '../records/row-edit.ts';
import {toggledSkipped, withCells} from './edits.ts';
import type {JournalChange, JournalEntry} from './journal.ts';
import {recordKey} from './journal-writer.ts';

/** How many rows a journal brought back, and how many it could not: the file holds something else there. */
export type Restored = {readonly rows: number; readonly lost: number};

/** Returns the rows of entries that the file does not hold any more as it did when they were recorded. */
export function changedRows(
	records: Records,
	recordColumns: readonly number[],
	entries: readonly JournalEntry[],
): ReadonlySet<number> {
	const changed = new Set<number>();
	for (const {changes} of entries) {
		for (const change of changes) {
			if (!changed.has(change.row) && !isInFile(records, recordColumns, change)) changed.add(change.row);
		}
	}

	return changed;
}

function isInFile(
	records: Records,
	recordColumns: readonly number[],
	{row, record, column, old}: JournalChange,
): boolean {
	if (row < records.firstRow || row > records.lastRow) return false;
	if (recordKey(recordColumns, at => records.cellInFile(row, at)) !== record) return false;
	return old === (column === undefined ? JSON.stringify(records.cellsInFile(row)) : records.cellInFile(row, column));
}

/** Groups changes by their rows, in the order in which they were made. */
export function changesByRow(
	changes: readonly JournalChange[],
	except: ReadonlySet<number>,
): ReadonlyMap<number, readonly JournalChange[]> {
	const byRow = new Map<number, JournalChange[]>();
	for (const change of changes) {
		if (except.has(change.row)) continue;
		const known = byRow.get(change.row);
		if (known === undefined) byRow.set(change.row, [change]);
		else known.push(change);
	}

	return byRow;
}

/** Returns the edit of a row after changes were made to it. */
export function editAfter(
	records: Records,
	row: number,
	edit: NewEdit | undefined,
	changes: readonly JournalChange[],
): NewEdit | undefined {
	return changes.reduce((now, change) => editAfterOne(records, row, now, change), edit);
}

function editAfterOne(
	records: Records,
	row: number,
	edit: NewEdit | undefined,
	change: JournalChange,
): NewEdit | undefined {
	switch (change.kind) {
		case 'cell':
			return withCells(edit, new Map([[change.column ?? 0, change.new]]), column => records.cellInFile(row, column));
		case 'row':
			return {kind: 'rewritten', cells: cellsOf(change.new)};
		case 'as-in-file':
			return undefined;
		case 'skip':
			return edit?.kind === 'skipped' ? edit : toggledSkipped(edit);
		case 'unskip':
			return presentEdit(edit);
		default:
			return change.kind satisfies never;
	}
}

function cellsOf(json: string): readonly string[] {
	const cells: unknown = JSON.parse(json);
	if (!Array.isArray(cells)) throw new TypeError('a row in the journal is not a list of values');
	return cells.map(String);
}
