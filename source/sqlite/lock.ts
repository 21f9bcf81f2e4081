import {join} from 'node:path';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {isBusy, retryWhileBusy} from './busy.ts';
import {loadSqlite} from './load.ts';
import {ensurePrivateFile} from './private-file.ts';

/**
Does `work` while no other process does its own in the same folder. SQLite's lock is used because the system lets go of it
when its holder dies. `work` does not wait for anything, so two of one process cannot meet.

@throws when another one holds it too long, and what the system says.
*/
export async function withLock<Result>(folder: string, work: () => Result): Promise<Result> {
	const {DatabaseSync} = await loadSqlite();
	makeFolder(folder, privateFolderMode);
	const path = join(folder, '.lock');
	ensurePrivateFile(path);
	const database = new DatabaseSync(path);
	try {
		// Nothing is ever written there: a full disk is in nobody's way.
		await retryWhileBusy(() => database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'));
		return work();
	} catch (error) {
		if (isBusy(error)) throw new Error('another instance is writing there');
		throw error;
	} finally {
		database.close();
	}
}
