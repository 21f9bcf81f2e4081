import type {Encoding} from '../../records/source/encoding.ts';
import type {Journal, JournalEntry} from '../../session/journal.ts';

/** A file as its journal identifies it. */
export type JournaledFile = {
	/** The real path, without symbolic links. */
	readonly path: string;
	readonly encoding: Encoding;
	readonly header: readonly string[];
	/** The columns whose values identify a record. */
	readonly recordColumns: readonly number[];
};

/** Unsaved edits of an earlier session with the file. */
export type UnsavedEditsOnDisk = {
	/** ISO date-time of the last change. */
	readonly at: string;
	readonly rows: number;
	/** The part of the file that has changed since. */
	readonly change: 'none' | 'content' | 'columns';
	readonly recordColumns: readonly number[];
	/** @throws UserError */
	entries(): readonly JournalEntry[];
	/** Moves the restored edits into the journal of this session, which now has unsaved edits in so many rows. */
	adopt(unsavedRows: number): void;
	discard(): void;
};

/** The journal of an open file. */
export type FileJournal = {
	readonly journal: Journal;
	readonly earlierEdits: readonly UnsavedEditsOnDisk[];
	/** Another process that has the file open. */
	readonly otherProcess: {readonly pid: number; readonly since: string; readonly rows: number} | undefined;
	/** Calls `listener` with the problem when edits cannot be journaled, and with `undefined` when they can be again. */
	onFailure(listener: (problem: string | undefined) => void): void;
	/** Ends the journal: the edits are saved or discarded. */
	end(): void;
	/** Keeps the edits for the next session. */
	release(): void;
};

/** Keeps unsaved edits across restarts of the program. */
export type JournalOpener = {
	open(file: JournaledFile): Promise<FileJournal>;
};
