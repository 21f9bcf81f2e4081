import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {openDatabase} from './database.ts';
import {JournalStore} from './journal.ts';
import {Ledger} from './ledger.ts';
import {RecentFiles} from './recent-files.ts';
import {SnapshotStore} from './snapshots.ts';
import {stateError} from './state-error.ts';
import {Watches} from './watches.ts';

/** What is kept between runs: the history of uploads, what was sent, and which files were opened. */
export type State = {
	readonly ledger: Ledger;
	readonly snapshots: SnapshotStore;
	readonly recentFiles: RecentFiles;
	readonly watches: Watches;
	readonly journals: JournalStore;
	close(): void;
};

/** Opens the state folder and makes it if it is not there (0700). @throws StateError */
export async function openState(folder: string): Promise<State> {
	await mkdir(folder, {recursive: true, mode: 0o700}).catch(error => {
		throw stateError(folder, error);
	});
	const path = join(folder, 'state.db');
	const database = await openDatabase(path);
	const ledger = new Ledger(database, path);
	return {
		ledger,
		snapshots: await SnapshotStore.open(join(folder, 'snapshots'), database, ledger).catch(error => {
			database.close();
			throw stateError(folder, error);
		}),
		recentFiles: new RecentFiles(database),
		watches: new Watches(database, path),
		journals: new JournalStore(database, path),
		close: () => database.close(),
	};
}
