import {Command, CommanderError, InvalidArgumentError, Option} from 'commander';
import {failureOf, UsageError} from './commands/failure.ts';
import type {CommandIo} from './commands/io.ts';
import {exitCodes} from './job/ending.ts';
import {version} from './version.ts';

/** The exit code that a signal asks for. */
const signalCodes = {SIGHUP: 129, SIGINT: 130, SIGTERM: 143} as const;

type Run = (io: CommandIo) => Promise<number>;

/** Reads the command line, runs the command, and sets the exit code. */
export async function main(): Promise<void> {
	const abort = new AbortController();
	let signalled: number | undefined;
	for (const [name, code] of Object.entries(signalCodes)) {
		process.on(name, () => {
			// The first asks the work to stop; a second one does not wait for it. A terminal that closes sends two at once.
			if (signalled !== undefined && name !== 'SIGHUP') process.exit(code);
			signalled = code;
			abort.abort();
		});
	}

	const {stdin, stdout, stderr, env} = process;
	stdout.on('error', endQuietlyOnClosedPipe);
	stderr.on('error', endQuietlyOnClosedPipe);
	const io: CommandIo = {stdin, stdout, stderr, env, signal: abort.signal};
	const code = await runCommandLine(process.argv.slice(2), io).catch(error => tellFailure(error, io));
	process.exitCode = signalled ?? code;
}

async function runCommandLine(argv: readonly string[], io: CommandIo): Promise<number> {
	let chosen: Run | undefined;
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

/** The whole command line as data: each command says which module does its work. */
function commandLine(choose: (run: Run) => void): Command {
	const program = new Command('secoda-upload')
		.usage('[file] | <command> [options]')
		.description('Check, fix and upload the description of a warehouse to the Secoda catalog.')
		.version(version)
		.exitOverride()
		.showHelpAfterError('Run with --help to see the options.')
		.enablePositionalOptions()
		.addHelpText('after', exitCodeHelp);

	program
		.command('review', {isDefault: true, hidden: true})
		.argument('[file]', 'a CSV file to look at and fix, or a profile')
		.addOption(urlOption())
		.addOption(integrationOption())
		.addOption(tokenFileOption())
		.addOption(waitOption())
		.addOption(stateOption())
		.allowExcessArguments(true)
		.action((source: string | undefined, options, {args}: Command) =>
			choose(async io => {
				if (args.length > 1) throw tooMany(args);
				return (await import('./commands/review.ts')).reviewCommand({...options, source, waitMs: options.wait}, io);
			}),
		);

	program
		.command('upload')
		.alias('run')
		.description('check a file, show what would change, send it, and wait until it is seen in the catalog')
		.argument('<file>', 'the CSV file, or a profile')
		.addOption(urlOption())
		.addOption(integrationOption())
		.addOption(tokenFileOption())
		.addOption(waitOption())
		.addOption(timeoutOption())
		.option('--approve <plan id>', 'let exactly the plan through that was stopped for safety')
		.addOption(stateOption())
		.option('--json', 'one JSON object with the result on stdout', false)
		.option('--quiet', 'no progress', false)
		.addHelpText(
			'after',
			'\nThe token comes from SECODA_API_TOKEN or --token-file, never from an option.\n\nExample:\n  secoda-upload upload warehouse.csv --url eu --integration 6b1e6f6c-...\n',
		)
		.action((source: string, options) =>
			choose(async io =>
				(await import('./commands/upload.ts')).uploadCommand(
					{...options, source, waitMs: options.wait, timeoutMs: options.timeout},
					io,
				),
			),
		);

	program
		.command('sandbox')
		.description('a local Secoda to try things on; it runs until it is stopped')
		.option('--port <number>', 'the port to listen on', port, 0)
		.option('--token <token>', "the sandbox's own token; made up when absent")
		.option('--data-dir <folder>', 'keep its pages there')
		.option('--json', 'print {"url","token"} in one line once it listens', false)
		.action(options => choose(async io => (await import('./commands/sandbox.ts')).sandboxCommand(options, io)));

	addProfileCommands(program, choose);
	program
		.command('demo')
		.description('the main job on the example file and a sandbox of its own; nothing is kept')
		.action(() => choose(async io => (await import('./commands/demo.ts')).demoCommand(io)));

	return program;
}

/** Two words without a command between them: the first was most likely meant to be one. */
function tooMany([first = '', ...rest]: readonly string[]): UsageError {
	return new UsageError(
		`"${first} ${rest.join(' ')}" is neither a command nor one file.`,
		'See "secoda-upload --help" for the commands; one file is opened at a time.',
	);
}

function addProfileCommands(program: Command, choose: (run: Run) => void): void {
	const profiles = program.command('profiles').description('saved places to upload to');
	profiles
		.command('list')
		.description('the profiles there are')
		.option('--json', 'one JSON object on stdout', false)
		.action(options => choose(async io => (await import('./commands/profiles.ts')).listProfiles(options, io)));
	profiles
		.command('add')
		.description('save a place to upload to under a name')
		.argument('<name>', 'small letters, digits, dots, hyphens, underscores')
		.addOption(urlOption().makeOptionMandatory())
		.addOption(integrationOption().makeOptionMandatory())
		.option('--file <path>', 'the file that is uploaded when none is named')
		.action((name: string, options) =>
			choose(async io => (await import('./commands/profiles.ts')).addProfile({...options, name}, io)),
		);
	profiles
		.command('remove')
		.description('forget a profile')
		.argument('<name>')
		.action((name: string) => choose(async io => (await import('./commands/profiles.ts')).removeProfile({name}, io)));
	program
		.command('login')
		.description("store a profile's token, read from standard input, in the keyring")
		.argument('<profile>')
		.option('--with-token', 'read it from standard input (always so today)')
		.action((name: string) => choose(async io => (await import('./commands/login.ts')).login({name}, io)));
	program
		.command('logout')
		.description("take a profile's token out of the keyring")
		.argument('<profile>')
		.action((name: string) => choose(async io => (await import('./commands/login.ts')).logout({name}, io)));
}

const urlOption = () => new Option('--url <workspace>', 'us, eu, apac, or the address of your own Secoda');
const integrationOption = () => new Option('--integration <id>', 'the id of the integration to upload to');
const tokenFileOption = () => new Option('--token-file <path>', 'a file that holds the API token');
const waitOption = () =>
	new Option('--wait <duration>', 'how long to wait for the sync; 0 = do not wait')
		.argParser(duration)
		.default(600_000, '10m');
const timeoutOption = () =>
	new Option('--timeout <duration>', 'how long a request may take').argParser(duration).default(30_000, '30s');
const stateOption = () => new Option('--state <folder>', 'where history and snapshots are kept');

/** "90", "90s", "10m", "1h" in milliseconds. */
function duration(text: string): number {
	const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
	if (number === undefined) throw new InvalidArgumentError('Give a duration such as 30s, 10m or 1h.');
	return Number(number) * {ms: 1, s: 1000, m: 60_000, h: 3_600_000}[unit as 'ms' | 's' | 'm' | 'h'];
}

function port(text: string): number {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0 || number > 65_535)
		throw new InvalidArgumentError('A port is a number from 0 to 65535.');
	return number;
}

const exitCodeHelp = `
Exit codes: 0 done · 1 the file has errors · 2 wrong usage · 3 the file cannot be read · 4 token or keyring
  5 temporary, nothing was sent · 6 outcome unknown · 7 stopped for safety · 8 the sync failed
  9 sent, not seen within --wait · 129/130/143 signals

Examples:
  secoda-upload warehouse.csv          look at a file and fix it; needs no account
  secoda-upload demo                   try everything on a sandbox
`;

function tellFailure(error: unknown, {stderr, signal}: CommandIo): number {
	if (signal.aborted) {
		stderr.write('Stopped.\n');
		return exitCodes.interrupted;
	}

	const failure = failureOf(error);
	if (failure === undefined) throw error;
	stderr.write(`${failure.message}\n${error instanceof UsageError ? '' : 'Nothing was sent. '}Next: ${failure.next}\n`);
	return failure.exitCode;
}

/** A reader such as `head` that has seen enough is no fault; a terminal that is gone sends its own signal. */
function endQuietlyOnClosedPipe(error: NodeJS.ErrnoException): void {
	if (error.code === 'EIO') return;
	if (error.code !== 'EPIPE') throw error;
	process.exit(exitCodes.done);
}
