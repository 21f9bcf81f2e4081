import {createHash, randomUUID} from 'node:crypto';
import {createReadStream, existsSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import {systemCode} from '../errors/user-error.ts';
import {AtomicFile} from '../files/atomic-file.ts';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {transaction} from '../sqlite/transaction.ts';
import {fileNameOf} from './file-names.ts';
import type {History} from './history.ts';
import {defaultRetention, type RetentionLimits, removeOldSnapshots} from './remove-snapshots.ts';
import {SnapshotUses} from './snapshot-uses.ts';
import {SnapshotWriter, type StoredSnapshot} from './snapshot-writer.ts';
import {rethrow, snapshotError} from './state-error.ts';

/** The files that were planned or sent. Each is stored once, under its SHA-256, readable only by its owner. */
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

	/** True if a snapshot is still stored. */
	has(sha256: string): boolean {
		return existsSync(join(this.#folder, fileNameOf(sha256)));
	}

	/**
	Starts to use a stored snapshot. Returns `undefined` if it was removed or its content has changed.

	@throws StateError
	*/
	async use(sha256: string, signal: AbortSignal): Promise<StoredSnapshot | undefined> {
		const path = join(this.#folder, fileNameOf(sha256));
		try {
			// Registered before it is read, so that no other process removes it.
			const use = this.#uses.begin(fileNameOf(sha256));
			const release = () => this.#release(use);
			const bytes = await sizeOf(path, sha256, signal).catch(error => {
				release();
				throw error;
			});
			if (bytes !== undefined) return {path, sha256, bytes, release};
			release();
			return undefined;
		} catch (error) {
			return rethrow(error, cause => snapshotError(this.#folder, cause));
		}
	}

	/** Starts a snapshot. It gets its name in `commit`; `abort` removes it. @throws StateError */
	async create(): Promise<SnapshotWriter> {
		const name = `${randomUUID()}.tmp`;
		try {
			const use = this.#uses.begin(name);
			try {
				const file = await AtomicFile.create(join(this.#folder, name), 0o600);
				return new SnapshotWriter({folder: this.#folder, file, uses: this.#uses, use});
			} catch (error) {
				this.#uses.end(use);
				throw error;
			}
		} catch (error) {
			return rethrow(error, cause => snapshotError(this.#folder, cause));
		}
	}

	/** Removes snapshots that are neither in use nor in the history. @throws StateError */
	discard(sha256s: readonly string[]): void {
		this.prune(defaultRetention, sha256s);
	}

	/**
	Removes the oldest snapshots, and unfinished ones of killed processes. Keeps foreign files, snapshots in use, and the last two
	that each integration accepted. Those in `unsent` are removed first, unless the history has them.

	@throws StateError
	*/
	prune(keep: RetentionLimits, unsent: readonly string[] = []): void {
		try {
			transaction(this.#database, () => {
				const inUse = this.#uses.files();
				const required = this.#history.lastAccepted();
				const unneeded = new Set(unsent.filter(sha256 => !this.#history.has(sha256)));
				removeOldSnapshots(this.#folder, {inUse, required, unneeded, keep});
			});
		} catch (error) {
			rethrow(error, cause => snapshotError(this.#folder, cause));
		}
	}

	#release(use: number): void {
		try {
			this.#uses.end(use);
		} catch (error) {
			rethrow(error, cause => snapshotError(this.#folder, cause));
		}
	}
}

/** Returns the size of a file if it has this SHA-256; `undefined` if it has another one or does not exist. */
async function sizeOf(path: string, sha256: string, signal: AbortSignal): Promise<number | undefined> {
	const hash = createHash('sha256');
	let bytes = 0;
	try {
		for await (const chunk of createReadStream(path, {signal})) {
			hash.update(chunk);
			bytes += chunk.length;
		}
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return undefined;
		throw error;
	}

	return hash.digest('hex') === sha256 ? bytes : undefined;
}
