import type {RowEdit} from '../table/overlay.ts';
import type {Table} from '../table/table.ts';
import {toggledLeftOut, withCells} from './edits.ts';
import type {JournalChange, JournalEntry} from './journal.ts';
import {recordKey} from './journal-writer.ts';

/** How many rows a journal brought back, and how many it could not: the file holds something else there. */
export type Restored = {readonly rows: number; readonly lost: number};

/** Returns the rows of entries that the file does not hold any more as it did when they were recorded. */
export function changedRows(
	table: Table,
	recordColumns: readonly number[],
	entries: readonly JournalEntry[],
): ReadonlySet<number> {
	const changed = new Set<number>();
	for (const {changes} of entries) {
		for (const change of changes) {
			if (!changed.has(change.row) && !isInFile(table, recordColumns, change)) changed.add(change.row);
		}
	}

	return changed;
}

function isInFile(table: Table, recordColumns: readonly number[], {row, record, column, old}: JournalChange): boolean {
	if (row < 2 || row > table.lastRow) return false;
	if (recordKey(recordColumns, at => table.cellInFile(row, at)) !== record) return false;
	return old === (column === undefined ? JSON.stringify(table.cellsInFile(row)) : table.cellInFile(row, column));
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
	table: Table,
	row: number,
	edit: RowEdit | undefined,
	changes: readonly JournalChange[],
): RowEdit | undefined {
	const values = new Map<number, string>();
	let now = edit;
	for (const change of changes) {
		switch (change.kind) {
			case 'cell':
				if (change.column !== undefined) values.set(change.column, change.new);
				break;
			case 'row':
				now = {kind: 'rewritten', cells: cellsOf(change.new)};
				break;
			case 'as-in-file':
				now = undefined;
				break;
			case 'skip':
				if (now?.kind !== 'left-out') now = toggledLeftOut(now);
				break;
			case 'unskip':
				if (now?.kind === 'left-out') now = toggledLeftOut(now);
				break;
			default:
				change.kind satisfies never;
		}
	}

	return values.size === 0 ? now : withCells(now, values, column => table.cellInFile(row, column));
}

function cellsOf(json: string): readonly string[] {
	const cells: unknown = JSON.parse(json);
	if (!Array.isArray(cells)) throw new TypeError('a row in the journal is not a list of values');
	return cells.map(String);
}
