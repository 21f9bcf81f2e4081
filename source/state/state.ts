import {join} from 'node:path';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {transaction} from '../sqlite/transaction.ts';
import {openDatabase} from './database.ts';
import {History} from './history.ts';
import type {UploadRecord} from './history-entry.ts';
import {JournalStore} from './journal.ts';
import {RecentFiles} from './recent-files.ts';
import {SnapshotStore} from './snapshots.ts';
import {rethrow, stateError} from './state-error.ts';
import {type StoredWatch, WatchStore} from './watches.ts';

/** The data kept between runs: the history of uploads, snapshots, journals of unsaved edits, recent files. */
export type State = {
	readonly history: History;
	readonly snapshots: SnapshotStore;
	readonly recentFiles: RecentFiles;
	readonly watches: WatchStore;
	readonly journals: JournalStore;
	/** Records the start of an upload and the data to watch its sync, in one transaction. Returns its entry. @throws StateError */
	beginUpload(upload: UploadRecord, watch: StoredWatch): number;
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
	const database = await openDatabase(path);
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
		beginUpload(upload, watch) {
			try {
				return transaction(database, () => {
					const entry = history.begin(upload);
					watches.save(entry, watch);
					return entry;
				});
			} catch (error) {
				return rethrow(error, cause => stateError(path, cause));
			}
		},
		close: () => database.close(),
	};
}
