import type {DatabaseSync} from 'node:sqlite';
import {transaction} from '../sqlite/transaction.ts';
import {decodeChanges, encodeChanges, type StoredChange} from './journal-changes.ts';
import {currentProcess, isRunning, type ProcessIdentity} from './process-identity.ts';
import {journalError, rethrow} from './state-error.ts';

/** The file of a journal, as it was when it was opened. */
export type JournalFile = {
	/** The absolute path, with symbolic links resolved. */
	readonly path: string;
	/** The encoding that it is read with: rows and values depend on it. */
	readonly encoding: string;
	/** Its header, and the columns that identify a record, as JSON. */
	readonly header: string;
	readonly recordColumns: string;
	readonly size: number;
	/** The time of its last write, in nanoseconds. */
	readonly modified: string;
};

/** A journal as it is stored, without its entries. */
export type StoredJournal = JournalFile & {
	readonly id: number;
	/** The SHA-256 of the file; `undefined` if it was not computed. */
	readonly digest: string | undefined;
	readonly owner: ProcessIdentity;
	/** ISO date-times. */
	readonly openedAt: string;
	readonly changedAt: string;
	/** The number of rows with unsaved edits. */
	readonly rows: number;
};

export type StoredEntry = {
	readonly id: string;
	readonly kind: string;
	readonly step: string;
	readonly title: string;
	readonly changes: readonly StoredChange[];
};

/** Changes in a part of an entry. */
const changesPerPart = 500;

/** The journals of a file when it is opened. */
export type OpenedJournals = {
	/** The journal of this opening. */
	readonly id: number;
	/** The journals of earlier openings with unsaved edits, the oldest first; empty while another process has the file open. */
	readonly leftover: readonly StoredJournal[];
	/** The journals of other processes that have the file open. */
	readonly open: readonly StoredJournal[];
};

/** Unsaved edits, kept in `state.db`. Every write is durable when the call returns. Its methods throw StateError. */
export class JournalStore {
	readonly #database: DatabaseSync;
	readonly #path: string;

	/** `path` names the database in errors. */
	constructor(database: DatabaseSync, path: string) {
		this.#database = database;
		this.#path = path;
	}

	/** Starts a journal of a file, which is also its lock, and finds those of earlier openings. */
	open(file: JournalFile, now = new Date()): OpenedJournals {
		return this.#changing(() => {
			const found = this.#read('file = ? AND encoding = ?', file.path, file.encoding);
			const open = this.openElsewhere(file.path);
			this.#removeEmpty();
			const leftover = open.length > 0 ? [] : found.filter(({rows}) => rows > 0);
			return {id: this.#insert(file, now), leftover, open};
		});
	}

	/** Returns the journals of other processes that have a file open now. */
	openElsewhere(path: string): readonly StoredJournal[] {
		return this.#guarded(() => this.#read('file = ?', path).filter(({owner}) => isElsewhere(owner)));
	}

	/** Adds an entry. `rows` is the number of rows with unsaved edits after it. */
	append(journal: number, {id, kind, step, title, changes}: StoredEntry, rows: number, now = new Date()): void {
		this.#changing(() => {
			const {lastInsertRowid: entry} = this.#database
				.prepare('INSERT INTO journal_entries (journal, id, kind, step, title) VALUES (?, ?, ?, ?, ?)')
				.run(journal, id, kind, step, title);
			const insert = this.#database.prepare('INSERT INTO journal_changes VALUES (?, ?, ?)');
			for (let from = 0; from < changes.length; from += changesPerPart)
				insert.run(entry, from / changesPerPart, encodeChanges(changes.slice(from, from + changesPerPart)));
			this.#database
				.prepare('UPDATE journals SET rows = ?, changed_at = ? WHERE id = ?')
				.run(rows, now.toISOString(), journal);
		});
	}

	/** Stores the number of rows with unsaved edits. */
	setRows(journal: number, rows: number): void {
		this.#guarded(() => this.#database.prepare('UPDATE journals SET rows = ? WHERE id = ?').run(rows, journal));
	}

	/** Stores the SHA-256 of the file as it was opened. */
	setDigest(journal: number, digest: string): void {
		this.#guarded(() => this.#database.prepare('UPDATE journals SET digest = ? WHERE id = ?').run(digest, journal));
	}

	/** Starts again with a file that contains all edits. */
	restart(journal: number, {size, modified}: Pick<JournalFile, 'size' | 'modified'>): void {
		this.#changing(() => {
			this.#database.prepare('DELETE FROM journal_entries WHERE journal = ?').run(journal);
			this.#database
				.prepare('UPDATE journals SET rows = 0, size = ?, modified = ?, digest = NULL WHERE id = ?')
				.run(size, modified, journal);
		});
	}

	/** Moves the entries of an earlier journal to this one. `rows` is the number of rows with unsaved edits after that. */
	adopt({id, changedAt}: StoredJournal, journal: number, rows: number): void {
		this.#changing(() => {
			this.#database.prepare('UPDATE journal_entries SET journal = ? WHERE journal = ?').run(journal, id);
			this.#database.prepare('UPDATE journals SET rows = ?, changed_at = ? WHERE id = ?').run(rows, changedAt, journal);
			this.remove(id);
		});
	}

	/** Keeps a journal for the next opening of the file. */
	release(journal: number): void {
		this.#changing(() => {
			this.#database.prepare("UPDATE journals SET pid = 0, started = '' WHERE id = ?").run(journal);
			this.#removeEmpty();
		});
	}

	/** Removes a journal with its entries. */
	remove(journal: number): void {
		this.#guarded(() => this.#database.prepare('DELETE FROM journals WHERE id = ?').run(journal));
	}

	/** Returns the entries of a journal, the oldest first. */
	entries(journal: number): StoredEntry[] {
		const select = 'SELECT number, id, kind, step, title FROM journal_entries WHERE journal = ? ORDER BY number';
		return this.#guarded(() => {
			const parts = this.#database.prepare('SELECT changes FROM journal_changes WHERE entry = ? ORDER BY part');
			return this.#database
				.prepare(select)
				.all(journal)
				.map(({number, id, kind, step, title}) => ({
					id: String(id),
					kind: String(kind),
					step: String(step),
					title: String(title),
					changes: parts.all(Number(number)).flatMap(({changes}) => decodeChanges(String(changes))),
				}));
		});
	}

	#read(where: string, ...values: string[]): StoredJournal[] {
		return this.#database
			.prepare(`SELECT * FROM journals WHERE ${where} ORDER BY id`)
			.all(...values)
			.map(toJournal);
	}

	#insert({path, encoding, header, recordColumns, size, modified}: JournalFile, now: Date): number {
		const {pid, started} = currentProcess();
		const at = now.toISOString();
		const {lastInsertRowid} = this.#database
			.prepare(
				`INSERT INTO journals (file, encoding, header, record_columns, size, modified, pid, started, opened_at, changed_at, rows)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
			)
			.run(path, encoding, header, recordColumns, size, modified, pid, started, at, at);
		return Number(lastInsertRowid);
	}

	/** Removes the journals without unsaved edits of processes that have ended. */
	#removeEmpty(): void {
		for (const {id, owner} of this.#read('rows = 0')) if (!isRunning(owner)) this.remove(id);
	}

	/** Makes several changes in one transaction. */
	#changing<Result>(work: () => Result): Result {
		return this.#guarded(() => transaction(this.#database, work));
	}

	#guarded<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			return rethrow(error, cause => journalError(this.#path, cause));
		}
	}
}

function isElsewhere(owner: ProcessIdentity): boolean {
	return owner.pid !== process.pid && isRunning(owner);
}

function toJournal(row: Record<string, unknown>): StoredJournal {
	const {
		id,
		file,
		encoding,
		header,
		record_columns,
		size,
		modified,
		digest,
		pid,
		started,
		opened_at,
		changed_at,
		rows,
	} = row;
	return {
		id: Number(id),
		path: String(file),
		encoding: String(encoding),
		header: String(header),
		recordColumns: String(record_columns),
		size: Number(size),
		modified: String(modified),
		digest: digest === null ? undefined : String(digest),
		owner: {pid: Number(pid), started: String(started)},
		openedAt: String(opened_at),
		changedAt: String(changed_at),
		rows: Number(rows),
	};
}
