import type {Command} from 'commander';
import {type UsageError, usageError} from '../commands/usage-error.ts';
import {nearest} from '../text/nearest.ts';
import {withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {
	integrationOption,
	jsonOption,
	readingOptions,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {shownCommands, usageByName} from './shown-commands.ts';
import {argument} from './typed-argument.ts';
import {textOption} from './typed-option.ts';

/** The app and the upload. */
export function addUploadCommands(program: Command, select: SelectCommand): void {
	addReview(program, select);
	addUpload(program, select);
}

function addReview(program: Command, select: SelectCommand): void {
	const review = program.command('review', {isDefault: true, hidden: true});
	withArgument(
		withHelpText(review, {examples: ['secoda-upload warehouse.csv', 'secoda-upload'], exits: [3, 4, 5, 6, 7, 8, 9]}),
		argument('[file]', 'a CSV file to look at and fix, or a profile'),
		[...readingOptions(), ...targetOptions(), stateOption()],
		(source, options) =>
			select(async io => {
				const commands = usageByName(shownCommands(program));
				if (review.args.length > 1) throw tooManyArguments(review.args, commands);
				return (await import('../commands/review.ts')).reviewCommand(
					{...options, source, commands, waitMs: options.wait, timeoutMs: options.timeout},
					io,
				);
			}, 'upload'),
	);
}

function addUpload(program: Command, select: SelectCommand): void {
	const upload = program
		.command('upload')
		.alias('run')
		.description('check a file, show what would change, send it, and wait until it is seen in the catalog');
	withArgument(
		withHelpText(upload, {
			text: "The token comes from SECODA_API_TOKEN, --token-file or the profile's keyring entry, never from an option; in a terminal it is asked for.",
			examples: ['secoda-upload upload warehouse.csv --url eu --integration 6b1e6f6c-...', 'secoda-upload run nightly'],
			exits: [1, 3, 4, 5, 6, 7, 8, 9],
		}),
		argument('[file]', 'the CSV file, a profile, or - for standard input; else the file of secoda-upload.json'),
		[
			...readingOptions(),
			...targetOptions(),
			textOption('--approve <plan id>', 'let the plan with this id through a safety stop'),
			stateOption(),
			jsonOption(),
		],
		(source, options) =>
			select(
				async io =>
					(await import('../commands/upload.ts')).uploadCommand(
						{...options, source, waitMs: options.wait, timeoutMs: options.timeout},
						io,
					),
				'upload',
			),
	);
}

/** The options that say where to upload to, and how long to wait. */
const targetOptions = () => [urlOption(), integrationOption(), tokenFileOption(), waitOption(), timeoutOption()];

/** Returns the error for two words without a command: the first was most likely meant to be one. The others are not printed. */
function tooManyArguments([first = '', ...rest]: readonly string[], commands: ReadonlyMap<string, string>): UsageError {
	const near = nearest(first, commands.keys());
	return usageError(
		`There is no command "${first}", and ${rest.length + 1} arguments are given: one file is opened at a time.`,
		near === undefined
			? 'See "secoda-upload --help" for the commands.'
			: `Did you mean "${commands.get(near) ?? near}"?`,
	);
}
