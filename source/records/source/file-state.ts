/** The metadata that shows, without reading a file, that it has changed. */
export type FileState = {
	readonly device: bigint;
	readonly inode: bigint;
	readonly size: bigint;
	readonly changedNs: bigint;
};

export function stateOf(stats: {dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint}): FileState {
	return {device: stats.dev, inode: stats.ino, size: stats.size, changedNs: stats.mtimeNs};
}

/** True if nothing was written between the two states of a file that is held open. */
export function isUnwritten(one: FileState, other: FileState): boolean {
	return one.size === other.size && one.changedNs === other.changedNs;
}

/** True if both are the same file, and nothing was written to it between the two; also if neither exists. */
export function isSameState(one: FileState | undefined, other: FileState | undefined): boolean {
	if (one === undefined || other === undefined) return one === other;
	return one.device === other.device && one.inode === other.inode && isUnwritten(one, other);
}
