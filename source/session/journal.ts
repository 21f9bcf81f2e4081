/** The kinds of change to a row. */
export const changeKinds = ['cell', 'row', 'as-in-file', 'skip', 'unskip', 'split'] as const;

/** A change to a row of the file, or to one of its cells. */
export type JournalChange = {
	/** The row number in the file; 0 if it is not in the file. */
	readonly row: number;
	/** 0 for that row itself, n for the n-th row inserted after it. */
	readonly part: number;
	/** The values in the file of the columns that identify the record. */
	readonly record: string;
	readonly kind: (typeof changeKinds)[number];
	/** The column of a cell, from 0. */
	readonly column: number | undefined;
	/** The old value in the file: of the cell, or the cells of the whole row as JSON. */
	readonly old: string;
	/**
	The new value: of the cell, or the text of the whole record as JSON, a list of texts for a split; empty if the kind needs none.
	Earlier versions stored a list of cells for each record.
	*/
	readonly new: string;
};

/** A change that was applied, undone or redone. */
export type JournalEntry = {
	readonly id: string;
	readonly kind: 'edit' | 'undo' | 'redo';
	/** The ID of the change. */
	readonly step: string;
	/** The title of the change. */
	readonly title: string;
	readonly changes: readonly JournalChange[];
};

/** Stores the changes of a session durably. Never throws, so that an edit does not depend on it. */
export type Journal = {
	/** Returns once the entry is durable, or has failed. `unsavedRows` is the number of rows that are not in any file. */
	record(entry: JournalEntry, unsavedRows: number): void;
	/** Notes that all edits were saved to a copy. */
	savedCopy(unsavedRows: number): void;
	/** Notes that all edits were saved to the file itself: later entries are relative to it. */
	savedInPlace(): void;
};
