import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {findFile} from '../files/output.ts';
import {type FileState, isSameState, stateOf} from './file-state.ts';

/** Remembers the copies that were saved from an open file, so that only others are asked about before they are replaced. */
export class OwnCopies {
	readonly #saved = new Map<string, FileState | undefined>();

	/** Notes that a copy was just saved. */
	async saved(path: string): Promise<void> {
		this.#saved.set(resolve(path), await stateAt(path));
	}

	/**
	Returns whether there is a file under a path, and whether it is still the one that was saved.

	@throws UserError for what cannot be replaced by a file, such as a device.
	*/
	async lookUp(path: string): Promise<'none' | 'own' | 'foreign'> {
		const now = await stateAt(await findFile(path));
		if (now === undefined) return 'none';
		const saved = this.#saved.get(resolve(path));
		return saved !== undefined && isSameState(saved, now) ? 'own' : 'foreign';
	}
}

async function stateAt(path: string): Promise<FileState | undefined> {
	return stat(path, {bigint: true}).then(stateOf, () => undefined);
}
