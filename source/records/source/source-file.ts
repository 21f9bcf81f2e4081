import {readSync, type StatsBase} from 'node:fs';
import {type FileHandle, open, realpath, stat} from 'node:fs/promises';
import {isIdentity, isSameFile} from '../../files/identity.ts';
import {contentDigest} from './content-digest.ts';
import {fileErrors, isFileError} from './file-error.ts';
import {type FileState, isSameState, isUnwritten, stateOf} from './file-state.ts';
import {NamedFile, type RecordedContent} from './named-file.ts';

/** A copy that only this program knows of, and that it removes when it is closed. */
export type PrivateCopy = {readonly path: string; remove(): Promise<void>};

/** The change that another program has made to an open file. The content at opening can still be read. */
export type SourceChange = 'none' | 'grown' | 'replaced';

/** The states of the file behind the descriptor and under the name in which neither holds what was opened. */
type Lost = {readonly held: FileState; readonly underName: FileState | undefined};

/**
A file on disk, held open. Reads go through the descriptor, so a file that is replaced under its name can still be
read as it was opened. Every read that fails is a `FileError`.
*/
export class SourceFile {
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** Counts how often the file was found to hold what was opened after a change: bytes that were read before that may be others. */
	version = 0;
	#handle: FileHandle;
	/** The state of the file behind the descriptor in which it is known to hold what was opened, and the digest of that. */
	#opened: RecordedContent;
	readonly #underName: NamedFile;
	#lost: Lost | undefined;
	#comparing = Promise.resolve();

	/** True if the bytes are a copy of the file at `path`, which must not be overwritten with them. */
	readonly isCopy: boolean;
	readonly #onClose: (() => Promise<void>) | undefined;

	private constructor(path: string, realPath: string, handle: FileHandle, state: FileState, copy?: PrivateCopy) {
		this.isCopy = copy !== undefined;
		this.#onClose = copy?.remove;
		this.path = path;
		this.size = Number(state.size);
		this.#handle = handle;
		this.#opened = {state, digest: undefined};
		this.#underName = new NamedFile(realPath, state);
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

	/** The path behind symbolic links. */
	get realPath(): string {
		return this.#underName.path;
	}

	/** Returns when what its name names was written last, in milliseconds since 1970; `undefined` where there is nothing. */
	async writtenAt(): Promise<number | undefined> {
		return (await stat(this.realPath).catch(() => undefined))?.mtimeMs;
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
		if (this.#opened.digest === undefined) {
			const {state} = this.#opened;
			const digest = await this.#digestOf(this.#handle, signal);
			if (isUnwritten(await this.#stateNow(), state)) this.#opened = {state, digest};
		}

		await this.#underName.record(this.#opened, signal);
	}

	/**
	Makes sure that what was opened can still be read, also where more was appended to it, or it was restored after a change.

	@throws FileError `file-changed`, `not-readable`
	*/
	assertReadable(signal: AbortSignal): Promise<void> {
		// Sequentially: each may switch to another descriptor.
		this.#comparing = this.#comparing.catch(() => undefined).then(() => this.#compare(signal));
		return this.#comparing;
	}

	async #compare(signal: AbortSignal): Promise<void> {
		const now = await this.#stateNow();
		const isWritten = !isUnwritten(now, this.#opened.state);
		if (!isWritten && this.#lost === undefined) return;
		if (isWritten && !(await this.#findContent(now, signal))) {
			this.#lost = {held: now, underName: await this.#underName.state()};
			throw fileErrors.changed(this.path);
		}

		this.#lost = undefined;
		this.version++;
	}

	/** True if what was opened can no longer be read in full. Reads the file only after something was written to it. */
	async isLost(signal: AbortSignal): Promise<boolean> {
		if (this.#lost !== undefined) {
			const {held, underName} = this.#lost;
			if (isSameState(await this.#underName.state(), underName) && isUnwritten(await this.#stateNow(), held))
				return true;
		}

		try {
			await this.assertReadable(signal);
			return false;
		} catch (error) {
			if (!isFileError(error)) throw error;
			return error.code === 'file-changed';
		}
	}

	/** @throws FileError when the bytes that are being read are not those that were opened, no more and no fewer. */
	async assertUnchanged(signal: AbortSignal): Promise<void> {
		await this.assertReadable(signal);
		if (this.#opened.state.size !== BigInt(this.size)) throw fileErrors.replaced(this.path);
	}

	/** @throws FileError when another program has written or replaced the file under this name. */
	async assertNotReplaced(signal: AbortSignal): Promise<void> {
		if (!(await this.#underName.isUnchanged(this.#opened, signal))) throw fileErrors.replaced(this.path);
	}

	/** Returns what another program has done to the file, beyond what was opened; nothing that it has only removed it. */
	async changeSince(signal: AbortSignal): Promise<SourceChange> {
		// The state of a private copy says nothing about the file that it came from.
		if (this.isCopy) return 'none';
		if (this.#opened.state.size !== BigInt(this.size)) return 'grown';
		if ((await this.#underName.state()) === undefined) return 'none';
		return (await this.#underName.isUnchanged(this.#opened, signal)) ? 'none' : 'replaced';
	}

	/** To be called after this program itself has put a new file under the name. */
	async rememberReplacement(): Promise<void> {
		await this.#underName.remember();
		this.#opened = {...this.#opened, state: await this.#stateNow()};
	}

	/** True if a path leads to the file that is open, or to the one that is under its name now. */
	async isAt(path: string): Promise<boolean> {
		return (await isIdentity(path, this.#opened.state)) || isSameFile(path, this.realPath);
	}

	async close(): Promise<void> {
		// Nothing was written through this descriptor: that it cannot be closed has no consequence.
		await this.#handle.close().catch(() => undefined);
		await this.#onClose?.();
	}

	#stateNow(): Promise<FileState> {
		return this.#handle.stat({bigint: true}).then(stateOf, this.#cannotRead);
	}

	/** Looks for what was opened behind the descriptor, which is in a new state, and then under the name. */
	async #findContent(now: FileState, signal: AbortSignal): Promise<boolean> {
		const {digest} = this.#opened;
		if (digest === undefined) return false;
		if ((await this.#digestOf(this.#handle, signal)) === digest) {
			this.#opened = {state: now, digest};
			return true;
		}

		const other = await this.#underName.open();
		if (other === undefined) return false;
		let unused = other;
		try {
			const state = stateOf(await other.stat({bigint: true}));
			if ((await this.#digestOf(other, signal)) !== digest) return false;
			unused = this.#handle;
			this.#handle = other;
			this.#opened = {state, digest};
			return true;
		} finally {
			await unused.close().catch(() => undefined);
		}
	}

	/** The digest of as many bytes as were opened; `undefined` when there are fewer. */
	#digestOf(handle: FileHandle, signal: AbortSignal): Promise<string | undefined> {
		return contentDigest(handle, this.size, signal).catch(error => {
			signal.throwIfAborted();
			return this.#cannotRead(error);
		});
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

function assertFile(path: string, stats: Pick<StatsBase<number | bigint>, 'isDirectory' | 'isFIFO' | 'isFile'>): void {
	if (stats.isDirectory()) throw fileErrors.folder(path);
	if (stats.isFIFO()) throw fileErrors.pipe(path);
	if (!stats.isFile()) throw fileErrors.notAFile(path);
}
