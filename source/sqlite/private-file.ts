import {closeSync, constants, fstatSync, openSync, statSync} from 'node:fs';

/**
Creates a file that only its owner can read, unless it is there. SQLite opens files by name and waits for ever for one that is
a FIFO, so what is there must be a regular file.

@throws what the system says, or an Error for another kind of file.
*/
export function ensurePrivateFile(path: string): void {
	// On Windows there is no such flag, and no FIFO either.
	const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK ?? 0);
	assertRegularOrAbsent(path);
	const descriptor = openSync(path, flags, 0o600);
	try {
		if (!fstatSync(descriptor).isFile()) throw new Error(`${path} is not a regular file`);
	} finally {
		closeSync(descriptor);
	}
}

/** @throws an Error for what is there and no regular file. */
export function assertRegularOrAbsent(path: string): void {
	const stats = statSync(path, {throwIfNoEntry: false});
	if (stats !== undefined && !stats.isFile()) throw new Error(`${path} is not a regular file`);
}
