import {copyFile, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {parseAddress} from '../catalog/address.ts';
import {connect} from '../catalog/client.ts';
import {examplePath} from '../entries.ts';
import {openState} from '../profiles/state/state.ts';
import {startSandbox} from '../sandbox/sandbox.ts';
import {type CommandIo, isInteractive} from './io.ts';
import {loadApp} from './load-app.ts';

/** The main job on the example file and a sandbox of its own, in a temporary folder. Answers the exit code. */
export async function demoCommand(io: CommandIo): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-demo-'));
	const sandbox = await startSandbox();
	const state = await openState(join(folder, 'state'));
	try {
		const file = join(folder, 'warehouse.csv');
		await copyFile(examplePath('warehouse.csv'), file);
		const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
		const demo = {file, services: {catalog, state}, integration: sandbox.integration};
		if (isInteractive(io)) {
			const runApp = await loadApp(io.env);
			return await runApp(
				{
					file,
					reading: {},
					upload: {...demo.services, integration: demo.integration, waitMs: 60_000},
					howToConnect: '',
				},
				io,
			);
		}

		const {headlessDemo} = await import('./headless-demo.ts');
		return await headlessDemo(demo, io);
	} finally {
		state.close();
		await sandbox.close();
		await rm(folder, {recursive: true, force: true});
	}
}
