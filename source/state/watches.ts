import type {DatabaseSync} from 'node:sqlite';
import {rethrow, stateError} from './state-error.ts';

/** The data to watch the sync of an upload later: the address of the API and the baseline. */
export type StoredWatch = {readonly address: string; readonly baseline: Uint8Array};

/** The maximum number of uploads whose syncs can be watched later. */
const maxWatches = 50;

/** The data to watch syncs that were not seen. Its methods throw StateError. */
export class WatchStore {
	readonly #database: DatabaseSync;
	readonly #path: string;

	/** `path` names the database in errors. */
	constructor(database: DatabaseSync, path: string) {
		this.#database = database;
		this.#path = path;
	}

	/** Stores the data to watch an upload. Removes the oldest data. */
	save(upload: number, {address, baseline}: StoredWatch): void {
		const remove = 'DELETE FROM watches WHERE upload NOT IN (SELECT upload FROM watches ORDER BY upload DESC LIMIT ?)';
		this.#guarded(() => {
			this.#database
				.prepare('INSERT OR REPLACE INTO watches (upload, address, baseline) VALUES (?, ?, ?)')
				.run(upload, address, baseline);
			this.#database.prepare(remove).run(maxWatches);
		});
	}

	/** Returns the data to watch an upload; `undefined` if it cannot be watched. */
	find(upload: number): StoredWatch | undefined {
		const select = 'SELECT address, baseline FROM watches WHERE upload = ?';
		const {address, baseline} = this.#guarded(() => this.#database.prepare(select).get(upload)) ?? {};
		return baseline instanceof Uint8Array ? {address: String(address), baseline} : undefined;
	}

	/** True if the sync of an upload can be watched. */
	has(upload: number): boolean {
		const select = 'SELECT 1 FROM watches WHERE upload = ?';
		return this.#guarded(() => this.#database.prepare(select).get(upload)) !== undefined;
	}

	/** Removes the data to watch an upload. */
	remove(upload: number): void {
		this.#guarded(() => this.#database.prepare('DELETE FROM watches WHERE upload = ?').run(upload));
	}

	#guarded<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			return rethrow(error, cause => stateError(this.#path, cause));
		}
	}
}
