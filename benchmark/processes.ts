import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createReadStream} from 'node:fs';
import {pipeline} from 'node:stream/promises';

/** What a program took, from its start to its end. */
export type Run = {
	readonly seconds: number;
	/** The most memory that it held; not known of every program. */
	readonly mebibytes: number | undefined;
	readonly stdout: string;
};

/** Loaded before a program of Node: at its end it tells the most memory that was held, in KiB. */
const peakMemory = `data:text/javascript,${encodeURIComponent(
	"process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n'))",
)}`;

/** Runs a program of Node; `input` is a file that it gets on standard input. */
export async function runNode(args: readonly string[], input?: string): Promise<Run> {
	return run(process.execPath, ['--import', peakMemory, ...args], input);
}

/** Runs any program. `undefined` when there is no such program. */
export async function runOther(program: string, args: readonly string[]): Promise<Run | undefined> {
	return run(program, args).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
}

async function run(program: string, args: readonly string[], input?: string): Promise<Run> {
	const start = performance.now();
	const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'pipe']});
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
