/**
Loads the interactive app, which most commands never need. Ink asks for colours by a library that does not know
NO_COLOR on a terminal, and reads its answer when it is loaded.
*/
export async function loadApp(env: NodeJS.ProcessEnv): Promise<typeof import('../app/run-app.ts').runApp> {
	if (env.NO_COLOR) env.FORCE_COLOR = '0';
	const {runApp} = await import('../app/run-app.ts');
	return runApp;
}
