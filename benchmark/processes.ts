import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';

/** A run of a program, from its start to its end. */
export type Run = {
	readonly seconds: number;
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

/** Runs a program of Node. @throws if it prints nothing */
export async function runNode(args: readonly string[], options: RunOptions = {}): Promise<Run> {
	return run(process.execPath, ['--import', peakMemory, ...args], options);
}

/** Runs any program; returns `undefined` if it is not installed. */
export async function runOther(program: string, args: readonly string[]): Promise<Run | undefined> {
	return run(program, args, {}).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
}

async function run(program: string, args: readonly string[], {input, env}: RunOptions): Promise<Run> {
	const start = performance.now();
	const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'pipe'], env: {...process.env, ...env}});
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
	const feeding = input === undefined ? child.stdin.end() : pipeline(createReadStream(input), child.stdin);
	await once(child, 'close');
	await feeding;
	const seconds = (performance.now() - start) / 1000;
	const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
	if (stdout === '') throw new Error(`${program} ${args.join(' ')} printed nothing: ${stderr}`);
	return {seconds, mebibytes: peak === undefined ? undefined : Number(peak) / 1024, stdout};
}
