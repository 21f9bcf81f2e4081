import {runCommandLine} from './command-line/run-command-line.ts';
import type {Streams} from './commands/io.ts';
import {OutputStream} from './commands/output-stream.ts';
import {reportBug} from './commands/report-error.ts';
import {exitCodes} from './errors/exit-codes.ts';
import {watchOutput} from './output-failure.ts';

/** The exit code for each signal. */
const signalCodes = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

/** A repeated signal within this time is a duplicate, in milliseconds. */
const duplicateSignalMs = 150;

/** How long a stopped program may write its last output, in milliseconds. */
const finalOutputMs = 1000;

/** Runs the command line with the streams of the process, handles signals, and sets the exit code. */
export async function main(): Promise<void> {
	const abort = new AbortController();
	let signalled: number | undefined;
	let hasEnded = false;
	let signalledAt = Number.NEGATIVE_INFINITY;
	for (const [name, code] of Object.entries(signalCodes)) {
		process.on(name, () => {
			// A signal can arrive twice: a closing terminal sends two, and some libraries forward theirs.
			const isDuplicate = performance.now() - signalledAt < duplicateSignalMs;
			signalledAt = performance.now();
			// Only output without a reader remains.
			if (hasEnded) process.exit(code);
			if (isDuplicate) return;
			// The first signal asks the command to stop; a second one exits at once.
			if (signalled !== undefined && name !== 'SIGHUP') process.exit(code);
			signalled = code;
			abort.abort();
		});
	}

	// A write that exceeds the limit on file sizes fails with EFBIG instead.
	if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);
	const {stdin, stdout, stderr, env} = process;
	const {signal} = abort;
	const io: Streams = {
		stdin,
		stdout: new OutputStream(stdout, signal),
		stderr: new OutputStream(stderr, signal),
		env,
		signal,
	};
	watchOutput(io.stdout, io.stderr);
	process.on('uncaughtException', error => {
		// Ink restores the terminal when the process exits; the report must come after that.
		process.once('exit', () => reportBug(error, {...io, result: 'text', effect: 'none'}));
		process.exit(exitCodes.bug);
	});
	const code = await runCommandLine(process.argv.slice(2), io);
	hasEnded = true;
	process.exitCode = signalled ?? code;
	// A stream without a reader must not keep a stopped program alive.
	if (signalled !== undefined) setTimeout(() => process.exit(), finalOutputMs).unref();
}
