import {stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {UserError} from '../errors/user-error.ts';
import {AtomicFile, type CommitOptions, type WriteResult} from './atomic-file.ts';
import {sweepTemporaries, temporaryPath} from './sweep-temporaries.ts';
import {writeErrors} from './write-errors.ts';

export type FileContent = {
	/** Writes the content. */
	write(file: AtomicFile): Promise<void>;
	readonly existing: CommitOptions['existing'];
	/** `inherit`: a file that is replaced passes on its owner, group and mode; `mode` is that of a new file. `private`: 0600, the owner is kept. */
	readonly access: {readonly kind: 'inherit'; readonly mode: number} | {readonly kind: 'private'};
	readonly signal?: AbortSignal | undefined;
	beforeNaming?(): Promise<void>;
};

const privateMode = 0o600;

/**
Writes a file as a whole or not at all. Temporary files that a killed program has left in its folder are removed.

@throws UserError `already-exists`, `not-written`, `save-stopped`, or that of `beforeNaming`; what was there before is then unchanged.
*/
export async function replaceFile(path: string, content: FileContent): Promise<WriteResult> {
	const {existing, access, signal, beforeNaming} = content;
	const folder = dirname(path);
	await sweepTemporaries(folder);
	let file: AtomicFile | undefined;
	try {
		const old = existing === 'replace' ? await stat(path).catch(() => undefined) : undefined;
		const isPrivate = access.kind === 'private';
		// Nobody else may read it before it has the owner of the old file.
		file = await AtomicFile.create(
			temporaryPath(folder),
			isPrivate || old !== undefined ? privateMode : access.mode & 0o777,
		);
		await content.write(file);
		return await file.commit(path, {
			existing,
			permissions: old && {uid: old.uid, gid: old.gid, nlink: old.nlink, mode: isPrivate ? privateMode : old.mode},
			async beforeNaming() {
				await beforeNaming?.();
				signal?.throwIfAborted();
			},
		});
	} catch (error) {
		const leftover = await file?.abort();
		if (error instanceof UserError) throw error;
		throw signal?.aborted ? writeErrors.stopped(path, leftover) : writeErrors.notWritten(path, error, leftover);
	}
}
