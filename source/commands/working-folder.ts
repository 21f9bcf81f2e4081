import {isAbsolute, resolve} from 'node:path';
import {usageErrors} from './usage-errors.ts';

/** Returns the working folder; `undefined` if it has been deleted. */
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
	throw usageErrors.deletedFolder(path);
}
