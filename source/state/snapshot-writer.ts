import {createHash} from 'node:crypto';
import {type FileHandle, rename, stat, unlink, utimes} from 'node:fs/promises';
import {join} from 'node:path';
import {syncFolder} from '../files/sync-folder.ts';
import {fileNameOf} from './file-names.ts';
import type {SnapshotUses} from './snapshot-uses.ts';
import {rethrow, snapshotError} from './state-error.ts';

/** A snapshot on disk. It is in use, and so not removed, until it is released or this process ends. */
export type StoredSnapshot = {
	readonly path: string;
	readonly sha256: string;
	readonly bytes: number;
	/** Ends the use. @throws StateError */
	release(): void;
};

type Writing = {
	readonly folder: string;
	/** The temporary name. */
	readonly name: string;
	readonly handle: FileHandle;
	readonly uses: SnapshotUses;
	readonly use: number;
};

/** Writes one snapshot and hashes it on the way. */
export class SnapshotWriter {
	readonly #writing: Writing;
	readonly #temporary: string;
	readonly #hash = createHash('sha256');
	#bytes = 0;

	constructor(writing: Writing) {
		this.#writing = writing;
		this.#temporary = join(writing.folder, writing.name);
	}

	/** @throws StateError */
	async write(piece: Uint8Array): Promise<void> {
		this.#hash.update(piece);
		await this.#writing.handle.writeFile(piece).catch(this.#fail);
		this.#bytes += piece.length;
	}

	/** Makes it durable and gives it its name. @throws StateError */
	async commit(): Promise<StoredSnapshot> {
		const {folder, handle, uses, use} = this.#writing;
		try {
			await handle.sync().finally(() => handle.close());
			if ((await stat(this.#temporary)).size !== this.#bytes)
				throw snapshotError(folder, new Error('the file on disk is not what was written'));
			const sha256 = this.#hash.digest('hex');
			const name = fileNameOf(sha256);
			// In use before it is there: no other process may remove it in between.
			uses.rename(use, name);
			const path = join(folder, name);
			await rename(this.#temporary, path);
			// A history that survives a power failure must not name a snapshot that does not.
			await syncFolder(folder);
			const now = new Date();
			await utimes(path, now, now);
			return {path, sha256, bytes: this.#bytes, release: () => this.#release()};
		} catch (error) {
			return this.#fail(error);
		}
	}

	async abort(): Promise<void> {
		await this.#writing.handle.close().catch(() => undefined);
		await unlink(this.#temporary).catch(() => undefined);
		this.#release();
	}

	#release(): void {
		try {
			this.#writing.uses.end(this.#writing.use);
		} catch (error) {
			this.#fail(error);
		}
	}

	readonly #fail = (error: unknown): never => rethrow(error, cause => snapshotError(this.#writing.folder, cause));
}
