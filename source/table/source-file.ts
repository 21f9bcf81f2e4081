import {readSync} from 'node:fs';
import {type FileHandle, open, realpath, stat} from 'node:fs/promises';
import {fileErrors, isFileError} from './file-error.ts';

/** What tells whether a file is still the same. */
export type Identity = {
	readonly device: bigint;
	readonly inode: bigint;
	readonly size: bigint;
	readonly changedNs: bigint;
};

/** A copy that only this program knows of, and that it removes when it is closed. */
export type PrivateCopy = {readonly path: string; remove(): Promise<void>};

/**
A file on disk, held open. Reads go through the descriptor, so a file that is replaced under its name can still be
read as it was opened.
*/
export class SourceFile {
	readonly path: string;
	/** The path behind symbolic links. */
	readonly realPath: string;
	/** Bytes. */
	readonly size: number;
	readonly #handle: FileHandle;
	#onDisk: Identity;
	#held: Identity;

	/** Whether the bytes are a copy of what `path` names, which itself must not be written with them. */
	readonly isCopy: boolean;
	readonly #onClose: (() => Promise<void>) | undefined;

	private constructor(path: string, realPath: string, handle: FileHandle, identity: Identity, copy?: PrivateCopy) {
		this.isCopy = copy !== undefined;
		this.#onClose = copy?.remove;
		this.path = path;
		this.realPath = realPath;
		this.size = Number(identity.size);
		this.#handle = handle;
		this.#held = identity;
		this.#onDisk = identity;
	}

	/**
	Opens a file, or, under its name, a private copy of what it holds.

	@throws FileError when there is no such file, it is a folder, or it may not be read.
	*/
	static async open(path: string, copy?: PrivateCopy): Promise<SourceFile> {
		let handle: FileHandle | undefined;
		try {
			const readFrom = copy?.path ?? path;
			// To open a pipe would wait for its writer, for good if need be.
			assertFile(path, await stat(readFrom));
			handle = await open(readFrom, 'r');
			const stats = await handle.stat({bigint: true});
			assertFile(path, stats);
			// Where a file can go while it is open, the copy is in no folder from here on.
			if (process.platform !== 'win32') await copy?.remove();
			const realPath = await realpath(path).catch(() => path);
			return new SourceFile(path, realPath, handle, identify(stats), copy);
		} catch (error) {
			await handle?.close();
			throw isFileError(error) ? error : fileErrors.cannotOpen(path, error);
		}
	}

	/** Reads `length` bytes at `offset`; fewer at the end of the file. */
	async read(offset: number, length: number): Promise<Buffer> {
		const buffer = Buffer.allocUnsafe(this.#available(offset, length));
		await this.readInto(buffer, 0, buffer.length, offset);
		return buffer;
	}

	/** The same into the bytes of `buffer` from `at` on; answers how many were read. */
	async readInto(buffer: Buffer, at: number, length: number, offset: number): Promise<number> {
		const wanted = this.#available(offset, length);
		const {bytesRead} = await this.#handle.read(buffer, at, wanted, offset);
		if (bytesRead < wanted) throw fileErrors.changed(this.path);
		return wanted;
	}

	/** Fills a buffer at once from `offset` on, as far as the file goes; for the few rows on a screen. */
	readNow(buffer: Buffer, offset: number): Buffer {
		const wanted = this.#available(offset, buffer.length);
		const bytesRead = readSync(this.#handle.fd, buffer, 0, wanted, offset);
		if (bytesRead < wanted) throw fileErrors.changed(this.path);
		return buffer;
	}

	/** @throws FileError `file-changed` when the bytes that are being read are no longer those that were opened. */
	async assertUnchanged(): Promise<void> {
		const now = identify(await this.#handle.stat({bigint: true}));
		if (now.size !== this.#held.size || now.changedNs !== this.#held.changedNs) throw fileErrors.changed(this.path);
	}

	/** @throws FileError `file-changed` when another program has written or replaced the file under this name. */
	async assertNotReplaced(): Promise<void> {
		const now = await stat(this.realPath, {bigint: true}).then(identify, () => undefined);
		if (now === undefined || !same(now, this.#onDisk)) throw fileErrors.changed(this.path);
	}

	/** To be called after this program itself has put a new file under the name. */
	async rememberReplacement(): Promise<void> {
		this.#onDisk = identify(await stat(this.realPath, {bigint: true}));
		this.#held = identify(await this.#handle.stat({bigint: true}));
	}

	async close(): Promise<void> {
		// Nothing was written through this descriptor: that it cannot be closed has no consequence.
		await this.#handle.close().catch(() => undefined);
		await this.#onClose?.();
	}

	#available(offset: number, length: number): number {
		return Math.max(0, Math.min(length, this.size - offset));
	}
}

function assertFile(path: string, stats: {isDirectory(): boolean; isFile(): boolean}): void {
	if (stats.isDirectory()) throw fileErrors.folder(path);
	if (!stats.isFile()) throw fileErrors.notAFile(path);
}

export function identify(stats: {dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint}): Identity {
	return {device: stats.dev, inode: stats.ino, size: stats.size, changedNs: stats.mtimeNs};
}

export function same(one: Identity, other: Identity): boolean {
	return (
		one.device === other.device &&
		one.inode === other.inode &&
		one.size === other.size &&
		one.changedNs === other.changedNs
	);
}
