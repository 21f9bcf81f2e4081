import type {DatabaseSync} from 'node:sqlite';
import {retryWhileBusy} from '../sqlite/busy.ts';
import {loadSqlite} from '../sqlite/load.ts';
import {assertRegularOrAbsent, ensurePrivateFile} from '../sqlite/private-file.ts';
import {transaction} from '../sqlite/transaction.ts';
import {addressMigration, partsMigration, rollbackMigration, unsentMigration} from './history-tables.ts';
import {journalMigration} from './journal-tables.ts';
import {stateError} from './state-error.ts';

/** The migrations from an empty database to the current one. Add new ones at the end. */
const migrations: readonly string[] = [
	`CREATE TABLE uploads (
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
	CREATE INDEX uploads_by_target ON uploads (host, integration, id);`,
	`CREATE TABLE recent_files (path TEXT PRIMARY KEY, at TEXT NOT NULL) STRICT;`,
	`CREATE TABLE snapshot_uses (
		id INTEGER PRIMARY KEY,
		file TEXT NOT NULL,
		host TEXT NOT NULL,
		pid INTEGER NOT NULL,
		started TEXT NOT NULL,
		at TEXT NOT NULL
	) STRICT;`,
	`CREATE TABLE watches (upload INTEGER PRIMARY KEY, address TEXT NOT NULL, baseline BLOB NOT NULL) STRICT;`,
	journalMigration,
	partsMigration,
	unsentMigration,
	rollbackMigration,
	addressMigration,
];

/** The maximum time that a statement waits for another process, in milliseconds. Transactions are short. */
const busyTimeoutMs = 5000;

/** Opens `state.db`: write-ahead log, full sync, readable only by its owner. @throws StateError */
export async function openDatabase(path: string): Promise<DatabaseSync> {
	try {
		// SQLite creates files with the default mode. Created here, the file has mode 0600 from the start.
		ensurePrivateFile(path);
		for (const suffix of ['-wal', '-shm', '-journal']) assertRegularOrAbsent(`${path}${suffix}`);
		const {DatabaseSync} = await loadSqlite();
		return await retryWhileBusy(() => setUpDatabase(new DatabaseSync(path)));
	} catch (error) {
		throw stateError(path, error);
	}
}

/** Sets up a connection; closes it if that fails. @forTests */
export function setUpDatabase(database: DatabaseSync): DatabaseSync {
	try {
		// The timeout comes last: until then the caller waits, without blocking the program.
		database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
		migrate(database);
		database.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

/** Migrates an empty or old database. A current one is only read, so that opening it does not wait for writers. */
function migrate(database: DatabaseSync): void {
	if (versionOf(database) === migrations.length) return;
	transaction(database, () => {
		const version = versionOf(database);
		if (version > migrations.length) throw new Error('it was written by a newer version of this program');
		for (const step of migrations.slice(version)) database.exec(step);
		database.exec(`PRAGMA user_version = ${migrations.length}`);
	});
}

function versionOf(database: DatabaseSync): number {
	const {user_version} = database.prepare('PRAGMA user_version').get() ?? {};
	return Number(user_version ?? 0);
}
