import {examplePath} from '../program-files.ts';
import {type Sandbox, startSandbox} from '../sandbox/sandbox.ts';
import {shellPath} from '../text/shell-word.ts';
import type {CommandIo} from './io.ts';
import {usageError} from './usage-error.ts';

export type SandboxCommandOptions = {
	readonly port: number;
	readonly token?: string | undefined;
	readonly dataDir?: string | undefined;
	readonly json: boolean;
};

/** `secoda-upload sandbox`: a local Secoda until it is stopped. Its token opens nothing but itself, so it is shown. */
export async function sandboxCommand(options: SandboxCommandOptions, {stdout, signal}: CommandIo): Promise<number> {
	const sandbox = await start(options);
	const {url, token, integration} = sandbox;
	if (options.json) stdout.writeJson({url, token, integration});
	else stdout.write(introduction(sandbox));
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
			throw usageError(`Port ${options.port} is in use by another program.`, 'Choose another --port, or leave it out.');
		}

		const reason = error instanceof Error ? error.message : String(error);
		throw usageError(`The sandbox cannot start: ${reason}.`, 'Check --data-dir and --port.');
	}
}

function introduction({url, token, integration}: Sandbox): string {
	return `A local Secoda is listening. Stop it with Ctrl+C.
  address      ${url}
  token        ${token}
  integration  ${integration}

Try it, in another terminal:
  export SECODA_API_TOKEN=${token}
  secoda-upload ${shellPath(examplePath('warehouse.csv'))} --url ${url} --integration ${integration}
`;
}
