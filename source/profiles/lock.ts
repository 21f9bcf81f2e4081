import {closeSync, mkdirSync, openSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {loadSqlite} from './state/sqlite.ts';

/** How long another writer is waited for, and how often it is asked again, in milliseconds. */
const patienceMs = 5000;
const pauseMs = 10;

/**
Does `work` while no other process does its own in the same folder. SQLite's lock is used because the system lets go of it
when its holder dies. `work` does not wait for anything, so two of one process cannot meet.

@throws when another one holds it too long, and what the system says.
*/
export async function locked<Result>(folder: string, work: () => Result): Promise<Result> {
	const {DatabaseSync} = await loadSqlite();
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const path = join(folder, '.lock');
	closeSync(openSync(path, 'a', 0o600));
	const database = new DatabaseSync(path);
	try {
		const until = performance.now() + patienceMs;
		// Waiting is not left to SQLite: it would hold the whole program meanwhile.
		while (!tryLock(database, performance.now() < until)) await setTimeout(pauseMs);
		return work();
	} finally {
		database.close();
	}
}

/** Takes the lock. `false` when another one has it, and there is time to ask again. */
function tryLock(database: {exec(sql: string): void}, again: boolean): boolean {
	try {
		// Nothing is ever written there: a full disk is in nobody's way.
		database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
		return true;
	} catch (error) {
		const isBusy = error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
		if (isBusy && again) return false;
		if (isBusy) throw new Error('another instance is writing there');
		throw error;
	}
}

/** SQLITE_BUSY. */
const sqliteBusy = 5;
