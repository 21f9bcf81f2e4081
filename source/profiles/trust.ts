import type {Stats} from 'node:fs';

/** What is known of who may change a file or a folder. */
type Ownership = Pick<Stats, 'uid' | 'gid' | 'mode'>;

/**
Returns why the content of a file or folder may be another user's: they own it, or may write to it. `undefined` if it is the
current user's or root's alone, and on systems without owners.
*/
export function distrustReason(stats: Ownership): string | undefined {
	const user = process.geteuid?.();
	if (user === undefined) return undefined;
	return stats.uid === user || stats.uid === 0 ? otherWriters(stats) : 'belongs to another user';
}

/** Returns which other users may write to a file or folder, as the end of a sentence. The group of the user's own files is theirs. */
export function otherWriters({gid, mode}: Ownership): string | undefined {
	if (process.getegid === undefined) return undefined;
	if ((mode & 0o002) !== 0) return 'can be changed by every user of this machine';
	return (mode & 0o020) !== 0 && gid !== process.getegid() ? 'can be changed by other users of its group' : undefined;
}
