import {open} from 'node:fs/promises';
import {type Durability, durabilityAfter, durable} from './durability.ts';

/** Makes the names in a folder durable. Windows cannot open a folder, so there nothing more can be done. */
export async function syncFolder(path: string): Promise<Durability> {
	if (process.platform === 'win32') return durable;
	try {
		const handle = await open(path, 'r');
		// A failing close cannot undo what fsync confirmed.
		await handle.sync().finally(() => handle.close().catch(() => undefined));
		return durable;
	} catch (error) {
		return durabilityAfter(error);
	}
}
