import {dirname, join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {transaction} from '../sqlite/transaction.ts';
import {openDatabase} from './database.ts';
import {History} from './history.ts';
import {JournalStore} from './journal.ts';
import {PlanStore} from './plans.ts';
import {RecentFiles} from './recent-files.ts';
import {SnapshotStore} from './snapshots.ts';
import {rethrow, stateError} from './state-error.ts';
import {UploadLocks} from './upload-locks.ts';
import {type StoredWatch, WatchStore} from './watches.ts';

/** The data kept between runs: the history of uploads with snapshots and plans, journals of unsaved edits, recent files; and locks. */
export type State = {
	readonly history: History;
	readonly snapshots: SnapshotStore;
	readonly recentFiles: RecentFiles;
	readonly watches: WatchStore;
	readonly journals: JournalStore;
	readonly plans: PlanStore;
	readonly locks: Pick<UploadLocks, 'acquire'>;
	/** Records that an upload is about to be sent, and the data to watch its sync, in one transaction. @throws StateError */
	beginSending(entry: number, approval: string | undefined, watch: StoredWatch): void;
	close(): void;
};

/** Opens the state folder, and creates it if it is missing (0700). @throws StateError */
export async function openState(folder: string): Promise<State> {
	try {
		makeFolder(folder, privateFolderMode);
	} catch (error) {
		throw stateError(folder, error);
	}

	const path = join(folder, 'state.db');
	return stateIn(await openDatabase(path), path);
}

/** Returns the state of a database, with its files beside `path`. Closes the database if that fails. @throws StateError @forTests */
export async function stateIn(database: DatabaseSync, path: string): Promise<State> {
	const folder = dirname(path);
	const history = new History(database, path);
	const watches = new WatchStore(database, path);
	return {
		history,
		snapshots: await SnapshotStore.open(join(folder, 'snapshots'), database, history).catch(error => {
			database.close();
			throw stateError(folder, error);
		}),
		recentFiles: new RecentFiles(database),
		watches,
		journals: new JournalStore(database, path),
		plans: new PlanStore(database, path),
		locks: new UploadLocks(join(folder, 'locks'), database),
		beginSending(entry, approval, watch) {
			try {
				transaction(database, () => {
					history.send(entry, approval);
					watches.save(entry, watch);
				});
			} catch (error) {
				rethrow(error, cause => stateError(path, cause));
			}
		},
		close: () => database.close(),
	};
}
