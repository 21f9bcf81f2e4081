import {lstatSync, readdirSync, unlinkSync} from 'node:fs';
import {join} from 'node:path';
import {systemCode} from '../errors/user-error.ts';
import {isTemporary, sha256In} from './file-names.ts';

/** The maximum number of snapshots and of their bytes. */
export type RetentionLimits = {readonly count: number; readonly bytes: number};

export const defaultRetention: RetentionLimits = {count: 20, bytes: 2 * 1024 ** 3};

export type RemovalOptions = {
	/** The names of files in use. */
	readonly inUse: ReadonlySet<string>;
	/** SHA-256s of snapshots that are never removed. */
	readonly required: ReadonlySet<string>;
	/** SHA-256s of snapshots that are removed unless they are in use or required. */
	readonly unneeded: ReadonlySet<string>;
	readonly keep: RetentionLimits;
};

/** Removes snapshots from a folder, the oldest first. Files that the store did not name are not touched. */
export function removeOldSnapshots(folder: string, {inUse, required, unneeded, keep}: RemovalOptions): void {
	let count = 0;
	let bytes = 0;
	for (const {name, size} of ownFiles(folder)) {
		const sha256 = sha256In(name);
		const isKept =
			inUse.has(name) ||
			(sha256 !== undefined &&
				(required.has(sha256) || (!unneeded.has(sha256) && count < keep.count && bytes + size <= keep.bytes)));
		if (isKept) {
			count++;
			bytes += size;
		} else {
			unlessAbsent(() => unlinkSync(join(folder, name)));
		}
	}
}

/** Returns the store's own files, the newest first. */
function ownFiles(folder: string) {
	return readdirSync(folder)
		.filter(name => sha256In(name) !== undefined || isTemporary(name))
		.flatMap(name => {
			const stats = unlessAbsent(() => lstatSync(join(folder, name)));
			return stats?.isFile() ? [{name, mtimeMs: stats.mtimeMs, size: stats.size}] : [];
		})
		.sort((one, other) => other.mtimeMs - one.mtimeMs);
}

/** Returns the result of `work`; `undefined` if another program has removed or renamed the file. */
function unlessAbsent<Result>(work: () => Result): Result | undefined {
	try {
		return work();
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return undefined;
		throw error;
	}
}
