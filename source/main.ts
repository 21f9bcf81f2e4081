import {CommanderError} from 'commander';
import {commandLine} from './command-line/command-line.ts';
import {secretsIn} from './command-line/secrets.ts';
import type {SelectedCommand} from './command-line/select-command.ts';
import type {Streams} from './commands/io.ts';
import {OutputStream} from './commands/output-stream.ts';
import {errorJson, reportBug, reportUserError} from './commands/report-error.ts';
import {exitCodes} from './errors/exit-codes.ts';
import {UserError} from './errors/user-error.ts';
import {watchOutput} from './output-failure.ts';
import {addSecret} from './profiles/known-secrets.ts';

/** The exit code for each signal. */
const signalCodes = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

/** A repeated signal within this time is a duplicate, in milliseconds. */
const duplicateSignalMs = 150;

/** How long a stopped program may write its last output, in milliseconds. */
const finalOutputMs = 1000;

/** Parses the command line, runs the command, and sets the exit code. */
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
	const argv = process.argv.slice(2);
	for (const secret of secretsIn(argv, env)) addSecret(secret);
	const code = await runCommandLine(argv, io);
	hasEnded = true;
	process.exitCode = signalled ?? code;
	// A stream without a reader must not keep a stopped program alive.
	if (signalled !== undefined) setTimeout(() => process.exit(), finalOutputMs).unref();
}

async function runCommandLine(argv: readonly string[], io: Streams): Promise<number> {
	let selected: SelectedCommand | undefined;
	const program = commandLine(run => {
		selected = run;
	}, io);
	const output = {...io, result: asksForJson(argv) ? 'json' : 'text', effect: 'none'} as const;
	try {
		await program.parseAsync(argv, {from: 'user'});
	} catch (error) {
		if (error instanceof UserError) return reportUserError(error, output);
		if (!(error instanceof CommanderError)) return reportBug(error, output);
		if (error.exitCode === 0) return exitCodes.done;
		// Commander has already printed the text.
		if (output.result === 'json') io.stdout.writeJson(errorJson(wrongArguments(error)));
		return exitCodes.wrongUsage;
	}

	return selected === undefined ? exitCodes.done : selected(io);
}

/** True if the command line asks for JSON, even if it cannot be parsed. */
function asksForJson(argv: readonly string[]): boolean {
	const options = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : argv.length);
	return options.some(
		(word, at) => word === '--json' || word === '--format=json' || (word === 'json' && options[at - 1] === '--format'),
	);
}

function wrongArguments({message}: CommanderError): UserError {
	return new UserError('wrong-usage', message.replace(/^error: /, ''), 'Run with --help to see the options.');
}
