import {fstatSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import type {OutputTarget} from './output.ts';

/** Which file it is, whatever names it has. */
export type FileIdentity = {readonly device: bigint; readonly inode: bigint};

/** Returns which file a path leads to; `undefined` if it leads to none. */
export async function identify(path: string): Promise<FileIdentity | undefined> {
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
export async function isIdentity(path: string, identity: FileIdentity | undefined): Promise<boolean> {
	const found = await identify(path);
	return found !== undefined && found.device === identity?.device && found.inode === identity.inode;
}

/** True if an output would write into the file that a path leads to. */
export async function isOutputTo(output: OutputTarget, path: string): Promise<boolean> {
	if (output.kind !== 'descriptor') return isSameFile(output.path, path);
	try {
		const {dev, ino} = fstatSync(output.descriptor, {bigint: true});
		return isIdentity(path, {device: dev, inode: ino});
	} catch {
		// A descriptor that is not open leads to no file.
		return false;
	}
}
