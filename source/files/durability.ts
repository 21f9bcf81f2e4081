import {systemCode} from '../errors/user-error.ts';

/** Whether a file that was written survives a power failure. It is in place either way. */
export type Durability = {readonly kind: 'durable'} | {readonly kind: 'perhaps-not-durable'; readonly reason: string};

export const durable: Durability = {kind: 'durable'};

/** Returns what is true of two files that need each other. */
export function bothDurable(one: Durability, other: Durability): Durability {
	return one.kind === 'durable' ? other : one;
}

/** What file systems answer that cannot sync a folder: the rename is then all that can be done. */
const cannotSyncFolders: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR']);

/** Returns what is known of a file after the sync of its folder failed. */
export function durabilityAfter(error: unknown): Durability {
	const code = systemCode(error) ?? String(error);
	if (cannotSyncFolders.has(code)) return durable;
	return {kind: 'perhaps-not-durable', reason: `its folder could not be synced: ${code}`};
}
