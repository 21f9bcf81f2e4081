import {existsSync, rmSync} from 'node:fs';
import {getCompileCacheDir} from 'node:module';
import {makeFolder, privateFolderMode} from '../files/make-folder.ts';
import {enableExistingCompileCache} from './enable.ts';
import {compileCacheFolder, compileCachesFolder} from './folder.ts';

/** Creates and enables the compile cache of this version, and removes those of others. */
export function createCompileCache(env: NodeJS.ProcessEnv): void {
	if (env.NODE_DISABLE_COMPILE_CACHE || getCompileCacheDir() !== undefined) return;
	try {
		const folder = compileCacheFolder(env);
		if (existsSync(folder)) return;
		rmSync(compileCachesFolder(env), {recursive: true, force: true});
		makeFolder(folder, privateFolderMode);
	} catch {
		// Without a cache the program only starts more slowly.
		return;
	}

	enableExistingCompileCache(env);
}
