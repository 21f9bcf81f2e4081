import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {loadSqlite} from './state/sqlite.ts';

/** How long another writer is waited for, in milliseconds. */
const patienceMs = 5000;

/**
Does `work` while no other process does its own in the same folder. SQLite's lock is used because the system lets go of it
when its holder dies. `work` does not wait for anything, so two of one process cannot meet.
*/
export async function locked<Result>(folder: string, work: () => Result): Promise<Result> {
	const {DatabaseSync} = await loadSqlite();
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const database = new DatabaseSync(join(folder, '.lock'));
	try {
		database.exec(`PRAGMA busy_timeout = ${patienceMs}; BEGIN EXCLUSIVE`);
		return work();
	} finally {
		database.close();
	}
}
