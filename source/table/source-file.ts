import {readSync} from 'node:fs';
import {type FileHandle, open, realpath, stat} from 'node:fs/promises';
import {isIdentity, isSameFile} from '../files/identity.ts';
import {contentDigest} from './content-digest.ts';
import {fileErrors, isFileError} from './file-error.ts';
import {type FileState, isSameState, isUnwritten, stateOf} from './file-state.ts';

/** A copy that only this program knows of, and that it removes when it is closed. */
export type PrivateCopy = {readonly path: string; remove(): Promise<void>};

/**
A file on disk, held open. Reads go through the descriptor, so a file that is replaced under its name can still be
read as it was opened. Every failing read is a `FileError`.
*/
export class SourceFile {
	readonly path: string;
	/** The path behind symbolic links. */
	readonly realPath: string;
	/** Bytes. */
	readonly size: number;
	/** Counts how often what was opened had to be compared with what is on disk: bytes that were read before may be others. */
	version = 0;
	#handle: FileHandle;
	/** The file behind the descriptor, when its content was last known to be what was opened. */
	#held: FileState;
	/** The file under the name, when its content was last known to be this program's or what was opened. */
	#onDisk: FileState;
	/** Of what was opened, and of the file under the name; `undefined` until they are recorded. */
	#heldDigest: string | undefined;
	#onDiskDigest: string | undefined;

	/** Whether the bytes are a copy of what `path` names, which itself must not be written with them. */
	readonly isCopy: boolean;
	readonly #onClose: (() => Promise<void>) | undefined;

	private constructor(path: string, realPath: string, handle: FileHandle, state: FileState, copy?: PrivateCopy) {
		this.isCopy = copy !== undefined;
		this.#onClose = copy?.remove;
		this.path = path;
		this.realPath = realPath;
		this.size = Number(state.size);
		this.#handle = handle;
		this.#held = state;
		this.#onDisk = state;
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
			return new SourceFile(path, realPath, handle, stateOf(stats), copy);
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
		const {bytesRead} = await this.#handle.read(buffer, at, wanted, offset).catch(this.#cannotRead);
		if (bytesRead < wanted) throw fileErrors.changed(this.path);
		return wanted;
	}

	/** Fills a buffer at once from `offset` on, as far as the file goes; for the few rows on a screen. */
	readNow(buffer: Buffer, offset: number): Buffer {
		const wanted = this.#available(offset, buffer.length);
		if (this.#readSync(buffer, wanted, offset) < wanted) throw fileErrors.changed(this.path);
		return buffer;
	}

	/**
	Records digests of the content, so that a file whose times alone have changed is not taken for a changed one. It reads
	the whole file.
	*/
	async recordContent(signal: AbortSignal): Promise<void> {
		if (this.isCopy) return;
		if (this.#heldDigest === undefined) {
			const before = this.#held;
			const digest = await this.#digestOf(this.#handle, this.size, signal);
			if (isUnwritten(await this.#heldNow(), before)) this.#heldDigest = digest;
		}

		const onDisk = this.#onDisk;
		if (this.#onDiskDigest !== undefined) return;
		if (isSameState(onDisk, this.#held)) {
			this.#onDiskDigest = this.#heldDigest;
			return;
		}

		const digest = await this.#digestUnderName(onDisk, signal);
		if (onDisk === this.#onDisk) this.#onDiskDigest = digest;
	}

	/**
	Makes sure that what was opened can still be read, also where more was appended to it, or it was put back after a change.

	@throws FileError `file-changed`, `not-readable`
	*/
	async assertReadable(signal: AbortSignal): Promise<void> {
		const now = await this.#heldNow();
		if (isUnwritten(now, this.#held)) return;
		this.version++;
		if (await this.#isContent(this.#handle, now, signal)) this.#held = now;
		else if (!(await this.#openAgain(signal))) throw fileErrors.changed(this.path);
	}

	/** @throws FileError when the bytes that are being read are not those that were opened, no more and no fewer. */
	async assertUnchanged(signal: AbortSignal): Promise<void> {
		await this.assertReadable(signal);
		if (this.#held.size !== BigInt(this.size)) throw fileErrors.replaced(this.path);
	}

	/** @throws FileError when another program has written or replaced the file under this name. */
	async assertNotReplaced(signal: AbortSignal): Promise<void> {
		const now = await stat(this.realPath, {bigint: true}).then(stateOf, () => undefined);
		if (now !== undefined && (isSameState(now, this.#onDisk) || this.#isOpened(now))) return;
		const isSame = now?.size === this.#onDisk.size && this.#onDiskDigest !== undefined;
		if (now === undefined || !isSame || (await this.#digestUnderName(now, signal)) !== this.#onDiskDigest)
			throw fileErrors.replaced(this.path);
		this.#onDisk = now;
	}

	/** To be called after this program itself has put a new file under the name. */
	async rememberReplacement(): Promise<void> {
		this.#onDisk = stateOf(await stat(this.realPath, {bigint: true}));
		this.#onDiskDigest = undefined;
		this.#held = await this.#heldNow();
	}

	/** True if a path leads to the file that is open, or to the one that is under its name now. */
	async isAt(path: string): Promise<boolean> {
		return (await isIdentity(path, this.#held)) || isSameFile(path, this.realPath);
	}

	async close(): Promise<void> {
		// Nothing was written through this descriptor: that it cannot be closed has no consequence.
		await this.#handle.close().catch(() => undefined);
		await this.#onClose?.();
	}

	#heldNow(): Promise<FileState> {
		return this.#handle.stat({bigint: true}).then(stateOf, this.#cannotRead);
	}

	/** True if a state of the file under the name is known to be what was opened, and nothing was saved there since. */
	#isOpened(state: FileState): boolean {
		const isUnsaved = this.#onDiskDigest !== undefined && this.#onDiskDigest === this.#heldDigest;
		return isUnsaved && isSameState(state, this.#held) && state.size === BigInt(this.size);
	}

	async #isContent(handle: FileHandle, {size}: FileState, signal: AbortSignal): Promise<boolean> {
		if (this.#heldDigest === undefined || size < BigInt(this.size)) return false;
		return (await this.#digestOf(handle, this.size, signal)) === this.#heldDigest;
	}

	#digestOf(handle: FileHandle, size: number, signal: AbortSignal): Promise<string | undefined> {
		const readAt = async (buffer: Buffer, length: number, offset: number) =>
			(await handle.read(buffer, 0, length, offset).catch(this.#cannotRead)).bytesRead;
		return contentDigest(readAt, size, signal);
	}

	/** The digest of the file under the name while it is in this state; `undefined` when it is in another. */
	async #digestUnderName(state: FileState, signal: AbortSignal): Promise<string | undefined> {
		const handle = await this.#openUnderName();
		try {
			const digest = handle && (await this.#digestOf(handle, Number(state.size), signal));
			return handle && isSameState(stateOf(await handle.stat({bigint: true})), state) ? digest : undefined;
		} finally {
			await handle?.close();
		}
	}

	/** Reads from the file under the name from here on, if it holds what was opened. */
	async #openAgain(signal: AbortSignal): Promise<boolean> {
		const handle = await this.#openUnderName();
		if (handle === undefined) return false;
		const state = stateOf(await handle.stat({bigint: true}));
		const isContent = await this.#isContent(handle, state, signal).catch(() => false);
		const unused = isContent ? this.#handle : handle;
		if (isContent) {
			this.#handle = handle;
			this.#held = state;
		}

		await unused.close().catch(() => undefined);
		return isContent;
	}

	/** `undefined` when there is no regular file under the name, or it cannot be read. */
	async #openUnderName(): Promise<FileHandle | undefined> {
		const stats = await stat(this.realPath).catch(() => undefined);
		return stats?.isFile() ? open(this.realPath, 'r').catch(() => undefined) : undefined;
	}

	#readSync(buffer: Buffer, length: number, offset: number): number {
		try {
			return readSync(this.#handle.fd, buffer, 0, length, offset);
		} catch (error) {
			return this.#cannotRead(error);
		}
	}

	readonly #cannotRead = (error: unknown): never => {
		throw fileErrors.cannotRead(this.path, error);
	};

	#available(offset: number, length: number): number {
		return Math.max(0, Math.min(length, this.size - offset));
	}
}

function assertFile(path: string, stats: {isDirectory(): boolean; isFile(): boolean}): void {
	if (stats.isDirectory()) throw fileErrors.folder(path);
	if (!stats.isFile()) throw fileErrors.notAFile(path);
}
