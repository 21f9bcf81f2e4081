import {createHash} from 'node:crypto';
import {utimes} from 'node:fs/promises';
import {join} from 'node:path';
import type {AtomicFile} from '../files/atomic-file.ts';
import {fileNameOf} from './file-names.ts';
import type {SnapshotUses} from './snapshot-uses.ts';
import {rethrow, snapshotError} from './state-error.ts';

/** A snapshot on disk. It is not removed until it is released or this process ends. */
export type StoredSnapshot = {
	readonly path: string;
	readonly sha256: string;
	readonly bytes: number;
	/** Ends the use. @throws StateError */
	release(): void;
};

type OpenSnapshot = {
	readonly folder: string;
	readonly file: AtomicFile;
	readonly uses: SnapshotUses;
	/** The use of the file under its temporary name. */
	readonly use: number;
};

/** Writes and hashes one snapshot. */
export class SnapshotWriter {
	readonly #snapshot: OpenSnapshot;
	readonly #hash = createHash('sha256');
	/** The use of the file under its present name. */
	#use: number;
	#bytes = 0;

	constructor(snapshot: OpenSnapshot) {
		this.#snapshot = snapshot;
		this.#use = snapshot.use;
	}

	/** @throws StateError */
	async write(piece: Uint8Array): Promise<void> {
		// Hashed while it is being written.
		const written = this.#snapshot.file.write(piece).catch(this.#fail);
		this.#hash.update(piece);
		await written;
		this.#bytes += piece.length;
	}

	/** Makes the snapshot durable, then gives it its name. @throws StateError */
	async commit(): Promise<StoredSnapshot> {
		const {folder, file, uses, use} = this.#snapshot;
		let named: number | undefined;
		const sha256 = this.#hash.digest('hex');
		const name = fileNameOf(sha256);
		const path = join(folder, name);
		try {
			await file.commit(path, {
				existing: 'replace',
				async beforeNaming() {
					// Both names are in use meanwhile, so that no other process removes the file under either.
					named = uses.begin(name);
				},
			});
			if (named !== undefined) this.#use = named;
			uses.end(use);
			const now = new Date();
			await utimes(path, now, now);
			return {path, sha256, bytes: this.#bytes, release: () => this.#release()};
		} catch (error) {
			if (named !== undefined && this.#use !== named) uses.end(named);
			return this.#fail(error);
		}
	}

	async abort(): Promise<void> {
		await this.#snapshot.file.abort();
		this.#release();
	}

	#release(): void {
		try {
			this.#snapshot.uses.end(this.#use);
		} catch (error) {
			this.#fail(error);
		}
	}

	readonly #fail = (error: unknown): never => rethrow(error, cause => snapshotError(this.#snapshot.folder, cause));
}
