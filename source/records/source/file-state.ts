/** The metadata that detects a change of a file without reading it. */
export type FileState = {
	readonly device: bigint;
	readonly inode: bigint;
	readonly size: bigint;
	readonly changedNs: bigint;
};

export function stateOf(stats: {dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint}): FileState {
	return {device: stats.dev, inode: stats.ino, size: stats.size, changedNs: stats.mtimeNs};
}

/** True if an open file was not written to between two states. */
export function isUnwritten(one: FileState, other: FileState): boolean {
	return one.size === other.size && one.changedNs === other.changedNs;
}

/** True if both states are of the same file, which was not written to in between; also if neither exists. */
export function isSameState(one: FileState | undefined, other: FileState | undefined): boolean {
	if (one === undefined || other === undefined) return one === other;
	return one.device === other.device && one.inode === other.inode && isUnwritten(one, other);
}
