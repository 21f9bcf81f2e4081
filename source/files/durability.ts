import {systemCode} from '../errors/user-error.ts';

/** The durability of a written file: if it survives a power failure. It has its name in both cases. */
export type Durability = {readonly kind: 'durable'} | {readonly kind: 'perhaps-not-durable'; readonly reason: string};

export const durable: Durability = {kind: 'durable'};

/** Returns what is true of two files that need each other. */
export function bothDurable(one: Durability, other: Durability): Durability {
	return one.kind === 'durable' ? other : one;
}

/** The errors of file systems that cannot sync a folder; the rename is then all that can be done. */
const cannotSyncFolders: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR']);

/** Returns what is known of a file after the sync of its folder failed. */
export function durabilityAfter(error: unknown): Durability {
	const code = systemCode(error) ?? String(error);
	if (cannotSyncFolders.has(code)) return durable;
	return {kind: 'perhaps-not-durable', reason: `its folder could not be synced: ${code}`};
}
