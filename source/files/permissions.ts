import type {Stats} from 'node:fs';
import type {FileHandle} from 'node:fs/promises';

/** What a replaced file had that its replacement does not have. */
export type LostAttribute = 'owner' | 'group' | 'mode' | 'hard-links';

/** Gives a new file the owner, group and mode of the file that it replaces, as far as the system permits. */
export async function copyPermissions(handle: FileHandle, old: Stats): Promise<readonly LostAttribute[]> {
	const fresh = await handle.stat();
	if (fresh.uid !== old.uid || fresh.gid !== old.gid) await copyOwner(handle, fresh, old);
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
async function copyOwner(handle: FileHandle, fresh: Stats, old: Stats): Promise<void> {
	try {
		await handle.chown(old.uid, old.gid);
	} catch {
		if (fresh.gid !== old.gid) await handle.chown(-1, old.gid).catch(() => undefined);
	}
}

/** Returns the mode that takes no new access with it: another group gets no more than everybody has. */
function permittedMode(owned: Stats, old: Stats): number {
	if (owned.gid !== old.gid) return old.mode & (0o707 | ((old.mode & 0o007) << 3));
	return old.mode & (owned.uid === old.uid ? 0o7777 : 0o777);
}
