import {createHash, randomUUID} from 'node:crypto';
import {type FileHandle, mkdir, open, readdir, rename, stat, unlink, utimes} from 'node:fs/promises';
import {join} from 'node:path';

export type StoredSnapshot = {readonly path: string; readonly sha256: string; readonly bytes: number};

/** How many snapshots, and how many bytes of them, are kept. */
export type Keep = {readonly count: number; readonly bytes: number; readonly always: ReadonlySet<string>};

export const usualKeep = {count: 20, bytes: 2 * 1024 ** 3} as const;

/** The files that were planned and sent, each once under its SHA-256, readable by their owner alone. */
export class SnapshotStore {
	readonly #folder: string;

	private constructor(folder: string) {
		this.#folder = folder;
	}

	static async open(folder: string): Promise<SnapshotStore> {
		await mkdir(folder, {recursive: true, mode: 0o700});
		return new SnapshotStore(folder);
	}

	/** Begins a snapshot. It has its name only when `commit` returns; `abort` leaves nothing behind. */
	async create(): Promise<SnapshotWriter> {
		const temporary = join(this.#folder, `${randomUUID()}.tmp`);
		return new SnapshotWriter(this.#folder, temporary, await open(temporary, 'wx', 0o600));
	}

	/** Throws the oldest snapshots away, and what a killed process has left behind. */
	async prune(keep: Keep): Promise<void> {
		const files = await Promise.all(
			(await readdir(this.#folder)).map(async name => {
				const {mtimeMs, size} = await stat(join(this.#folder, name));
				return {name, mtimeMs, size};
			}),
		);
		files.sort((one, other) => other.mtimeMs - one.mtimeMs);
		let kept = 0;
		let bytes = 0;
		for (const {name, mtimeMs, size} of files) {
			const wanted = name.endsWith('.csv')
				? kept < keep.count && bytes + size <= keep.bytes
				: Date.now() - mtimeMs < 86_400_000;
			if (wanted || keep.always.has(name.replace(/\.csv$/, ''))) {
				kept++;
				bytes += size;
			} else {
				await unlink(join(this.#folder, name));
			}
		}
	}
}

/** Writes one snapshot and hashes it on the way. */
export class SnapshotWriter {
	readonly #folder: string;
	readonly #temporary: string;
	readonly #handle: FileHandle;
	readonly #hash = createHash('sha256');
	#bytes = 0;

	constructor(folder: string, temporary: string, handle: FileHandle) {
		this.#folder = folder;
		this.#temporary = temporary;
		this.#handle = handle;
	}

	async write(piece: Uint8Array): Promise<void> {
		this.#hash.update(piece);
		await this.#handle.writeFile(piece);
		this.#bytes += piece.length;
	}

	/** Makes it durable and gives it its name. */
	async commit(): Promise<StoredSnapshot> {
		await this.#handle.sync().finally(() => this.#handle.close());
		if ((await stat(this.#temporary)).size !== this.#bytes)
			throw new Error('the snapshot on disk is not what was written');
		const sha256 = this.#hash.digest('hex');
		const path = join(this.#folder, `${sha256}.csv`);
		await rename(this.#temporary, path);
		const now = new Date();
		await utimes(path, now, now);
		return {path, sha256, bytes: this.#bytes};
	}

	async abort(): Promise<void> {
		await this.#handle.close().catch(() => undefined);
		await unlink(this.#temporary).catch(() => undefined);
	}
}
