import {type FileHandle, open, stat, unlink} from 'node:fs/promises';
import {dirname} from 'node:path';
import {UserError} from '../errors/user-error.ts';
import type {Durability} from './durability.ts';
import {type FileIdentity, identify} from './identity.ts';
import {nameExclusively, rename} from './name-file.ts';
import {copyPermissions, type LostAttribute} from './permissions.ts';
import {readAhead} from './read-ahead.ts';
import {sweepTemporaries, temporaryPath} from './sweep-temporaries.ts';
import {syncFolder} from './sync-folder.ts';
import {forgetTemporary, registerTemporary} from './temporary-paths.ts';
import {writeErrors} from './write-errors.ts';

export type Replacement = {
	readonly pieces: AsyncIterable<Uint8Array>;
	/** What becomes of a file that is there: it is replaced, or it makes this one fail with `already-exists`. */
	readonly existing: 'replace' | 'refuse';
	/** The mode of a file that is new. */
	readonly mode: number;
	readonly signal: AbortSignal;
	/** Called at the last moment before the new file gets its name; throws to keep it from that. */
	beforeNaming(): Promise<void>;
};

export type Replaced = {
	readonly durability: Durability;
	readonly notKept: readonly LostAttribute[];
	/** A temporary file that could not be removed. */
	readonly leftover: string | undefined;
};

/**
Writes a file as a whole or not at all: an exclusive temporary file in the same folder, size check, fsync, rename, fsync of
the folder. What it replaces passes on its owner, group and mode.

@throws UserError `already-exists`, `not-written`, `save-stopped`; what was there before is then unchanged.
*/
export async function replaceFile(path: string, replacement: Replacement): Promise<Replaced> {
	const {existing, signal, beforeNaming} = replacement;
	const folder = dirname(path);
	await sweepTemporaries(folder);
	const temporary = temporaryPath(folder);
	registerTemporary(temporary);
	try {
		const {identity, notKept} = await writeTemporary(temporary, path, replacement);
		await beforeNaming();
		signal.throwIfAborted();
		const name = {replace: rename, refuse: nameExclusively}[existing];
		const leftover = await name(temporary, path, identity);
		return {durability: await syncFolder(folder), notKept, leftover};
	} catch (error) {
		const leftover = await discard(temporary);
		if (error instanceof UserError) throw error;
		throw signal.aborted ? writeErrors.stopped(path, leftover) : writeErrors.notWritten(path, error, leftover);
	} finally {
		forgetTemporary(temporary);
	}
}

type Written = {readonly identity: FileIdentity; readonly notKept: readonly LostAttribute[]};

async function writeTemporary(temporary: string, path: string, how: Replacement): Promise<Written> {
	const old = how.existing === 'replace' ? await stat(path).catch(() => undefined) : undefined;
	// Until it belongs to whom the old one belonged to, nobody else reads it.
	const handle = await open(temporary, 'wx', old === undefined ? how.mode & 0o777 : 0o600);
	let written = 0;
	let notKept: readonly LostAttribute[] = [];
	try {
		written = await writeAll(handle, how.pieces);
		if (old !== undefined) notKept = await copyPermissions(handle, old);
		await handle.sync();
	} finally {
		await handle.close();
	}

	const {size, dev, ino} = await stat(temporary, {bigint: true});
	if (Number(size) !== written) throw new Error('the size on disk is not what was written');
	return {identity: {device: dev, inode: ino}, notKept};
}

async function writeAll(handle: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<number> {
	let written = 0;
	for await (const piece of readAhead(pieces)) {
		let offset = 0;
		while (offset < piece.length) {
			const {bytesWritten} = await handle.write(piece, offset);
			offset += bytesWritten;
		}

		written += piece.length;
	}

	return written;
}

/** Removes a temporary file. Returns its path if it is still there. */
async function discard(temporary: string): Promise<string | undefined> {
	await unlink(temporary).catch(() => undefined);
	return (await identify(temporary)) === undefined ? undefined : temporary;
}
