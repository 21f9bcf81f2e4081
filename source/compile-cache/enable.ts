import {lstatSync} from 'node:fs';
import module from 'node:module';
import {dirname} from 'node:path';
import {distrustReason} from '../profiles/trust.ts';
import {compileCacheFolder} from './folder.ts';

/**
Lets Node store the compiled code of this program, and load it in the next run, if the folder exists and belongs to the user: what
is in it will be executed. The variables of Node for its own cache have precedence.
*/
export function enableExistingCompileCache(env: NodeJS.ProcessEnv): void {
	try {
		const folder = compileCacheFolder(env);
		const caches = dirname(folder);
		if ([folder, caches, dirname(caches)].every(isTrusted)) module.enableCompileCache(folder);
	} catch {
		// Without a cache the program only starts more slowly.
	}
}

function isTrusted(folder: string): boolean {
	const stats = lstatSync(folder, {throwIfNoEntry: false});
	return stats?.isDirectory() === true && distrustReason(stats) === undefined;
}
