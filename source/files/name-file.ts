import {link, open, rename as renamePath, stat, unlink} from 'node:fs/promises';
import {systemCode} from '../errors/user-error.ts';
import {type FileIdentity, isIdentity} from './identity.ts';
import {writeErrors} from './write-errors.ts';

/** The errors of `link` on file systems without hard links (FAT, some network and user-space ones). */
const noHardLinks: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EISDIR']);

/** Gives a temporary file its name; a file of that name is replaced. */
export async function rename(temporary: string, path: string, identity: FileIdentity): Promise<undefined> {
	await renamePath(temporary, path).catch(async error => {
		// On a network file system an error can follow a rename that took effect.
		if (!(await isIdentity(path, identity))) throw error;
	});
	return undefined;
}

/**
Gives a temporary file its name only if no other file has it: rename would replace that one silently. Returns the temporary
name if it could not be removed afterwards.

@throws UserError `already-exists`
*/
export async function nameExclusively(
	temporary: string,
	path: string,
	identity: FileIdentity,
): Promise<string | undefined> {
	try {
		await link(temporary, path);
	} catch (error) {
		const code = systemCode(error);
		if (!(await isIdentity(path, identity))) {
			if (code === 'EEXIST') throw writeErrors.exists(path);
			if (noHardLinks.has(code)) return renameOverPlaceholder(temporary, path, identity);
			throw error;
		}
	}

	return unlink(temporary).then(
		() => undefined,
		() => temporary,
	);
}

/** Takes the name with an empty file first, then renames over that. */
async function renameOverPlaceholder(temporary: string, path: string, identity: FileIdentity): Promise<undefined> {
	const placeholder = await open(path, 'wx').catch(error => {
		throw systemCode(error) === 'EEXIST' ? writeErrors.exists(path) : error;
	});
	await placeholder.close().catch(() => undefined);
	return rename(temporary, path, identity).catch(async error => {
		await removeEmpty(path).catch(() => undefined);
		throw error;
	});
}

/** Removes the placeholder, unless another program has written to it meanwhile. */
async function removeEmpty(path: string): Promise<void> {
	if ((await stat(path)).size === 0) await unlink(path);
}
