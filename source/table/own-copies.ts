import {stat} from 'node:fs/promises';
import {type Identity, identify, same} from './source-file.ts';

/** Remembers the copies that were saved from an open file, so that only others are asked about before they are replaced. */
export class OwnCopies {
	readonly #saved = new Map<string, Identity | undefined>();

	/** Notes that a copy was just saved. */
	async saved(path: string): Promise<void> {
		this.#saved.set(path, await identityOf(path));
	}

	/** Returns whether there is a file under a path, and whether it is still the one that was saved. */
	async lookUp(path: string): Promise<'none' | 'own' | 'foreign'> {
		const now = await identityOf(path);
		if (now === undefined) return 'none';
		const saved = this.#saved.get(path);
		return saved !== undefined && same(saved, now) ? 'own' : 'foreign';
	}
}

async function identityOf(path: string): Promise<Identity | undefined> {
	return stat(path, {bigint: true}).then(identify, () => undefined);
}
