import {stat} from 'node:fs/promises';

/** Which file it is, whatever names it has. */
export type Identity = {readonly device: bigint; readonly inode: bigint};

/** Returns which file a path leads to; `undefined` if it leads to none. */
export async function identify(path: string): Promise<Identity | undefined> {
	return stat(path, {bigint: true}).then(
		({dev, ino}) => ({device: dev, inode: ino}),
		() => undefined,
	);
}

/** True if both paths lead to one file, through links or under several names. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
	return isIdentity(one, await identify(other));
}

/** True if the path leads to this file. */
export async function isIdentity(path: string, identity: Identity | undefined): Promise<boolean> {
	const found = await identify(path);
	return found !== undefined && found.device === identity?.device && found.inode === identity.inode;
}
