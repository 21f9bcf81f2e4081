import {randomUUID} from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import {dirname, join} from 'node:path';

/**
Puts a small file in the place of another one, or leaves that one as it was: it is made beside it, read back, made
durable, and only then given its name. `write` makes it at the path that it is given.

@throws NotDurable when it stands there and that is all that is known; else, with nothing changed, whatever the system says,
or an Error when what was written did not reach the disk.
*/
export function replaceFile(
	path: string,
	write: (temporary: string) => void,
	isRight: (text: string) => boolean,
): void {
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	// A link stays one: what it leads to is replaced.
	const target = existsSync(path) ? realpathSync(path) : path;
	const folder = dirname(target);
	sweep(folder);
	const temporary = join(folder, `.${randomUUID()}.tmp`);
	try {
		write(temporary);
		// Some writers say nothing on a full disk.
		if (!isRight(readFileSync(temporary, 'utf8'))) throw new Error('what was written did not reach the disk');
		sync(temporary, 'r+');
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, {force: true});
		throw error;
	}

	if (process.platform !== 'win32') syncFolder(folder);
}

/** How old a temporary file is that nobody writes any more, in milliseconds. */
const abandonedMs = 60_000;

/** Takes away what writers that were killed have left behind: it may hold a secret. */
function sweep(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (!/^\.[\da-f-]{36}\.tmp/.test(name)) continue;
		const path = join(folder, name);
		const stats = statSync(path, {throwIfNoEntry: false});
		if (stats !== undefined && Date.now() - stats.mtimeMs > abandonedMs) rmSync(path, {force: true});
	}
}

/** What was written stands there, and may be lost with a power cut. */
export class NotDurable extends Error {
	override readonly name = 'NotDurable';
}

/** What a file system says that does not know how to make a folder durable. */
const unknownThere: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR']);

function syncFolder(folder: string): void {
	try {
		sync(folder, 'r');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (!unknownThere.has(code)) throw new NotDurable(`${folder} could not be made durable (${code})`, {cause: error});
	}
}

function sync(path: string, flags: 'r' | 'r+'): void {
	const descriptor = openSync(path, flags);
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}
