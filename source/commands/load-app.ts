import {createCompileCache} from '../compile-cache/create.ts';

/**
Loads the interactive app, which most commands never need. Chalk, which Ink uses, ignores NO_COLOR on a terminal and reads
FORCE_COLOR when it is loaded.
*/
export async function loadApp(env: NodeJS.ProcessEnv): Promise<typeof import('../app/run-app.ts').runApp> {
	if (env.NO_COLOR) env.FORCE_COLOR = '0';
	createCompileCache(env);
	const {runApp} = await import('../app/run-app.ts');
	return runApp;
}
