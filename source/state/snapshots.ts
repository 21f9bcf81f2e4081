import {randomUUID} from 'node:crypto';
import {existsSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {transaction} from '../sqlite/transaction.ts';
import type {History} from './history.ts';
import {type Keep, removeOld} from './remove-snapshots.ts';
import {SnapshotUses} from './snapshot-uses.ts';
import {SnapshotWriter} from './snapshot-writer.ts';
import {rethrow, snapshotError} from './state-error.ts';

/** The files that were planned and sent, each once under its SHA-256, readable by their owner alone. */
export class SnapshotStore {
	readonly #folder: string;
	readonly #database: DatabaseSync;
	readonly #uses: SnapshotUses;
	readonly #history: History;

	private constructor(folder: string, database: DatabaseSync, history: History) {
		this.#folder = folder;
		this.#database = database;
		this.#uses = new SnapshotUses(database);
		this.#history = history;
	}

	static async open(folder: string, database: DatabaseSync, history: History): Promise<SnapshotStore> {
		makeFolder(folder, privateFolderMode);
		return new SnapshotStore(folder, database, history);
	}

	/** Returns the path of a snapshot; `undefined` when it is not kept any more. */
	find(sha256: string): string | undefined {
		const path = join(this.#folder, `${sha256}.csv`);
		return existsSync(path) ? path : undefined;
	}

	/** Begins a snapshot. It has its name only when `commit` returns; `abort` leaves nothing behind. @throws StateError */
	async create(): Promise<SnapshotWriter> {
		const name = `${randomUUID()}.tmp`;
		try {
			const use = this.#uses.begin(name);
			try {
				const handle = await open(join(this.#folder, name), 'wx', 0o600);
				return new SnapshotWriter({folder: this.#folder, name, handle, uses: this.#uses, use});
			} catch (error) {
				this.#uses.end(use);
				throw error;
			}
		} catch (error) {
			return rethrow(error, cause => snapshotError(this.#folder, cause));
		}
	}

	/**
	Removes the oldest snapshots and what killed processes have left behind, but no foreign file, no snapshot in use, and none of
	the last two that an integration has accepted. `unsent` are SHA-256s that go first, unless the history
	has them.

	@throws StateError
	*/
	prune(keep: Keep, unsent: readonly string[] = []): void {
		try {
			transaction(this.#database, () => {
				const inUse = this.#uses.files();
				const needed = this.#history.lastAccepted();
				const unwanted = new Set(unsent.filter(sha256 => !this.#history.has(sha256)));
				removeOld(this.#folder, {inUse, needed, unwanted, keep});
			});
		} catch (error) {
			rethrow(error, cause => snapshotError(this.#folder, cause));
		}
	}
}
