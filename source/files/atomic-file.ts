import {type FileHandle, open, readFile, stat, unlink} from 'node:fs/promises';
import {dirname} from 'node:path';
import type {Durability} from './durability.ts';
import {identify} from './identity.ts';
import {nameExclusively, rename} from './name-file.ts';
import {copyPermissions, type LostAttribute, type Permissions} from './permissions.ts';
import {readAhead} from './read-ahead.ts';
import {syncFolder} from './sync-folder.ts';
import {forgetTemporary, registerTemporary} from './temporary-paths.ts';

export type CommitOptions = {
	/** The handling of a file of that name: it is replaced, or the commit fails with `already-exists`. */
	readonly existing: 'replace' | 'refuse';
	/** The owner, group and mode to give the file; its own if absent. */
	readonly permissions?: Permissions | undefined;
	/** Called right before the file gets its name; throws to prevent that. */
	beforeNaming?(): Promise<void>;
};

export type WriteResult = {
	readonly durability: Durability;
	readonly notKept: readonly LostAttribute[];
	/** A temporary file that could not be removed. */
	readonly leftover: string | undefined;
};

/** The system reported no error, but the disk does not hold what was written. */
export class IncompleteFileError extends Error {}

/**
A file that is written under a temporary name and gets its own name when it is complete and on disk: exclusive temporary file, size
check, fsync, rename, fsync of the folder. `commit` or `abort` must be called. All files of this program are written by it.
*/
export class AtomicFile {
	readonly #temporary: string;
	#handle: FileHandle;
	#bytes = 0;

	private constructor(temporary: string, handle: FileHandle) {
		this.#temporary = temporary;
		this.#handle = handle;
	}

	/** Creates the temporary file, in the folder of the file to be. @throws what the system reports */
	static async create(temporary: string, mode: number): Promise<AtomicFile> {
		registerTemporary(temporary);
		try {
			return new AtomicFile(temporary, await open(temporary, 'wx', mode));
		} catch (error) {
			forgetTemporary(temporary);
			throw error;
		}
	}

	async write(piece: Uint8Array): Promise<void> {
		let offset = 0;
		while (offset < piece.length) {
			const {bytesWritten} = await this.#handle.write(piece, offset);
			offset += bytesWritten;
		}

		this.#bytes += piece.length;
	}

	async writeAll(pieces: AsyncIterable<Uint8Array>): Promise<void> {
		for await (const piece of readAhead(pieces)) await this.write(piece);
	}

	/**
	Lets another writer fill the temporary file by its path. Some writers do not report a full disk, so what they wrote is read back.

	@throws IncompleteFileError if `isExpected` is false for it
	*/
	async fill(write: (temporary: string) => void, isExpected: (text: string) => boolean): Promise<void> {
		await this.#handle.close();
		write(this.#temporary);
		this.#handle = await open(this.#temporary, 'r+');
		const content = await readFile(this.#temporary);
		if (!isExpected(content.toString('utf8')))
			throw new IncompleteFileError('the content on disk is not what was written');
		this.#bytes = content.length;
	}

	/** Makes the file durable and gives it its name. Once it has that name, no failure is an error any more. @throws what the system reports */
	async commit(path: string, {existing, permissions, beforeNaming}: CommitOptions): Promise<WriteResult> {
		let notKept: readonly LostAttribute[] = [];
		try {
			if (permissions !== undefined) notKept = await copyPermissions(this.#handle, permissions);
			await this.#handle.sync();
		} finally {
			await this.#handle.close();
		}

		const {size, dev, ino} = await stat(this.#temporary, {bigint: true});
		if (Number(size) !== this.#bytes) throw new IncompleteFileError('the size on disk is not what was written');
		await beforeNaming?.();
		const name = {replace: rename, refuse: nameExclusively}[existing];
		const leftover = await name(this.#temporary, path, {device: dev, inode: ino});
		forgetTemporary(this.#temporary);
		return {durability: await syncFolder(dirname(path)), notKept, leftover};
	}

	/** Removes the temporary file. Returns its path if it is still there. */
	async abort(): Promise<string | undefined> {
		await this.#handle.close().catch(() => undefined);
		await unlink(this.#temporary).catch(() => undefined);
		forgetTemporary(this.#temporary);
		return (await identify(this.#temporary)) === undefined ? undefined : this.#temporary;
	}
}
