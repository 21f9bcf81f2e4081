import type {RowUpdate} from '../records/overlay.ts';
import type {RecordFormat} from '../records/record-format.ts';
import type {Records} from '../records/records.ts';
import {activeEdit, type NewEdit} from '../records/row-edit.ts';
import {applyValues, toggleSkip} from './edits.ts';
import type {JournalChange, JournalEntry} from './journal.ts';
import {recordKey} from './journal-writer.ts';

/** The number of rows that were restored from a journal, and of those that were not because they have changed on disk. */
export type RestoreResult = {readonly rows: number; readonly lost: number};

/** Returns the rows of journal entries that have changed on disk since. */
export function rowsChangedSince(
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
	{row: inFile, record, column, old}: JournalChange,
): boolean {
	const row = records.index.rowOfFile(inFile);
	if (row < records.firstRow || row > records.lastRow) return false;
	if (recordKey(recordColumns, at => records.cellInFile(row, at)) !== record) return false;
	return old === (column === undefined ? JSON.stringify(records.cellsInFile(row)) : records.cellInFile(row, column));
}

/** Groups changes by current row, in their original order. */
export function groupChangesByRow(
	{index}: Records,
	changes: readonly JournalChange[],
	except: ReadonlySet<number>,
): ReadonlyMap<number, readonly JournalChange[]> {
	const byRow = new Map<number, JournalChange[]>();
	for (const change of changes) {
		if (except.has(change.row)) continue;
		const row = index.rowOfFile(change.row) + change.part;
		const known = byRow.get(row);
		if (known === undefined) byRow.set(row, [change]);
		else known.push(change);
	}

	return byRow;
}

/** Returns the update of a row after some changes. */
export function nextRow(
	records: Records,
	row: number,
	edit: NewEdit | undefined,
	changes: readonly JournalChange[],
): RowUpdate {
	// A row that is split has no other edit in the same change.
	const split = changes.find(({kind}) => kind === 'split');
	if (split !== undefined) {
		const stored: unknown = JSON.parse(split.new);
		return {kind: 'split', records: listOf(stored).map(record => textOf(records.format, record))};
	}

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
			return applyValues(records, row, edit, new Map([[change.column ?? 0, change.new]]));
		case 'row':
			return {kind: 'rewritten', text: textOf(records.format, JSON.parse(change.new))};
		case 'as-in-file':
			return undefined;
		case 'skip':
			return edit?.kind === 'skipped' ? edit : toggleSkip(edit);
		case 'unskip':
			return activeEdit(edit);
		case 'split':
			return edit;
		default:
			return change.kind satisfies never;
	}
}

/** Returns the text of a stored record, of which earlier versions stored the cells. */
function textOf(format: RecordFormat, record: unknown): string {
	return typeof record === 'string' ? record : format.encode(listOf(record).map(String));
}

function listOf(values: unknown): readonly unknown[] {
	if (!Array.isArray(values)) throw new TypeError('the journal holds another value than a text or a list');
	return values;
}
