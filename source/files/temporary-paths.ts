import {rmSync} from 'node:fs';

const paths = new Set<string>();

/** Removes what is still there when the program exits before its work has ended, as a second signal demands. */
function removeAll(): void {
	for (const path of paths) {
		try {
			rmSync(path, {recursive: true, force: true});
		} catch {
			// The program is exiting: there is nothing else to try.
		}
	}
}

/** Registers a temporary file or folder before it is created, so that no exit leaves it behind. */
export function registerTemporary(path: string): void {
	if (paths.size === 0) process.once('exit', removeAll);
	paths.add(path);
}

/** Ends the registration: the path was removed, or has become a file of the user's. */
export function forgetTemporary(path: string): void {
	paths.delete(path);
	if (paths.size === 0) process.off('exit', removeAll);
}
