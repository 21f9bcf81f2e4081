import {isAbsolute, resolve} from 'node:path';
import {usageError} from './usage-error.ts';

/** Returns the working folder; `undefined` when it has been deleted since the shell went there. */
export function workingFolder(): string | undefined {
	try {
		return process.cwd();
	} catch {
		return undefined;
	}
}

/** Returns the absolute path of a file. @throws UsageError for a relative path in a deleted working folder */
export function absolutePath(path: string): string {
	if (isAbsolute(path)) return resolve(path);
	const folder = workingFolder();
	if (folder !== undefined) return resolve(folder, path);
	throw usageError(
		`${path} is not an absolute path, and the working folder has been deleted.`,
		'Change to another folder, or give the whole path.',
	);
}
