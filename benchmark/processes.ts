import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';

/** A run of a program, from its start to its end. */
export type Run = {
	readonly seconds: number;
	/** Processor time of all its threads, user and system: it depends little on what else the machine does. */
	readonly processorSeconds: number;
	/** The most memory that it held; only of programs in Node. */
	readonly mebibytes: number | undefined;
	readonly stdout: string;
};

export type RunOptions = {
	/** A file that the program gets on standard input. */
	readonly input?: string;
	readonly env?: NodeJS.ProcessEnv;
};

/** Loaded before a program of Node: prints the most memory that was held, in KiB, when the program ends. */
const peakMemory = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;

/** Runs a program and prints the times of the shell and of its children. */
const timed = '"$@"; code=$?; times >&2; exit $code';

/** The exit code of the shell for a program that it does not find. */
const notInstalled = 127;

class NotInstalledError extends Error {}

/** Runs a program of Node. @throws if it prints nothing */
export async function runNode(args: readonly string[], options: RunOptions = {}): Promise<Run> {
	return run(process.execPath, ['--import', peakMemory, ...args], options);
}

/** Runs any program; returns `undefined` if it is not installed. */
export async function runOther(program: string, args: readonly string[]): Promise<Run | undefined> {
	return run(program, args, {}).catch((error: unknown) => {
		if (error instanceof NotInstalledError) return undefined;
		throw error;
	});
}

async function run(program: string, args: readonly string[], {input, env}: RunOptions): Promise<Run> {
	const start = performance.now();
	const child = spawn('sh', ['-c', timed, 'sh', program, ...args], {
		stdio: ['pipe', 'pipe', 'pipe'],
		env: {...process.env, ...env},
	});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
	const feeding = input === undefined ? child.stdin.end() : pipeline(createReadStream(input), child.stdin);
	await once(child, 'close');
	await feeding;
	const seconds = (performance.now() - start) / 1000;
	const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
	if (child.exitCode === notInstalled) throw new NotInstalledError(`${program} is not installed`);
	if (stdout === '') throw new Error(`${program} ${args.join(' ')} printed nothing: ${stderr}`);
	const mebibytes = peak === undefined ? undefined : Number(peak) / 1024;
	return {seconds, processorSeconds: processorSecondsIn(stderr), mebibytes, stdout};
}

/** Returns the last times that the shell printed for its children: user and system. */
function processorSecondsIn(stderr: string): number {
	const times = [...stderr.matchAll(/(\d+)m([\d.]+)s/g)].slice(-2);
	return times.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}
