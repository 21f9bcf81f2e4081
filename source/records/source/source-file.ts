import {readSync, type StatsBase} from 'node:fs';
import {type FileHandle, open, realpath, stat} from 'node:fs/promises';
import {isIdentity, isSameFile} from '../../files/identity.ts';
import {contentDigest} from './content-digest.ts';
import {fileErrors, isFileError} from './file-error.ts';
import {type FileState, isSameState, isUnwritten, stateOf} from './file-state.ts';
import {NamedFile, type RecordedContent} from './named-file.ts';

/** A private copy, which is removed when it is closed. */
export type PrivateCopy = {readonly path: string; remove(): Promise<void>};

/** The change that another program has made to an open file. The content at opening can still be read. */
export type SourceChange = 'none' | 'grown' | 'replaced';

/** The states of both files, behind the descriptor and with the name, in which neither has the opened content. */
type Lost = {readonly held: FileState; readonly underName: FileState | undefined};

/**
An open file on disk. Reads use the descriptor, so a file whose name was given to another one can still be read. A failed read
throws a `FileError`.
*/
export class SourceFile {
	readonly path: string;
	/** Bytes. */
	readonly size: number;
	/** The number of changes after which the file had the opened content again: bytes that were read before may differ. */
	version = 0;
	#handle: FileHandle;
	/** The state of the file behind the descriptor that is known to have the opened content, and its digest. */
	#opened: RecordedContent;
	readonly #underName: NamedFile;
	#lost: Lost | undefined;
	#comparing = Promise.resolve();

	/** True if the bytes are a copy of the file at `path`, which must not be overwritten. */
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
	Opens a file, or a private copy of its content with its name.

	@throws FileError if the file does not exist, is a folder, or cannot be read.
	*/
	static async open(path: string, copy?: PrivateCopy): Promise<SourceFile> {
		let handle: FileHandle | undefined;
		try {
			const readFrom = copy?.path ?? path;
			// Opening a pipe would wait for its writer, possibly forever.
			assertFile(path, await stat(readFrom));
			handle = await open(readFrom, 'r');
			const stats = await handle.stat({bigint: true});
			assertFile(path, stats);
			// On systems that can remove open files, the copy is in no folder from here on.
			if (process.platform !== 'win32') await copy?.remove();
			const realPath = await realpath(path).catch(() => path);
			return new SourceFile(path, realPath, handle, stateOf(stats), copy);
		} catch (error) {
			await handle?.close();
			throw isFileError(error) ? error : fileErrors.cannotOpen(path, error);
		}
	}

	/** The path with symbolic links resolved. */
	get realPath(): string {
		return this.#underName.path;
	}

	/** The state in which the opened content is, or was when it could be read last. */
	get openedState(): FileState {
		return this.#opened.state;
	}

	/** Returns the time of the last write to the file with its name, in milliseconds since 1970; `undefined` without such a file. */
	async writtenAt(): Promise<number | undefined> {
		return (await stat(this.realPath).catch(() => undefined))?.mtimeMs;
	}

	/** Reads `length` bytes at `offset`; fewer at the end of the file. */
	async read(offset: number, length: number): Promise<Buffer> {
		const buffer = Buffer.allocUnsafe(this.#available(offset, length));
		await this.readInto(buffer, 0, buffer.length, offset);
		return buffer;
	}

	/** Reads into `buffer` from `at` on. Returns the number of bytes read. */
	async readInto(buffer: Buffer, at: number, length: number, offset: number): Promise<number> {
		const wanted = this.#available(offset, length);
		const {bytesRead} = await this.#handle.read(buffer, at, wanted, offset).catch(this.#cannotRead);
		if (bytesRead < wanted) throw fileErrors.changed(this.path);
		return wanted;
	}

	/** Fills a buffer synchronously from `offset` on, up to the end of the file; for the few rows on a screen. */
	readNow(buffer: Buffer, offset: number): Buffer {
		const wanted = this.#available(offset, buffer.length);
		if (this.#readSync(buffer, wanted, offset) < wanted) throw fileErrors.changed(this.path);
		return buffer;
	}

	/**
	Records digests of the content, so that a file of which only the times changed is not treated as changed. Reads the whole
	file.
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
	Checks that the opened content can still be read, also if bytes were appended or the content was restored after a change.

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

	/** True if the opened content can no longer be read in full. Reads the file only if it was written to. */
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

	/** @throws FileError if the bytes that are read are not exactly those that were opened. */
	async assertUnchanged(signal: AbortSignal): Promise<void> {
		await this.assertReadable(signal);
		if (this.#opened.state.size !== BigInt(this.size)) throw fileErrors.replaced(this.path);
	}

	/** @throws FileError if another program has written or replaced the file with this name. */
	async assertNotReplaced(signal: AbortSignal): Promise<void> {
		if (!(await this.isUnderName(signal))) throw fileErrors.replaced(this.path);
	}

	/** True if the file with this name has the content that was opened. */
	isUnderName(signal: AbortSignal): Promise<boolean> {
		return this.#underName.isUnchanged(this.#opened, signal);
	}

	/** Returns the change of another program to the content after opening. Removing the file does not count. */
	async changeSince(signal: AbortSignal): Promise<SourceChange> {
		// The state of a private copy is not that of its original file.
		if (this.isCopy) return 'none';
		if (this.#opened.state.size !== BigInt(this.size)) return 'grown';
		if ((await this.#underName.state()) === undefined) return 'none';
		return (await this.#underName.isUnchanged(this.#opened, signal)) ? 'none' : 'replaced';
	}

	/** Must be called after this program has replaced the file with this name. */
	async rememberReplacement(): Promise<void> {
		await this.#underName.remember();
		this.#opened = {...this.#opened, state: await this.#stateNow()};
	}

	/** True if a path leads to the open file, or to the current file with its name. */
	async isAt(path: string): Promise<boolean> {
		return (await isIdentity(path, this.#opened.state)) || isSameFile(path, this.realPath);
	}

	async close(): Promise<void> {
		// Nothing was written through this descriptor, so an error of close has no effect.
		await this.#handle.close().catch(() => undefined);
		await this.#onClose?.();
	}

	#stateNow(): Promise<FileState> {
		return this.#handle.stat({bigint: true}).then(stateOf, this.#cannotRead);
	}

	/** Looks for the opened content behind the changed descriptor, then in the file with the name. */
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

	/** Returns the digest of as many bytes as were opened; `undefined` if there are fewer. */
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
