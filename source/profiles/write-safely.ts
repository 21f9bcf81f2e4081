import {randomUUID} from 'node:crypto';
import {closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';

/**
Puts a small file in the place of another one, or leaves that one as it was: it is made beside it, read back, made
durable, and only then given its name. `write` makes it at the path that it is given.

@throws whatever the system says, and an Error when what was written is not what stands there.
*/
export function replaceFile(
	path: string,
	write: (temporary: string) => void,
	isRight: (text: string) => boolean,
): void {
	const folder = dirname(path);
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const temporary = join(folder, `.${randomUUID()}.tmp`);
	try {
		write(temporary);
		// Some writers say nothing on a full disk.
		if (!isRight(readFileSync(temporary, 'utf8'))) throw new Error('what was written did not reach the disk');
		sync(temporary);
		renameSync(temporary, path);
		if (process.platform !== 'win32') sync(folder);
	} catch (error) {
		rmSync(temporary, {force: true});
		throw error;
	}
}

function sync(path: string): void {
	const descriptor = openSync(path, 'r');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
