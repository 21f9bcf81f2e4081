import {spawn} from 'node:child_process';
import {fileURLToPath} from 'node:url';

/** The built program. */
export const programPath = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export type Ran = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

/** Returns the environment of this process without CI and the variables that the program reads. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
	const own = /^(?:SECODA_|NO_COLOR$|FORCE_COLOR$|CI$)/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

export type RunOptions = {
	readonly home: string;
	readonly env?: Readonly<Record<string, string>>;
	/** Standard input; empty if absent. */
	readonly input?: string | Buffer;
};

/** Runs the built program without a terminal. The home is a folder of the test. */
export async function runProgram(args: readonly string[], options: RunOptions): Promise<Ran> {
	return runCommand(process.execPath, [programPath, ...args], options);
}

/** Runs any command like `runProgram`. */
export async function runCommand(
	command: string,
	args: readonly string[],
	{home, env = {}, input}: RunOptions,
): Promise<Ran> {
	const child = spawn(command, [...args], {
		cwd: home,
		env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, ...env},
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	// A program that has read enough closes the pipe.
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', chunk => {
		stdout += chunk;
	});
	child.stderr.on('data', chunk => {
		stderr += chunk;
	});
	const code = await new Promise<number | null>(resolve => child.on('close', resolve));
	return {code, stdout, stderr};
}
