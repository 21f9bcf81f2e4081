import {readSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../errors/user-error.ts';
import type {KeptPart, PartWriter} from '../plan/snapshot.ts';

/**
Stores a part of a snapshot that is only planned: as long as it is the same as the file that it is made of, nothing is written, because
the file itself can be read in its place.
*/
export class PlannedPart implements PartWriter {
	/** The file, until the part differs from it. */
	#source: FileHandle | undefined;
	readonly #sourcePath: string;
	readonly #path: string;
	#copy: FileHandle | undefined;
	#bytes = 0;
	#buffer = Buffer.alloc(0);

	private constructor(sourcePath: string, source: FileHandle | undefined, path: string) {
		this.#sourcePath = sourcePath;
		this.#source = source;
		this.#path = path;
	}

	/** Starts a part. A source that cannot be opened here, such as a stream, is copied. */
	static async create(sourcePath: string, folder: string, name: string): Promise<PlannedPart> {
		const source = await open(sourcePath, 'r').catch(() => undefined);
		return new PlannedPart(sourcePath, source, join(folder, name));
	}

	/** @throws UserError `not-written` */
	async write(piece: Uint8Array): Promise<void> {
		if (this.#source !== undefined && !this.#isSame(this.#source, piece)) await this.#startCopy(this.#source);
		if (this.#source === undefined) await this.#append(piece);
		this.#bytes += piece.length;
	}

	async commit(): Promise<KeptPart> {
		const source = this.#source;
		// A file that goes on after the part has bytes that are not sent.
		if (source !== undefined && (await source.stat()).size !== this.#bytes) await this.#startCopy(source);
		const path = this.#source === undefined ? this.#path : this.#sourcePath;
		await this.#close();
		// Nothing is sent and nothing is found by its hash.
		return {path, bytes: this.#bytes, sha256: '', release() {}};
	}

	async abort(): Promise<void> {
		await this.#close();
	}

	/** True if the file has a piece where the part has it. */
	#isSame({fd}: FileHandle, piece: Uint8Array): boolean {
		if (this.#buffer.length < piece.length) this.#buffer = Buffer.allocUnsafe(piece.length);
		// The file was just read, so its bytes are in memory and need no wait.
		const bytesRead = readSync(fd, this.#buffer, 0, piece.length, this.#bytes);
		return bytesRead === piece.length && this.#buffer.compare(piece, 0, piece.length, 0, bytesRead) === 0;
	}

	/** Copies what the part and the file have in common. */
	async #startCopy(source: FileHandle): Promise<void> {
		const buffer = Buffer.allocUnsafe(copiedAtOnce);
		for (let at = 0; at < this.#bytes; ) {
			const {bytesRead} = await source.read(buffer, 0, Math.min(copiedAtOnce, this.#bytes - at), at);
			if (bytesRead === 0) throw new RangeError('the file is shorter than the part');
			await this.#append(buffer.subarray(0, bytesRead));
			at += bytesRead;
		}

		this.#source = undefined;
		await source.close();
	}

	async #append(piece: Uint8Array): Promise<void> {
		try {
			this.#copy ??= await open(this.#path, 'wx', 0o600);
			await this.#copy.writeFile(piece);
		} catch (error) {
			throw new UserError(
				'not-written',
				'There is no room for temporary files.',
				'Set TMPDIR to a folder with more room.',
				error,
			);
		}
	}

	async #close(): Promise<void> {
		await this.#source?.close();
		await this.#copy?.close();
	}
}

/** The bytes that are copied at once. */
const copiedAtOnce = 1024 * 1024;
