import {CommanderError} from 'commander';
import {commandLine} from './command-line/command-line.ts';
import type {Chosen} from './command-line/run.ts';
import {failureOf} from './commands/failure.ts';
import type {Streams} from './commands/io.ts';
import {exitCodes} from './job/ending.ts';

/** The exit code that a signal asks for. */
const signalCodes = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

/** Nobody presses a key twice in so short a time, in milliseconds. */
const echoMs = 150;

/** Reads the command line, runs the command, and sets the exit code. */
export async function main(): Promise<void> {
	const abort = new AbortController();
	let signalled: number | undefined;
	let signalledAt = Number.NEGATIVE_INFINITY;
	for (const [name, code] of Object.entries(signalCodes)) {
		process.on(name, () => {
			// One signal can come twice: a terminal that closes sends two, and some libraries pass theirs on.
			const isEcho = performance.now() - signalledAt < echoMs;
			signalledAt = performance.now();
			if (isEcho) return;
			// The first asks the work to stop; a second one does not wait for it.
			if (signalled !== undefined && name !== 'SIGHUP') process.exit(code);
			signalled = code;
			abort.abort();
		});
	}

	// A limit on the size of files is told by the write that meets it.
	if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);
	const {stdin, stdout, stderr, env} = process;
	stdout.on('error', ignoreClosedPipe);
	stderr.on('error', ignoreClosedPipe);
	const io: Streams = {stdin, stdout, stderr, env, signal: abort.signal};
	const code = await runCommandLine(process.argv.slice(2), io).catch(error => tellFailure(error, io));
	process.exitCode = signalled ?? code;
}

async function runCommandLine(argv: readonly string[], io: Streams): Promise<number> {
	let chosen: Chosen | undefined;
	const program = commandLine(run => {
		chosen = run;
	});
	try {
		await program.parseAsync(argv, {from: 'user'});
	} catch (error) {
		// Commander has told what is wrong, or shown the help that was asked for.
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
		throw error;
	}

	return chosen === undefined ? exitCodes.done : chosen(io);
}

function tellFailure(error: unknown, {stderr, signal}: Streams): number {
	const failure = failureOf(error);
	// Whoever stops it is still told when something may have been made.
	if (signal.aborted && failure?.exitCode !== exitCodes.unknown) {
		stderr.write('Stopped.\n');
		return exitCodes.interrupted;
	}

	if (failure === undefined) throw error;
	stderr.write(`${failure.message}\n${failure.nothingSent ? 'Nothing was sent. ' : ''}Next: ${failure.next}\n`);
	return failure.exitCode;
}

/**
A reader such as `head` that has seen enough is no fault, and an upload that runs comes to its end without one; a terminal that
is gone sends its own signal.
*/
function ignoreClosedPipe({code, message}: NodeJS.ErrnoException): void {
	if (code !== 'EPIPE' && code !== 'EIO') throw new Error(`output cannot be written: ${message}`);
}
