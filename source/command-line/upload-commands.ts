import type {Command} from 'commander';
import {type UsageError, usageErrors} from '../commands/usage-errors.ts';
import {nearest} from '../text/nearest.ts';
import {withArgument, withArguments} from './action.ts';
import {withHelpText} from './help-text.ts';
import {optionTexts} from './option-texts.ts';
import {
	integrationOption,
	jsonOption,
	projectOptions,
	readingOptions,
	secondFile,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {shownCommands, usageByName} from './shown-commands.ts';
import {argumentTexts, commandTexts} from './texts.ts';
import {argument} from './typed-argument.ts';
import {choiceOption, defaultedOption, flag, optionalFlag, textOption} from './typed-option.ts';

/** Adds the interactive app, which is the default command, `plan` and `upload`. */
export function addUploadCommands(program: Command, select: SelectCommand): void {
	addReview(program, select);
	addPlan(program, select);
	addUpload(program, select);
	addRollback(program, select);
}

function addReview(program: Command, select: SelectCommand): void {
	const review = program.command('review', {isDefault: true, hidden: true});
	withArguments(
		withHelpText(review, commandTexts.review),
		[argument('[file]', argumentTexts.reviewFile), secondFile()],
		[...readingOptions(), ...targetOptions(), stateOption()],
		(source, other, options) =>
			select(async io => {
				const commands = usageByName(shownCommands(program));
				if (review.args.length > 2) throw tooManyArguments(review.args, commands);
				return (await import('../commands/review.ts')).reviewCommand(
					{...options, source, other, commands, waitMs: options.wait, timeoutMs: options.timeout},
					io,
				);
			}, 'upload'),
	);
}

function addPlan(program: Command, select: SelectCommand): void {
	withArguments(
		withHelpText(program.command('plan'), commandTexts.plan),
		[argument('[file]', argumentTexts.uploadFile), secondFile()],
		[
			...readingOptions(),
			...connectionOptions(),
			defaultedOption('--against <file>', optionTexts.against, collect, {value: [], shown: 'the catalog'}),
			choiceOption('--format <format>', optionTexts.planFormat, ['text', 'json', 'markdown'], 'text'),
			optionalFlag('--json', optionTexts.jsonFormat).implies({format: 'json'}),
			flag('--exit-code', optionTexts.planExitCode),
			stateOption(),
		],
		(source, other, options) =>
			select(async io =>
				(await import('../commands/plan/plan.ts')).planCommand(
					{...options, source, other, timeoutMs: options.timeout},
					io,
				),
			),
	);
}

function addUpload(program: Command, select: SelectCommand): void {
	withArguments(
		withHelpText(program.command('upload').alias('run'), commandTexts.upload),
		[argument('[file]', argumentTexts.uploadFile), secondFile()],
		[
			...readingOptions(),
			...targetOptions(),
			textOption('--approve <plan id>', optionTexts.approve),
			flag('--force', optionTexts.force),
			stateOption(),
			jsonOption(),
		],
		(source, other, options) =>
			select(
				async io =>
					(await import('../commands/upload.ts')).uploadCommand(
						{...options, source, other, waitMs: options.wait, timeoutMs: options.timeout},
						io,
					),
				'upload',
			),
	);
}

function addRollback(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('rollback'), commandTexts.rollback),
		argument('[profile]', argumentTexts.rollbackProfile),
		[
			textOption('--to <entry>', optionTexts.rollbackTo),
			...projectOptions(),
			...targetOptions(),
			textOption('--approve <plan id>', optionTexts.approve),
			flag('--dry-run', optionTexts.rollbackDryRun),
			stateOption(),
			jsonOption(),
		],
		(profile, options) =>
			select(
				async io =>
					(await import('../commands/rollback/rollback.ts')).rollbackCommand(
						{...options, profile, waitMs: options.wait, timeoutMs: options.timeout},
						io,
					),
				'upload',
			),
	);
}

/** The options for the upload target. */
const connectionOptions = () => [urlOption(), integrationOption(), tokenFileOption(), timeoutOption()];

/** The options for the upload target and for waiting. */
const targetOptions = () => [urlOption(), integrationOption(), tokenFileOption(), waitOption(), timeoutOption()];

function collect(text: string, before: readonly string[]): readonly string[] {
	return [...before, text];
}

/** Returns the error for several arguments without a command. Only the first is printed: it is most likely a misspelled command. */
function tooManyArguments([first = '', ...rest]: readonly string[], commands: ReadonlyMap<string, string>): UsageError {
	const near = nearest(first, commands.keys());
	return usageErrors.tooManyArguments(first, rest.length + 1, near && (commands.get(near) ?? near));
}
