/**
The tables of the journal of unsaved edits. A journal whose process is running is also the lock of its file. Each row stores many
changes as JSON, because one row for each change takes four times as long.
*/
export const journalMigration = `CREATE TABLE journals (
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
	) STRICT, WITHOUT ROWID;`;
