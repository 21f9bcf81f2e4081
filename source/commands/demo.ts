import {pathServices} from './app-services/files.ts';
import {AppSandbox} from './app-services/sandbox.ts';
import {appStreams, type CommandIo, isInteractive} from './io.ts';
import {loadApp} from './load-app.ts';

/** The main job on the example file and a sandbox of its own, in a temporary folder. Answers the exit code. */
export async function demoCommand(io: CommandIo): Promise<number> {
	const forApp = new AppSandbox();
	try {
		const {file, catalog, state, sandbox} = await forApp.start();
		if (isInteractive(io)) {
			const runApp = await loadApp(io.env);
			const opened = await forApp.open();
			return await runApp({kind: 'file', opened, paths: pathServices(io.env)}, appStreams(io));
		}

		const {headlessDemo} = await import('./headless-demo.ts');
		return await headlessDemo({file, services: {catalog, state}, integration: sandbox.integration}, io);
	} finally {
		await forApp.close();
	}
}
