import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {hasCode} from '../../errors/user-error.ts';
import {findFile} from '../../files/output.ts';
import {type FileState, isSameState, stateOf} from './file-state.ts';

/** The copies that were saved from an open file. Only other files need a question before they are replaced. */
export class SavedCopies {
	readonly #saved = new Map<string, FileState | undefined>();

	/** Adds a copy that was just saved. */
	async saved(path: string): Promise<void> {
		this.#saved.set(resolve(path), await stateAt(path));
	}

	/** Returns what is at a path: nothing, a saved copy, another file, or something that a file cannot replace. */
	async lookUp(path: string): Promise<'none' | 'own' | 'foreign' | 'not-a-file'> {
		if (await isNoFile(path)) return 'not-a-file';
		const now = await stateAt(path);
		if (now === undefined) return 'none';
		const saved = this.#saved.get(resolve(path));
		return saved !== undefined && isSameState(saved, now) ? 'own' : 'foreign';
	}
}

/** True for a folder, a device and a FIFO. Other obstacles are found when the file is written. */
async function isNoFile(path: string): Promise<boolean> {
	return findFile(path).then(
		() => false,
		error => hasCode(error, ['folder', 'not-a-file']),
	);
}

async function stateAt(path: string): Promise<FileState | undefined> {
	return stat(path, {bigint: true}).then(stateOf, () => undefined);
}
