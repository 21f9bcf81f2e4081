import {type Command, InvalidArgumentError} from 'commander';
import {type RemovableSetting, removableSettings} from '../commands/removable-settings.ts';
import {withAction, withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {
	delimiterName,
	encodingName,
	integrationOption,
	jsonOption,
	mapColumnOption,
	nonNegativeNumber,
	requiredIntegrationOption,
	requiredUrlOption,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
	wholeNumber,
} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {argument} from './typed-argument.ts';
import {defaultedOption, flag, negatedFlag, optionalFlag, parsedOption, textOption} from './typed-option.ts';

const keepTokenOption = () => flag('--keep-token', 'leave the token where it is, for a keyring that cannot be reached');

/** Profiles, their tokens and their history. */
export function addProfileCommands(program: Command, select: SelectCommand): void {
	const profiles = withHelpText(program.command('profiles').description('saved places to upload to'), {
		examples: ['secoda-upload profiles list', 'secoda-upload profiles show nightly'],
	});
	withAction(
		withHelpText(profiles.command('list').description('the profiles there are'), {
			examples: ['secoda-upload profiles list --json'],
		}),
		[stateOption(), jsonOption()],
		options => select(async io => (await import('../commands/profiles.ts')).listProfiles(options, io)),
	);
	withArgument(
		withHelpText(profiles.command('show').description('everything that a profile says'), {
			examples: ['secoda-upload profiles show nightly'],
		}),
		argument('<profile>'),
		[stateOption(), jsonOption()],
		(name, options) =>
			select(async io => (await import('../commands/profiles.ts')).showProfile({...options, name}, io)),
	);
	addAdd(profiles, select);
	addSet(profiles, select);
	withArgument(
		withHelpText(profiles.command('remove').description('forget a profile and its token'), {
			examples: ['secoda-upload profiles remove nightly --yes'],
			exits: [4],
		}),
		argument('<profile>'),
		[keepTokenOption(), jsonOption()],
		(name, options) =>
			select(async io => (await import('../commands/profiles.ts')).removeProfile({...options, name}, io)),
	);
	addTokenCommands(program, select);
	addHistory(program, select);
}

function addHistory(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('history').description('the last uploads and how they ended'), {
			text: 'With --watch the sync of an upload that was not seen is watched again; nothing is sent.',
			examples: ['secoda-upload history nightly --limit 5', 'secoda-upload history 12 --watch'],
			exits: [5, 6, 9],
		}),
		argument('[profile|number]', 'a profile, or the number of an upload'),
		[
			defaultedOption('--limit <number>', 'how many', wholeNumber, {value: 20}),
			flag('--watch', 'watch the sync of this upload, or of the last one, again'),
			waitOption(),
			timeoutOption(),
			tokenFileOption(),
			jsonOption(),
			stateOption(),
		],
		(name, {watch, wait, timeout, tokenFile, ...options}) =>
			select(async io => {
				const watchOptions = watch ? {waitMs: wait, timeoutMs: timeout, tokenFile} : undefined;
				return (await import('../commands/history.ts')).historyCommand({...options, name, watch: watchOptions}, io);
			}),
	);
}

function addAdd(profiles: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(profiles.command('add').description('save a place to upload to under a name'), {
			text: 'A profile of that name is replaced. "secoda-upload" without a word makes one step by step.',
			examples: ['secoda-upload profiles add nightly --url eu --integration 6b1e6f6c-... --file warehouse.csv'],
		}),
		argument('<profile>', 'small letters, digits, dots, hyphens, underscores'),
		[requiredUrlOption(), requiredIntegrationOption(), ...settingOptions(), jsonOption()],
		(name, options) => select(async io => (await import('../commands/profiles.ts')).addProfile({...options, name}, io)),
	);
}

function addSet(profiles: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(profiles.command('set').description('change settings of a profile'), {
			text: 'Settings that are not given stay as they are.',
			examples: ['secoda-upload profiles set nightly --file exports/warehouse.csv --unset max-age'],
		}),
		argument('<profile>'),
		[
			urlOption(),
			integrationOption(),
			...settingOptions(),
			negatedFlag('--no-safe-fixes', 'take no fixes before an upload'),
			defaultedOption('--unset <setting>', 'remove a setting; may be given again', removableSetting, {
				value: [],
				shown: 'none',
				choices: removableSettings,
			}),
			jsonOption(),
		],
		(name, options) =>
			select(async io => (await import('../commands/set-profile.ts')).setProfile({...options, name}, io)),
	);
}

/** The options for the settings of a profile. */
const settingOptions = () => [
	textOption('--file <path>', 'the file that is uploaded when none is named'),
	mapColumnOption(),
	parsedOption('--encoding <name>', 'how the file is written', encodingName),
	parsedOption('--delimiter <name>', 'what separates its cells', delimiterName),
	optionalFlag('--safe-fixes', 'take the safe fixes before an upload'),
	parsedOption(
		'--max-hidden <percent>',
		'stop when more of the tables or columns would be hidden (usually 10)',
		nonNegativeNumber,
	),
	parsedOption('--min-rows <number>', 'stop when the file has fewer rows', wholeNumber),
	parsedOption('--max-age <hours>', 'stop when the file is older', nonNegativeNumber),
];

function removableSetting(text: string, before: readonly RemovableSetting[]): readonly RemovableSetting[] {
	const found = removableSettings.find(name => name === text);
	if (found === undefined) throw new InvalidArgumentError(`The settings: ${removableSettings.join(', ')}.`);
	return [...before, found];
}

function addTokenCommands(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('login').description("store a profile's API token"), {
			text: 'In a terminal it is asked for and not shown; else it is read from standard input. It is tried before it is\nstored in the keyring of the operating system.',
			examples: ['secoda-upload login nightly', 'secoda-upload login nightly --with-token < token.txt'],
			exits: [4],
		}),
		argument('<profile>'),
		[
			flag('--with-token', 'read it from standard input'),
			flag('--insecure-storage', 'keep it in a file that only you can read, where there is no keyring'),
			timeoutOption(),
			jsonOption(),
		],
		(name, options) =>
			select(async io =>
				(await import('../commands/login.ts')).login({...options, name, timeoutMs: options.timeout}, io),
			),
	);
	withArgument(
		withHelpText(program.command('logout').description("forget a profile's API token"), {
			examples: ['secoda-upload logout nightly'],
			exits: [4],
		}),
		argument('<profile>'),
		[keepTokenOption(), jsonOption()],
		(name, options) => select(async io => (await import('../commands/logout.ts')).logout({...options, name}, io)),
	);
}
