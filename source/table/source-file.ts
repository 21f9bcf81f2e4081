import {readSync} from 'node:fs';
import {type FileHandle, open, realpath, stat} from 'node:fs/promises';
import {FileError} from './file-error.ts';

type Identity = {readonly device: bigint; readonly inode: bigint; readonly size: bigint; readonly changedNs: bigint};

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

	private constructor(path: string, realPath: string, handle: FileHandle, identity: Identity) {
		this.path = path;
		this.realPath = realPath;
		this.size = Number(identity.size);
		this.#handle = handle;
		this.#held = identity;
		this.#onDisk = identity;
	}

	/** @throws FileError when there is no such file, it is a folder, or it may not be read. */
	static async open(path: string): Promise<SourceFile> {
		let handle: FileHandle | undefined;
		try {
			handle = await open(path, 'r');
			const stats = await handle.stat({bigint: true});
			if (stats.isDirectory()) throw FileError.folder(path);
			if (!stats.isFile()) throw FileError.notAFile(path);
			return new SourceFile(path, await realpath(path), handle, identify(stats));
		} catch (error) {
			await handle?.close();
			throw error instanceof FileError ? error : FileError.cannotOpen(path, error);
		}
	}

	/** Reads `length` bytes at `offset`; fewer at the end of the file. */
	async read(offset: number, length: number): Promise<Buffer> {
		const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - offset)));
		const {bytesRead} = await this.#handle.read(buffer, 0, buffer.length, offset);
		if (bytesRead < buffer.length) throw FileError.changed(this.path);
		return buffer;
	}

	/** The same at once, for the few rows on a screen. */
	readNow(offset: number, length: number): Buffer {
		const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, this.size - offset)));
		const bytesRead = readSync(this.#handle.fd, buffer, 0, buffer.length, offset);
		if (bytesRead < buffer.length) throw FileError.changed(this.path);
		return buffer;
	}

	/** @throws FileError `file-changed` when the bytes that are being read are no longer those that were opened. */
	async assertUnchanged(): Promise<void> {
		const now = identify(await this.#handle.stat({bigint: true}));
		if (now.size !== this.#held.size || now.changedNs !== this.#held.changedNs) throw FileError.changed(this.path);
	}

	/** @throws FileError `file-changed` when another program has written or replaced the file under this name. */
	async assertNotReplaced(): Promise<void> {
		const now = await stat(this.realPath, {bigint: true}).then(identify, () => undefined);
		if (now === undefined || !same(now, this.#onDisk)) throw FileError.changed(this.path);
	}

	/** To be called after this program itself has put a new file under the name. */
	async rememberReplacement(): Promise<void> {
		this.#onDisk = identify(await stat(this.realPath, {bigint: true}));
		this.#held = identify(await this.#handle.stat({bigint: true}));
	}

	async close(): Promise<void> {
		await this.#handle.close();
	}
}

function identify(stats: {dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint}): Identity {
	return {device: stats.dev, inode: stats.ino, size: stats.size, changedNs: stats.mtimeNs};
}

function same(one: Identity, other: Identity): boolean {
	return (
		one.device === other.device &&
		one.inode === other.inode &&
		one.size === other.size &&
		one.changedNs === other.changedNs
	);
}
