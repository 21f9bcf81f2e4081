/** Returns the file name of a snapshot of any format. */
export function fileNameOf(sha256: string): string {
	return `${sha256}.csv`;
}

/** Returns the SHA-256 in the file name of a snapshot; `undefined` for other files. */
export function sha256In(name: string): string | undefined {
	return /^([0-9a-f]{64})\.csv$/.exec(name)?.[1];
}

/** True for the name of an unfinished file. */
export function isTemporary(name: string): boolean {
	return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name);
}
