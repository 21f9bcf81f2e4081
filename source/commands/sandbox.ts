import {examplePath} from '../program-files.ts';
import {type Sandbox, startSandbox} from '../sandbox/sandbox.ts';
import {shellPath} from '../text/shell-word.ts';
import type {CommandIo} from './io.ts';
import {messages} from './messages.ts';
import {usageErrors} from './usage-errors.ts';

export type SandboxCommandOptions = {
	readonly port: number;
	readonly token?: string | undefined;
	readonly dataDir?: string | undefined;
	readonly json: boolean;
};

/** `secoda-upload sandbox`: runs a local Secoda until it is stopped. Its token is valid only there, so it is shown. */
export async function sandboxCommand(options: SandboxCommandOptions, {stdout, signal}: CommandIo): Promise<number> {
	const sandbox = await start(options);
	const {url, token, integration} = sandbox;
	const target = ['--url', url, '--integration', integration].join(' ');
	const reviewCommand = `secoda-upload ${shellPath(examplePath('warehouse.csv'))} ${target}`;
	if (options.json) stdout.writeJson({url, token, integration});
	else stdout.write(messages.sandboxReady(url, token, integration, reviewCommand));
	await new Promise<void>(resolve => {
		if (signal.aborted) resolve();
		signal.addEventListener('abort', () => resolve(), {once: true});
	});
	await sandbox.close();
	return 0;
}

async function start(options: SandboxCommandOptions): Promise<Sandbox> {
	try {
		return await startSandbox(options);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
			throw usageErrors.portInUse(options.port);
		}

		const reason = error instanceof Error ? error.message : String(error);
		throw usageErrors.sandboxFailed(reason);
	}
}
