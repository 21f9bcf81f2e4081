/** Returns the name under which a snapshot is kept, whatever its format. */
export function fileNameOf(sha256: string): string {
	return `${sha256}.csv`;
}

/** Returns the SHA-256 of a snapshot that is kept under a name; `undefined` for other files. */
export function sha256In(name: string): string | undefined {
	return /^([0-9a-f]{64})\.csv$/.exec(name)?.[1];
}

/** True for the name of a file that is being written. */
export function isTemporary(name: string): boolean {
	return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name);
}
