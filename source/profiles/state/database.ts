import {open} from 'node:fs/promises';
import type {DatabaseSync} from 'node:sqlite';
import {hasCode, UserError} from '../../errors/user-error.ts';
import {loadSqlite} from './sqlite.ts';

/** The state folder cannot be used. */
export type StateError = UserError<'state-unusable'>;

export function stateError(path: string, cause: unknown): StateError {
	const reason = cause instanceof Error ? cause.message : String(cause);
	const remedy = remedies.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Look at that folder';
	return new UserError(
		'state-unusable',
		`The history in ${path} cannot be opened: ${reason}.`,
		`${remedy}, or name another folder with --state. "secoda-upload <file>" opens a file without a history.`,
		cause,
	);
}

export function isStateError(error: unknown): error is StateError {
	return hasCode(error, ['state-unusable']);
}

/** What to do about what the system and SQLite say. */
const remedies: ReadonlyArray<readonly [pattern: RegExp, next: string]> = [
	[/ENOSPC|disk I\/O|full/i, 'Make room on the disk'],
	[/EACCES|EPERM|EROFS|readonly|ENOTDIR|EEXIST|ENOENT|unable to open/i, 'Make that folder yours to write in'],
	[/not a database|malformed|newer version/i, 'Move that file away to start a new history'],
];

/** The steps from an empty database to today's. A new one goes at the end. */
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
];

/** Opens `state.db`: write-ahead log, full sync, readable by its owner alone. @throws StateError */
export async function openDatabase(path: string): Promise<DatabaseSync> {
	try {
		// SQLite would make the file with the usual mode; made here first, it is 0600 from its first byte.
		await open(path, 'a', 0o600).then(handle => handle.close());
		const {DatabaseSync} = await loadSqlite();
		const database = new DatabaseSync(path);
		database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
		migrate(database);
		return database;
	} catch (error) {
		throw stateError(path, error);
	}
}

function migrate(database: DatabaseSync): void {
	database.exec('BEGIN IMMEDIATE');
	const row = database.prepare('PRAGMA user_version').get();
	const version = Number(row?.user_version ?? 0);
	if (version > migrations.length) {
		database.exec('ROLLBACK');
		throw new Error('it was written by a newer version of this program');
	}

	for (const step of migrations.slice(version)) database.exec(step);
	database.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`);
}
