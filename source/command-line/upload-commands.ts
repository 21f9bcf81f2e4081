import type {Command} from 'commander';
import {UsageError} from '../commands/failure.ts';
import {
	delimiterOption,
	encodingOption,
	integrationOption,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
} from './options.ts';
import type {Choose} from './run.ts';

/** The review screen and the upload. */
export function addUploadCommands(program: Command, choose: Choose): void {
	program
		.command('review', {isDefault: true, hidden: true})
		.argument('[file]', 'a CSV file to look at and fix, or a profile')
		.addOption(urlOption())
		.addOption(integrationOption())
		.addOption(tokenFileOption())
		.addOption(waitOption())
		.addOption(encodingOption())
		.addOption(delimiterOption())
		.addOption(stateOption())
		.allowExcessArguments(true)
		.action((source: string | undefined, options, {args}: Command) =>
			choose(async io => {
				if (args.length > 1) throw tooMany(args);
				return (await import('../commands/review.ts')).reviewCommand({...options, source, waitMs: options.wait}, io);
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
		.addOption(encodingOption())
		.addOption(delimiterOption())
		.addOption(stateOption())
		.option('--json', 'one JSON object with the result on stdout', false)
		.option('--quiet', 'no progress', false)
		.addHelpText(
			'after',
			'\nThe token comes from SECODA_API_TOKEN or --token-file, never from an option.\n\nExample:\n  secoda-upload upload warehouse.csv --url eu --integration 6b1e6f6c-...\n',
		)
		.action((source: string, options) =>
			choose(async io =>
				(await import('../commands/upload.ts')).uploadCommand(
					{...options, source, waitMs: options.wait, timeoutMs: options.timeout},
					io,
				),
			),
		);
}

/** Two words without a command between them: the first was most likely meant to be one. */
function tooMany([first = '', ...rest]: readonly string[]): UsageError {
	return new UsageError(
		`"${first} ${rest.join(' ')}" is neither a command nor one file.`,
		'See "secoda-upload --help" for the commands; one file is opened at a time.',
	);
}
