import {randomUUID} from 'node:crypto';
import {type FileHandle, link, open, realpath, rename, stat, unlink} from 'node:fs/promises';
import {basename, dirname, extname, join} from 'node:path';
import {contents} from './contents.ts';
import {fileErrors, isFileError} from './file-error.ts';
import type {Table} from './table.ts';

/** Where a save goes. */
export type SaveTarget =
	/** The opened file itself. */
	| {readonly kind: 'in-place'}
	/** Another file; `replace` says whether one that is there may go. */
	| {readonly kind: 'copy'; readonly path: string; readonly replace: boolean};

/** The fixed copy beside a file: `warehouse.csv` -> `warehouse.fixed.csv`. */
export function fixedCopyPath(path: string): string {
	const extension = extname(path);
	return join(dirname(path), `${basename(path, extension)}.fixed${extension || '.csv'}`);
}

/** Whether there is a file under this path. */
export async function isThere(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

/**
Writes the table as it stands now. Returns only when the new file is durable: an exclusive temporary file in the same
folder, size check, fsync, rename, fsync of the folder. Mode and symbolic links are kept.

@throws FileError `file-changed`, `already-exists`, `not-written`, `is-copy`; then what was on disk before is untouched.
*/
export async function save(table: Table, target: SaveTarget, signal: AbortSignal): Promise<string> {
	const mark = table.overlay.mark();
	if (target.kind === 'in-place' && table.file.isCopy) throw fileErrors.isCopy(table.file.path);
	await table.file.assertUnchanged();
	if (target.kind === 'in-place') await table.file.assertNotReplaced();
	const path = target.kind === 'in-place' ? table.file.realPath : await followLink(target.path);
	try {
		await replaceFile(path, contents(table, signal), {
			mode: (await stat(table.file.realPath).catch(() => undefined))?.mode ?? 0o644,
			mayReplace: target.kind === 'in-place' || target.replace,
			beforeRename: async () => {
				await table.file.assertUnchanged();
				if (target.kind === 'in-place') await table.file.assertNotReplaced();
			},
		});
	} catch (error) {
		if (isFileError(error) || signal.aborted) throw error;
		throw fileErrors.notWritten(path, error);
	}

	if (target.kind === 'in-place') await table.file.rememberReplacement();
	table.overlay.markSaved(mark);
	return target.kind === 'in-place' ? table.file.path : target.path;
}

type Replacement = {
	readonly mode: number;
	readonly mayReplace: boolean;
	beforeRename(): Promise<void>;
};

async function replaceFile(path: string, pieces: AsyncIterable<Uint8Array>, how: Replacement): Promise<void> {
	const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
	const handle = await open(temporary, 'wx', how.mode & 0o777);
	try {
		const written = await writeAll(handle, pieces).finally(() => handle.close());
		if ((await stat(temporary)).size !== written) throw new Error('the size on disk is not what was written');
		await how.beforeRename();
		if (how.mayReplace) await rename(temporary, path);
		else await linkExclusively(temporary, path);
	} catch (error) {
		await unlink(temporary).catch(() => undefined);
		throw error;
	}

	await syncFolder(dirname(path));
}

async function writeAll(handle: FileHandle, pieces: AsyncIterable<Uint8Array>): Promise<number> {
	let written = 0;
	for await (const piece of ahead(pieces)) {
		let offset = 0;
		while (offset < piece.length) {
			const {bytesWritten} = await handle.write(piece, offset);
			offset += bytesWritten;
		}

		written += piece.length;
	}

	await handle.sync();
	return written;
}

/** The same pieces; while one is being written, the next is being read. */
async function* ahead<T>(pieces: AsyncIterable<T>): AsyncGenerator<T, void, void> {
	const iterator = pieces[Symbol.asyncIterator]();
	let next = iterator.next();
	try {
		for (;;) {
			const {done, value} = await next;
			if (done) return;
			next = iterator.next();
			yield value;
		}
	} finally {
		// Whoever stops early must not leave a read behind, nor its failure unheard.
		await next.catch(() => undefined);
		await iterator.return?.();
	}
}

/** Gives the file its name only if no other has it: rename would replace that one unseen. */
async function linkExclusively(temporary: string, path: string): Promise<void> {
	try {
		await link(temporary, path);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'EEXIST') throw fileErrors.exists(path);
		if (code !== 'EPERM' && code !== 'ENOTSUP') throw error;
		// A file system without hard links (FAT): take the name first, then put the file in its place.
		await open(path, 'wx').then(
			placeholder => placeholder.close(),
			() => Promise.reject(fileErrors.exists(path)),
		);
		await rename(temporary, path);
		return;
	}

	await unlink(temporary);
}

/** Windows cannot open a folder; there the rename itself is all that can be done. */
async function syncFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(path, 'r');
	await handle.sync().finally(() => handle.close());
}

async function followLink(path: string): Promise<string> {
	return realpath(path).catch(() => path);
}
