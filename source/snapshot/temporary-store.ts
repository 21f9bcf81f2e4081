import {rm} from 'node:fs/promises';
import {forgetTemporary, registerTemporary} from '../files/temporary-paths.ts';
import type {PartStore} from '../plan/snapshot.ts';
import {makeTemporaryFolder} from '../records/source/temporary-folder.ts';
import {PlannedPart} from './planned-part.ts';

/** Stores the parts of snapshots that are planned and never sent, in a temporary folder that only this user can read. */
export class TemporaryStore {
	readonly #folder: string;
	#parts = 0;

	private constructor(folder: string) {
		this.#folder = folder;
	}

	/** Creates the folder. It is removed when the store is closed. @throws UserError `not-written` */
	static async open(): Promise<TemporaryStore> {
		const folder = await makeTemporaryFolder('secoda-upload-');
		registerTemporary(folder);
		return new TemporaryStore(folder);
	}

	/** Returns a store for the parts of these files, in their order. */
	partsOf(paths: readonly string[]): PartStore {
		const left = [...paths];
		return {
			create: () => PlannedPart.create(left.shift() ?? '', this.#folder, String(this.#parts++)),
			keepFile(bytes) {
				const [path = ''] = left;
				if (path === '') return undefined;
				left.shift();
				// Nothing is sent and nothing is found by its hash.
				return {path, bytes, sha256: '', release() {}};
			},
			// Earlier parts are not kept, and all parts are removed together.
			use: () => Promise.resolve(undefined),
			discard() {},
		};
	}

	async close(): Promise<void> {
		await rm(this.#folder, {recursive: true, force: true});
		forgetTemporary(this.#folder);
	}
}
