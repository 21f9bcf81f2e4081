import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {isBusy, retryWhileBusy} from './busy.ts';
import {loadSqlite} from './load.ts';
import {ensurePrivateFile} from './private-file.ts';

/**
Runs `work` while no other process, and nothing else in this one, runs its own in the same folder. It uses the lock of SQLite,
because the system releases that when its holder is killed.

@throws Error if another one holds the lock too long, and what the system reports
*/
export async function withLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
	const database = await openLock(folder, '.lock');
	try {
		await retryWhileBusy(() => lock(database));
		return await work();
	} catch (error) {
		if (isBusy(error)) throw new Error('another instance is writing to it');
		throw error;
	} finally {
		database.close();
	}
}

/** A lock that is held until it is released, or its process ends. */
export type Lock = {release(): void};

/** How long a lock may still be held by its last holder, in milliseconds. */
const releaseMs = 1000;

/** Takes a lock by its name; returns `undefined` if another one holds it. @throws what the system reports */
export async function tryLock(folder: string, name: string): Promise<Lock | undefined> {
	const database = await openLock(folder, name);
	try {
		await retryWhileBusy(() => lock(database), releaseMs);
		return {release: () => database.close()};
	} catch (error) {
		database.close();
		if (isBusy(error)) return undefined;
		throw error;
	}
}

async function openLock(folder: string, name: string): Promise<DatabaseSync> {
	const {DatabaseSync} = await loadSqlite();
	makeFolder(folder, privateFolderMode);
	const path = join(folder, name);
	ensurePrivateFile(path);
	return new DatabaseSync(path);
}

/** Locks a file. Nothing is written to it, so it works on a full disk. */
function lock(database: DatabaseSync): void {
	database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
}
