/** What can become of a row. */
export const changeKinds = ['cell', 'row', 'as-in-file', 'skip', 'unskip', 'split'] as const;

/** What a change did to a row of the file, or to one of its cells. */
export type JournalChange = {
	/** The row as the file counts it; 0 when it is not in the file. */
	readonly row: number;
	/** 0 for that row itself, n for the n-th of the rows that were inserted behind it. */
	readonly part: number;
	/** What the file holds in the columns that identify the record. */
	readonly record: string;
	readonly kind: (typeof changeKinds)[number];
	/** The column of a cell, from 0. */
	readonly column: number | undefined;
	/** What the file holds in its row: the value of the cell, or all values as JSON. */
	readonly old: string;
	/** What it became, in the same form; of several rows a list of these; empty where the kind says it all. */
	readonly new: string;
};

/** A step that was made, undone or redone. */
export type JournalEntry = {
	readonly id: string;
	readonly kind: 'edit' | 'undo' | 'redo';
	/** The id of the step. */
	readonly step: string;
	/** The title of the step. */
	readonly title: string;
	readonly changes: readonly JournalChange[];
};

/** Keeps the steps of a session where they outlive the program. Nothing of it throws: an edit does not depend on it. */
export type Journal = {
	/** Returns when the entry is durable, or cannot be. `atStake` is the number of rows that are in no file now. */
	record(entry: JournalEntry, atStake: number): void;
	/** A copy of the file holds all edits. */
	savedCopy(atStake: number): void;
	/** The file itself holds all edits: what comes now is recorded on top of it. */
	savedInPlace(): void;
};
