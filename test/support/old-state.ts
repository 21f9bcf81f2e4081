import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';

/** The tables of version 0.1.0, which kept no kind and no parts of an upload. */
const tables = `CREATE TABLE uploads (
		id INTEGER PRIMARY KEY,
		at TEXT NOT NULL,
		host TEXT NOT NULL,
		integration TEXT NOT NULL,
		source TEXT NOT NULL,
		records INTEGER NOT NULL,
		bytes INTEGER NOT NULL,
		sha256 TEXT NOT NULL,
		outcome TEXT NOT NULL,
		message TEXT NOT NULL
	) STRICT;
	CREATE INDEX uploads_by_target ON uploads (host, integration, id);
	CREATE TABLE recent_files (path TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;
	CREATE TABLE snapshot_uses (
		id INTEGER PRIMARY KEY,
		file TEXT NOT NULL,
		host TEXT NOT NULL,
		pid INTEGER NOT NULL,
		started TEXT NOT NULL,
		at TEXT NOT NULL
	) STRICT;
	CREATE TABLE watches (upload INTEGER PRIMARY KEY, address TEXT NOT NULL, baseline BLOB NOT NULL) STRICT;
	CREATE TABLE journals (
		id INTEGER PRIMARY KEY,
		file TEXT NOT NULL,
		encoding TEXT NOT NULL,
		header TEXT NOT NULL,
		record_columns TEXT NOT NULL,
		size INTEGER NOT NULL,
		modified TEXT NOT NULL,
		digest TEXT,
		pid INTEGER NOT NULL,
		started TEXT NOT NULL,
		opened_at TEXT NOT NULL,
		changed_at TEXT NOT NULL,
		rows INTEGER NOT NULL
	) STRICT;
	CREATE INDEX journals_by_file ON journals (file);
	CREATE TABLE journal_entries (
		number INTEGER PRIMARY KEY AUTOINCREMENT,
		journal INTEGER NOT NULL REFERENCES journals (id) ON DELETE CASCADE,
		id TEXT NOT NULL,
		kind TEXT NOT NULL,
		step TEXT NOT NULL,
		title TEXT NOT NULL
	) STRICT;
	CREATE INDEX journal_entries_by_journal ON journal_entries (journal);
	CREATE TABLE journal_changes (
		entry INTEGER NOT NULL REFERENCES journal_entries (number) ON DELETE CASCADE,
		part INTEGER NOT NULL,
		changes TEXT NOT NULL,
		PRIMARY KEY (entry, part)
	) STRICT, WITHOUT ROWID;
	PRAGMA user_version = 5;`;

export type OldUpload = {
	readonly host: string;
	readonly integration: string;
	readonly source: string;
	readonly records: number;
	readonly bytes: number;
	readonly sha256: string;
	readonly outcome: string;
};

/** Makes the state folder of version 0.1.0. */
export async function openOldState(folder: string) {
	await mkdir(join(folder, 'snapshots'), {recursive: true});
	const database = new DatabaseSync(join(folder, 'state.db'));
	database.exec(`PRAGMA journal_mode = WAL; ${tables}`);
	return {
		/** Adds an upload. Returns its number. */
		add({host, integration, source, records, bytes, sha256, outcome}: OldUpload): number {
			const {lastInsertRowid} = database
				.prepare(
					"INSERT INTO uploads VALUES (NULL, '2026-01-02T03:04:05.678Z', ?, ?, ?, ?, ?, ?, ?, 'An old message.')",
				)
				.run(host, integration, source, records, bytes, sha256, outcome);
			return Number(lastInsertRowid);
		},
		/** Keeps what the watch of an upload needs. */
		keepWatch(upload: number, address: string, baseline: Uint8Array): void {
			database.prepare('INSERT INTO watches VALUES (?, ?, ?)').run(upload, address, baseline);
		},
		close: () => database.close(),
	};
}
