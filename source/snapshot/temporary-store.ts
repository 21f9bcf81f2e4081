import {createHash, randomUUID} from 'node:crypto';
import {open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../errors/user-error.ts';
import {forgetTemporary, registerTemporary} from '../files/temporary-paths.ts';
import type {KeptPart, PartStore, PartWriter} from '../plan/snapshot.ts';
import {makeTemporaryFolder} from '../records/source/temporary-folder.ts';

/** Stores the parts of snapshots that are never sent in a temporary folder that only this user can read. */
export class TemporaryStore implements PartStore {
	readonly #folder: string;

	private constructor(folder: string) {
		this.#folder = folder;
	}

	/** Creates the folder. It is removed when the store is closed. @throws UserError `not-written` */
	static async open(): Promise<TemporaryStore> {
		const folder = await makeTemporaryFolder('secoda-upload-');
		registerTemporary(folder);
		return new TemporaryStore(folder);
	}

	/** @throws UserError `not-written` */
	async create(): Promise<PartWriter> {
		const path = join(this.#folder, randomUUID());
		const file = await open(path, 'wx', 0o600).catch(notWritten);
		const hash = createHash('sha256');
		let bytes = 0;
		return {
			async write(piece) {
				const written = file.writeFile(piece).catch(notWritten);
				hash.update(piece);
				await written;
				bytes += piece.length;
			},
			async commit(): Promise<KeptPart> {
				await file.close();
				return {path, bytes, sha256: hash.digest('hex'), release() {}};
			},
			async abort() {
				await file.close();
			},
		};
	}

	/** No earlier part is stored here. */
	async use(): Promise<undefined> {}

	/** All parts are removed together. */
	discard(): void {}

	async close(): Promise<void> {
		await rm(this.#folder, {recursive: true, force: true});
		forgetTemporary(this.#folder);
	}
}

function notWritten(error: unknown): never {
	throw new UserError(
		'not-written',
		'There is no room for temporary files.',
		'Set TMPDIR to a folder with more room.',
		error,
	);
}
