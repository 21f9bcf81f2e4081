import {spawn, spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Scope, temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath} from '../support/program.ts';

/** A fault of one file call of the program: an errno (Linux numbers), or the death of the process right before it. */
export type Fault = {
	/** The number of the call, from 0, among those that are watched. */
	readonly at: number;
	readonly action: number | 'kill';
	/** The calls that are watched; all when absent. */
	readonly calls?: readonly string[];
	/** Every later call fails as well. */
	readonly lasting?: boolean;
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
	static async build(t: Scope): Promise<Injector | undefined> {
		const shim = join(await temporaryFolder(t), 'shim.so');
		return compileShim(shim) ? new Injector(shim) : undefined;
	}

	/** The watched file calls of a run without a fault, by name and in order. */
	async record(
		run: Run,
		calls?: readonly string[],
	): Promise<{readonly calls: readonly string[]; readonly ended: Ended}> {
		const log = `${run.folder}.calls`;
		const ended = await this.#start(run, {TORTURE_LOG: log, ...watched(calls)});
		const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter(Boolean);
		await rm(log, {force: true});
		return {calls: lines, ended};
	}

	run(run: Run, {at, action, calls, lasting = false}: Fault): Promise<Ended> {
		return this.#start(run, {
			TORTURE_AT: String(at),
			TORTURE_ERRNO: String(action),
			...(lasting ? {TORTURE_FROM: '1'} : {}),
			...watched(calls),
		});
	}

	#start(
		{program = programPath, args, env, input, folder}: Run,
		own: Readonly<Record<string, string>>,
	): Promise<Ended> {
		return finish(
			spawn(process.execPath, [program, ...args], {
				cwd: folder,
				env: {...environment(folder), ...env, LD_PRELOAD: this.#shim, TORTURE_FOLDER: folder, ...own},
				stdio: ['pipe', 'pipe', 'pipe'],
			}),
			input,
		);
	}
}

/** Compiles the shim into a file; `false` where there is no C compiler, or another system than Linux. */
export function compileShim(shim: string): boolean {
	if (process.platform !== 'linux' || !existsSync('/proc/self/fd')) return false;
	const source = fileURLToPath(new URL('shim.c', import.meta.url));
	return spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, source, '-ldl'], {stdio: 'ignore'}).status === 0;
}

function watched(calls: readonly string[] | undefined): Readonly<Record<string, string>> {
	return calls === undefined ? {} : {TORTURE_CALLS: calls.join(' ')};
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
