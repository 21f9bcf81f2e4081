import {join} from 'node:path';
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
	const {DatabaseSync} = await loadSqlite();
	makeFolder(folder, privateFolderMode);
	const path = join(folder, '.lock');
	ensurePrivateFile(path);
	const database = new DatabaseSync(path);
	try {
		// Nothing is written to this file, so it works on a full disk.
		await retryWhileBusy(() => database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'));
		return await work();
	} catch (error) {
		if (isBusy(error)) throw new Error('another instance is writing to it');
		throw error;
	} finally {
		database.close();
	}
}
