import {pathServices} from './app-services/files.ts';
import {AppSandbox} from './app-services/sandbox.ts';
import {appStreams, type CommandIo, isInteractive} from './io.ts';
import {loadApp} from './load-app.ts';

/** `secoda-upload demo`: check, fix and upload the example file, with a temporary sandbox. Returns the exit code. */
export async function demoCommand(io: CommandIo): Promise<number> {
	const appSandbox = new AppSandbox();
	try {
		const {file, catalog, state, sandbox} = await appSandbox.start();
		if (isInteractive(io)) {
			const runApp = await loadApp(io.env);
			const opened = await appSandbox.open();
			const connection = {kind: 'connected', destination: opened.upload} as const;
			return await runApp({kind: 'file-alone', opened, connection, paths: pathServices(io.env)}, appStreams(io));
		}

		const {headlessDemo} = await import('./headless-demo.ts');
		return await headlessDemo({file, services: {catalog, state}, integration: sandbox.integration}, io);
	} finally {
		await appSandbox.close();
	}
}
