import {openSync} from 'node:fs';
import {devNull} from 'node:os';
import {PassThrough, Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import {runCommandLine} from '../../source/command-line/run-command-line.ts';
import {OutputStream} from '../../source/commands/output-stream.ts';
import {forgetSent} from '../../source/job/sent.ts';
import {forgetSecrets} from '../../source/profiles/known-secrets.ts';
import {cleanEnvironment, type Ran, type RunOptions} from './program.ts';

/** The properties of the streams of a process that are pipes. */
const pipe = {isTTY: false, fd: openSync(devNull, 'r+')};

/** The working folder is that of the process, so a run waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

/**
Runs the command line of the program like `runProgram`, but in this process: for the product of many cases, because most of a run is
its start. What depends on the streams of a process, on signals, or on what a run has left behind needs `runProgram`.
*/
export function runHere(args: readonly string[], options: RunOptions): Promise<Ran> {
	const ran = last.then(() => runAt(args, options));
	last = ran.catch(() => undefined);
	return ran;
}

async function runAt(args: readonly string[], {home, env = {}, input = ''}: RunOptions): Promise<Ran> {
	const before = process.cwd();
	const [stdout, stderr] = [new PassThrough(), new PassThrough()];
	const texts = Promise.all([text(stdout), text(stderr)]);
	process.chdir(home);
	forgetSecrets();
	forgetSent();
	try {
		const code = await runCommandLine(args, {
			stdin: Object.assign(Readable.from([Buffer.from(input)]), pipe) as unknown as NodeJS.ReadStream,
			stdout: new OutputStream(asPipe(stdout)),
			stderr: new OutputStream(asPipe(stderr)),
			env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home, ...env},
			signal: new AbortController().signal,
		});
		stdout.end();
		stderr.end();
		const [printed, reported] = await texts;
		return {code, stdout: printed, stderr: reported};
	} finally {
		process.chdir(before);
	}
}

function asPipe(stream: PassThrough): OutputStream['stream'] {
	return Object.assign(stream, pipe) as unknown as OutputStream['stream'];
}
