import type {Stats} from 'node:fs';

/** The owner, group and mode of a file or folder. */
type Ownership = Pick<Stats, 'uid' | 'gid' | 'mode'>;

/**
Returns why a file or folder cannot be trusted, as the end of a sentence: another user owns it or can write to it. Returns `undefined`
if only the current user and root can change it, and on systems without owners.
*/
export function distrustReason(stats: Ownership): string | undefined {
	const user = process.geteuid?.();
	if (user === undefined) return undefined;
	return stats.uid === user || stats.uid === 0 ? otherWriters(stats) : 'belongs to another user';
}

/** Returns which other users can write to a file or folder, as the end of a sentence. The user's own group is trusted. */
export function otherWriters({gid, mode}: Ownership): string | undefined {
	if (process.getegid === undefined) return undefined;
	if ((mode & 0o002) !== 0) return 'can be changed by every user of this machine';
	return (mode & 0o020) !== 0 && gid !== process.getegid() ? 'can be changed by other users of its group' : undefined;
}
