import {closeSync, fsyncSync, openSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {type Durability, durabilityAfter, durable} from './durability.ts';

/** Makes the names in a folder durable. Windows cannot open a folder: there the rename is all that can be done. */
export async function syncFolder(path: string): Promise<Durability> {
	if (process.platform === 'win32') return durable;
	try {
		const handle = await open(path, 'r');
		// What fsync has confirmed, close cannot undo.
		await handle.sync().finally(() => handle.close().catch(() => undefined));
		return durable;
	} catch (error) {
		return durabilityAfter(error);
	}
}

/** Does the same without waiting for anything else, for work that holds a lock. */
export function syncFolderNow(path: string): Durability {
	if (process.platform === 'win32') return durable;
	try {
		const descriptor = openSync(path, 'r');
		try {
			fsyncSync(descriptor);
		} finally {
			closeQuietly(descriptor);
		}

		return durable;
	} catch (error) {
		return durabilityAfter(error);
	}
}

/** What fsync has confirmed, close cannot undo. */
function closeQuietly(descriptor: number): void {
	try {
		closeSync(descriptor);
	} catch {
		// There is nothing to lose.
	}
}
