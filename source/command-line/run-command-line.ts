import {CommanderError} from 'commander';
import type {Streams} from '../commands/io.ts';
import {errorJson, reportBug, reportUserError} from '../commands/report-error.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {UserError} from '../errors/user-error.ts';
import {addSecret} from '../profiles/known-secrets.ts';
import {commandLine} from './command-line.ts';
import {secretsIn} from './secrets.ts';
import type {SelectedCommand} from './select-command.ts';

/** Parses the arguments of the program, runs their command, and returns the exit code. Secrets among them are never printed. */
export async function runCommandLine(argv: readonly string[], io: Streams): Promise<number> {
	for (const secret of secretsIn(argv, io.env)) addSecret(secret);
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

	return selected === undefined ? exitCodes.done : selected({...io, argv});
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
