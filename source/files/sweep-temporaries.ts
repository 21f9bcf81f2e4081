import {randomUUID} from 'node:crypto';
import {readdir, stat, unlink} from 'node:fs/promises';
import {join} from 'node:path';

/** How old a temporary file is that no running save writes to, in milliseconds. */
const abandonedMs = 3_600_000;

/** Returns a new path for a temporary file in a folder. */
export function temporaryPath(folder: string): string {
	return join(folder, `.secoda-upload-${randomUUID()}.tmp`);
}

/** Removes the temporary files that programs which were killed have left in a folder. Never fails: they are in nobody's way. */
export async function sweepTemporaries(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	const ours = names.filter(name => /^\.secoda-upload-[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(name));
	for (const name of ours) await removeAbandoned(join(folder, name)).catch(() => undefined);
}

async function removeAbandoned(path: string): Promise<void> {
	const {mtimeMs} = await stat(path);
	if (Date.now() - mtimeMs > abandonedMs) await unlink(path);
}
