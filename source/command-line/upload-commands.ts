import type {Command} from 'commander';
import {nearest} from '../commands/nearest.ts';
import {type UsageError, usageError} from '../commands/usage-error.ts';
import {explain} from './explain.ts';
import {
	integrationOption,
	jsonOption,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
	withReading,
} from './options.ts';
import type {Choose} from './run.ts';
import {callsOf, shownCommands} from './shown-commands.ts';

/** The app and the upload. */
export function addUploadCommands(program: Command, choose: Choose): void {
	const review = program
		.command('review', {isDefault: true, hidden: true})
		.argument('[file]', 'a CSV file to look at and fix, or a profile');
	withReading(
		explain(review, {examples: ['secoda-upload warehouse.csv', 'secoda-upload'], exits: [3, 4, 5, 6, 7, 8, 9]}),
	)
		.addOption(urlOption())
		.addOption(integrationOption())
		.addOption(tokenFileOption())
		.addOption(waitOption())
		.addOption(timeoutOption())
		.addOption(stateOption())
		.action((source: string | undefined, options, {args}: Command) =>
			choose(async io => {
				const commands = callsOf(shownCommands(program));
				if (args.length > 1) throw tooMany(args, commands);
				return (await import('../commands/review.ts')).reviewCommand(
					{...options, source, commands, waitMs: options.wait, timeoutMs: options.timeout},
					io,
				);
			}, 'upload'),
		);

	const upload = program
		.command('upload')
		.alias('run')
		.description('check a file, show what would change, send it, and wait until it is seen in the catalog')
		.argument('[file]', 'the CSV file, a profile, or - for standard input; else the file of secoda-upload.json');
	withReading(
		explain(upload, {
			text: "The token comes from SECODA_API_TOKEN, --token-file or the profile's keyring entry, never from an option; in a terminal it is asked for.",
			examples: ['secoda-upload upload warehouse.csv --url eu --integration 6b1e6f6c-...', 'secoda-upload run nightly'],
			exits: [1, 3, 4, 5, 6, 7, 8, 9],
		}),
	)
		.addOption(urlOption())
		.addOption(integrationOption())
		.addOption(tokenFileOption())
		.addOption(waitOption())
		.addOption(timeoutOption())
		.option('--approve <plan id>', 'let the plan with this id through a safety stop')
		.addOption(stateOption())
		.addOption(jsonOption())
		.action((source: string | undefined, options) =>
			choose(
				async io =>
					(await import('../commands/upload.ts')).uploadCommand(
						{...options, source, waitMs: options.wait, timeoutMs: options.timeout},
						io,
					),
				'upload',
			),
		);
}

/** Returns the error for two words without a command: the first was most likely meant to be one. The others are not printed. */
function tooMany([first = '', ...rest]: readonly string[], commands: ReadonlyMap<string, string>): UsageError {
	const near = nearest(first, commands.keys());
	return usageError(
		`There is no command "${first}", and ${rest.length + 1} arguments are given: one file is opened at a time.`,
		near === undefined
			? 'See "secoda-upload --help" for the commands.'
			: `Did you mean "${commands.get(near) ?? near}"?`,
	);
}
