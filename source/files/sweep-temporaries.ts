import {randomUUID} from 'node:crypto';
import {readdir, stat, unlink} from 'node:fs/promises';
import {join} from 'node:path';

/** How old a temporary file is that no running save writes to, in milliseconds. */
const abandonedMs = 3_600_000;

/** Returns a new path for a temporary file in a folder. */
export function temporaryPath(folder: string): string {
	return join(folder, `.secoda-upload-${randomUUID()}.tmp`);
}

const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** conf writes a profile through a temporary file of its own. */
const ofConf = '(?:\\.tmp-\\d{10}[\\da-f]{6})?';

/** The names of temporary files. Earlier versions used names without that of the program, which are swept in its own folders only. */
const temporaryNames = {
	'any folder': new RegExp(`^\\.secoda-upload-${uuid}\\.tmp${ofConf}$`),
	'own folder': new RegExp(`^\\.(?:secoda-upload-)?${uuid}\\.tmp${ofConf}$`),
};

/** Removes the temporary files that killed programs have left in a folder. Never fails: no other file depends on them. */
export async function sweepTemporaries(
	folder: string,
	where: keyof typeof temporaryNames = 'any folder',
): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	const ours = names.filter(name => temporaryNames[where].test(name));
	for (const name of ours) await removeAbandoned(join(folder, name)).catch(() => undefined);
}

async function removeAbandoned(path: string): Promise<void> {
	const {mtimeMs} = await stat(path);
	if (Date.now() - mtimeMs > abandonedMs) await unlink(path);
}
