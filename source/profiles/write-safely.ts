import {randomUUID} from 'node:crypto';
import {
	closeSync,
	existsSync,
	fchownSync,
	fstatSync,
	fsyncSync,
	openSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Durability} from '../files/durability.ts';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {syncFolderNow} from '../files/sync-folder.ts';

/**
Puts a small file in the place of another one, or leaves that one as it was: it is made beside it, read back, made
durable, and only then given its name. `write` makes it at the path that it is given.

@throws with nothing changed, whatever the system says, or an Error when what was written did not reach the disk.
*/
export function replaceFile(
	path: string,
	write: (temporary: string) => void,
	isRight: (text: string) => boolean,
): Durability {
	makeFolder(dirname(path), privateFolderMode);
	// A link stays one: what it leads to is replaced.
	const target = existsSync(path) ? realpathSync(path) : path;
	const folder = dirname(target);
	sweep(folder);
	const temporary = join(folder, `.${randomUUID()}.tmp`);
	try {
		write(temporary);
		// Some writers say nothing on a full disk.
		if (!isRight(readFileSync(temporary, 'utf8'))) throw new Error('what was written did not reach the disk');
		finish(temporary, statSync(target, {throwIfNoEntry: false}));
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, {force: true});
		throw error;
	}

	return syncFolderNow(folder);
}

/** How old a temporary file is that nobody writes any more, in milliseconds. */
const abandonedMs = 60_000;

/** Takes away what writers that were killed have left behind: it may hold a secret. */
function sweep(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (!/^\.[\da-f-]{36}\.tmp/.test(name)) continue;
		const path = join(folder, name);
		const stats = statSync(path, {throwIfNoEntry: false});
		if (stats !== undefined && Date.now() - stats.mtimeMs > abandonedMs) rmSync(path, {force: true});
	}
}

/** Gives a temporary file the owner of the file that it replaces, where that is permitted, and makes it durable. */
function finish(temporary: string, old: Stats | undefined): void {
	const descriptor = openSync(temporary, 'r+');
	try {
		if (old !== undefined) keepOwner(descriptor, old);
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}

/** Settings that root has written for a user must stay readable for that user. */
function keepOwner(descriptor: number, {uid, gid}: Stats): void {
	const fresh = fstatSync(descriptor);
	if (fresh.uid === uid && fresh.gid === gid) return;
	try {
		fchownSync(descriptor, uid, gid);
	} catch {
		// Only root may: everybody else owns the new file, as their own.
	}
}
