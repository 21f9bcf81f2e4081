import type {Stats} from 'node:fs';
import type {FileHandle} from 'node:fs/promises';

/** The owner, group, mode and number of names of a file. */
export type Permissions = Pick<Stats, 'uid' | 'gid' | 'mode' | 'nlink'>;

/** An attribute of a replaced file that its replacement does not have. */
export type LostAttribute = 'owner' | 'group' | 'mode' | 'hard-links';

/** Gives a new file the owner, group and mode of the file that it replaces, as far as the system permits. */
export async function copyPermissions(handle: FileHandle, old: Permissions): Promise<readonly LostAttribute[]> {
	const created = await handle.stat();
	if (created.uid !== old.uid || created.gid !== old.gid) await copyOwner(handle, created, old);
	const owned = await handle.stat();
	const mode = permittedMode(owned, old);
	// Changing the owner clears some bits of the mode, so the mode comes last.
	if ((owned.mode & 0o7777) !== mode) await handle.chmod(mode).catch(() => undefined);
	const kept = await handle.stat();
	return [
		...(kept.uid === old.uid ? [] : (['owner'] as const)),
		...(kept.gid === old.gid ? [] : (['group'] as const)),
		...((kept.mode & 0o7777) === (old.mode & 0o7777) ? [] : (['mode'] as const)),
		...(old.nlink > 1 ? (['hard-links'] as const) : []),
	];
}

/** Only root may give a file to another user; its group may be any that the user is a member of. */
async function copyOwner(handle: FileHandle, created: Permissions, old: Permissions): Promise<void> {
	try {
		await handle.chown(old.uid, old.gid);
	} catch {
		if (created.gid !== old.gid) await handle.chown(-1, old.gid).catch(() => undefined);
	}
}

/** Returns the mode without new access: another group gets no more than everyone has. */
function permittedMode(owned: Permissions, old: Permissions): number {
	if (owned.gid !== old.gid) return old.mode & (0o707 | ((old.mode & 0o007) << 3));
	return old.mode & (owned.uid === old.uid ? 0o7777 : 0o777);
}
