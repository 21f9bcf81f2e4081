import {mkdirSync, statSync} from 'node:fs';
import {dirname} from 'node:path';
import {systemCode} from '../errors/user-error.ts';

/** The mode of a folder that only its owner may enter. */
export const privateFolderMode = 0o700;

/**
Creates a folder and its missing parents, one at a time. Node's recursive mkdir never ends where a folder
that exists answers ENOENT for its children, as /proc does.

@throws what the system says when there is no such folder afterwards.
*/
export function makeFolder(path: string, mode = 0o777): void {
	if (isFolder(path)) return;
	try {
		makeSingleFolder(path, mode);
	} catch (error) {
		const parent = dirname(path);
		if (systemCode(error) !== 'ENOENT' || parent === path || isFolder(parent)) throw error;
		makeFolder(parent, mode);
		makeSingleFolder(path, mode);
	}
}

function makeSingleFolder(path: string, mode: number): void {
	try {
		mkdirSync(path, mode);
	} catch (error) {
		// Another process may have been faster.
		if (systemCode(error) !== 'EEXIST' || !isFolder(path)) throw error;
	}
}

function isFolder(path: string): boolean {
	return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
}
