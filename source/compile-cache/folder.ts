import {join} from 'node:path';
import {appFolders} from '../profiles/folders.ts';
import {version} from '../version.ts';

/** Returns the folder of all compile caches. */
export function compileCachesFolder(env: NodeJS.ProcessEnv): string {
	return join(appFolders(env).state, 'compile-cache');
}

/** Returns the folder of the compile cache of this version. */
export function compileCacheFolder(env: NodeJS.ProcessEnv): string {
	return join(compileCachesFolder(env), version);
}
