import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {cleanEnvironment, programPath} from '../support/program.ts';

/** A fault of one file call of the program: an errno (Linux numbers), or the death of the process right before it. */
export type Fault = {
	/** The number of the call, from 0, among those that are watched. */
	readonly at: number;
	readonly action: number | 'kill';
	/** The calls that are watched. */
	readonly calls: readonly string[];
};

export const errno = {EPERM: 1, EIO: 5, ENXIO: 6, EACCES: 13, EXDEV: 18, ENOSPC: 28, ENOTSUP: 95, ESTALE: 116} as const;

/** One run of the program. */
export type Run = {
	/** The program; the built one when absent. */
	readonly program?: string;
	readonly args: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly input?: string;
	/** The folder whose file calls are watched; the home of the program is in it. */
	readonly folder: string;
};

export type Ended = {
	/** `null` when the process was killed. */
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
};

/** Runs the built program with faults of its file calls. */
export class Injector {
	readonly #shim: string;

	private constructor(shim: string) {
		this.#shim = shim;
	}

	/** Compiles the shim; `undefined` where there is no C compiler, or another system than Linux. */
	static build(folder: string): Injector | undefined {
		const shim = join(folder, 'shim.so');
		return compileShim(shim) ? new Injector(shim) : undefined;
	}

	/** The watched file calls of a run without a fault, by name and in order. */
	async record(
		run: Run,
		calls: readonly string[],
	): Promise<{readonly calls: readonly string[]; readonly ended: Ended}> {
		const {env, recorded} = this.recording(run.folder, calls);
		const ended = await start(run, env);
		return {calls: await recorded(), ended};
	}

	run(run: Run, fault: Fault): Promise<Ended> {
		return start(run, this.injecting(run.folder, fault));
	}

	/** The environment with which a program writes down its calls below a folder. */
	recording(
		folder: string,
		calls: readonly string[],
	): {readonly env: Readonly<Record<string, string>>; recorded(): Promise<readonly string[]>} {
		const log = `${folder}.calls`;
		return {
			env: {...this.#watching(folder, calls), TORTURE_LOG: log},
			async recorded() {
				const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean);
				await rm(log, {force: true});
				return lines;
			},
		};
	}

	/** The environment with which a call of a program below a folder fails. */
	injecting(folder: string, {at, action, calls}: Fault): Readonly<Record<string, string>> {
		return {...this.#watching(folder, calls), TORTURE_AT: String(at), TORTURE_ERRNO: String(action)};
	}

	#watching(folder: string, calls: readonly string[]): Readonly<Record<string, string>> {
		return {LD_PRELOAD: this.#shim, TORTURE_FOLDER: folder, TORTURE_CALLS: calls.join(' ')};
	}
}

/** Compiles the shim into a file; `false` where there is no C compiler, or another system than Linux. */
export function compileShim(shim: string): boolean {
	if (process.platform !== 'linux' || !existsSync('/proc/self/fd')) return false;
	const source = fileURLToPath(new URL('shim.c', import.meta.url));
	return spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl'], {stdio: 'ignore'}).status === 0;
}

function start(
	{program = programPath, args, env, input, folder}: Run,
	faults: Readonly<Record<string, string>>,
): Promise<Ended> {
	return finish(
		spawn(process.execPath, [program, ...args], {
			cwd: folder,
			env: {...environment(folder), ...env, ...faults},
			stdio: ['pipe', 'pipe', 'pipe'],
		}),
		input,
	);
}

/** The environment of a program whose home is a folder of the test. */
export function environment(folder: string): NodeJS.ProcessEnv {
	return {...cleanEnvironment(), HOME: folder, SECODA_UPLOAD_HOME: join(folder, 'home')};
}

/** Waits for the end of a process and returns what it printed. */
export async function finish(child: ReturnType<typeof spawn>, input?: string): Promise<Ended> {
	const output = {stdout: '', stderr: ''};
	child.stdin?.on('error', () => undefined);
	child.stdin?.end(input);
	for (const name of ['stdout', 'stderr'] as const)
		child[name]?.on('data', chunk => {
			output[name] += chunk;
		});
	const code = await new Promise<number | null>(resolve => child.on('close', resolve));
	return {code, ...output};
}
