import {type Command, InvalidArgumentError, Option} from 'commander';
import {mapOption} from '../commands/fix/options.ts';
import {type RemovableSetting, removableSettings} from '../commands/removable-settings.ts';
import {explain} from './explain.ts';
import {
	delimiterName,
	encodingName,
	integrationOption,
	jsonOption,
	positive,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
	wholeNumber,
} from './options.ts';
import type {Choose} from './run.ts';

const keepTokenOption = () =>
	new Option('--keep-token', 'leave the token where it is, for a keyring that cannot be reached').default(false);

/** Profiles, their tokens and their history. */
export function addProfileCommands(program: Command, choose: Choose): void {
	const profiles = explain(program.command('profiles').description('saved places to upload to'), {
		examples: ['secoda-upload profiles list', 'secoda-upload profiles show nightly'],
	});
	explain(profiles.command('list').description('the profiles there are'), {
		examples: ['secoda-upload profiles list --json'],
	})
		.addOption(stateOption())
		.addOption(jsonOption())
		.action(options => choose(async io => (await import('../commands/profiles.ts')).listProfiles(options, io)));
	explain(profiles.command('show').description('everything that a profile says').argument('<profile>'), {
		examples: ['secoda-upload profiles show nightly'],
	})
		.addOption(stateOption())
		.addOption(jsonOption())
		.action((name: string, options) =>
			choose(async io => (await import('../commands/profiles.ts')).showProfile({...options, name}, io)),
		);
	addAdd(profiles, choose);
	addSet(profiles, choose);
	explain(profiles.command('remove').description('forget a profile and its token').argument('<profile>'), {
		examples: ['secoda-upload profiles remove nightly --yes'],
		exits: [4],
	})
		.addOption(keepTokenOption())
		.addOption(jsonOption())
		.action((name: string, options) =>
			choose(async io => (await import('../commands/profiles.ts')).removeProfile({...options, name}, io)),
		);
	addTokenCommands(program, choose);
	addHistory(program, choose);
}

function addHistory(program: Command, choose: Choose): void {
	explain(
		program
			.command('history')
			.description('the last uploads and how they ended')
			.argument('[profile|number]', 'a profile, or the number of an upload'),
		{
			text: 'With --watch the sync of an upload that was not seen is watched again; nothing is sent.',
			examples: ['secoda-upload history nightly --limit 5', 'secoda-upload history 12 --watch'],
			exits: [5, 6, 9],
		},
	)
		.option('--limit <number>', 'how many', wholeNumber, 20)
		.option('--watch', 'watch the sync of this upload, or of the last one, again', false)
		.addOption(waitOption())
		.addOption(timeoutOption())
		.addOption(tokenFileOption())
		.addOption(jsonOption())
		.addOption(stateOption())
		.action((name: string | undefined, {watch, wait, timeout, tokenFile, ...options}) =>
			choose(async io => {
				const watchOptions = watch ? {waitMs: wait, timeoutMs: timeout, tokenFile} : undefined;
				return (await import('../commands/history.ts')).historyCommand({...options, name, watch: watchOptions}, io);
			}),
		);
}

function addAdd(profiles: Command, choose: Choose): void {
	const add = explain(
		profiles
			.command('add')
			.description('save a place to upload to under a name')
			.argument('<profile>', 'small letters, digits, dots, hyphens, underscores'),
		{
			text: 'A profile of that name is replaced. "secoda-upload" without a word makes one step by step.',
			examples: ['secoda-upload profiles add nightly --url eu --integration 6b1e6f6c-... --file warehouse.csv'],
		},
	)
		.addOption(urlOption().makeOptionMandatory())
		.addOption(integrationOption().makeOptionMandatory());
	withSettings(add)
		.addOption(jsonOption())
		.action((name: string, options) =>
			choose(async io => (await import('../commands/profiles.ts')).addProfile({...options, name}, io)),
		);
}

function addSet(profiles: Command, choose: Choose): void {
	const set = explain(profiles.command('set').description('change settings of a profile').argument('<profile>'), {
		text: 'Settings that are not given stay as they are.',
		examples: ['secoda-upload profiles set nightly --file exports/warehouse.csv --unset max-age'],
	})
		.addOption(urlOption())
		.addOption(integrationOption());
	withSettings(set)
		.option('--no-safe-fixes', 'take no fixes before an upload')
		.addOption(
			new Option('--unset <setting>', 'remove a setting; may be given again')
				.choices(removableSettings)
				.argParser(removableSetting)
				.default([], 'none'),
		)
		.addOption(jsonOption())
		.action((name: string, options) =>
			choose(async io => (await import('../commands/set-profile.ts')).setProfile({...options, name}, io)),
		);
}

/** Adds the options for the settings of a profile. */
function withSettings(command: Command): Command {
	return command
		.option('--file <path>', 'the file that is uploaded when none is named')
		.option(
			'--map <header=field>',
			'the column with this header, or #3, holds this field; may be given again',
			mapOption,
		)
		.addOption(new Option('--encoding <name>', 'how the file is written').argParser(encodingName))
		.addOption(new Option('--delimiter <name>', 'what separates its cells').argParser(delimiterName))
		.option('--safe-fixes', 'take the safe fixes before an upload')
		.option('--max-hidden <percent>', 'stop when more of the tables or columns would be hidden (usually 10)', positive)
		.option('--min-rows <number>', 'stop when the file has fewer rows', wholeNumber)
		.option('--max-age <hours>', 'stop when the file is older', positive);
}

function removableSetting(text: string, before: readonly RemovableSetting[]): readonly RemovableSetting[] {
	const found = removableSettings.find(name => name === text);
	if (found === undefined) throw new InvalidArgumentError(`The settings: ${removableSettings.join(', ')}.`);
	return [...before, found];
}

function addTokenCommands(program: Command, choose: Choose): void {
	explain(program.command('login').description("store a profile's API token").argument('<profile>'), {
		text: 'In a terminal it is asked for and not shown; else it is read from standard input. It is tried before it is\nstored in the keyring of the operating system.',
		examples: ['secoda-upload login nightly', 'secoda-upload login nightly --with-token < token.txt'],
		exits: [4],
	})
		.option('--with-token', 'read it from standard input', false)
		.option('--insecure-storage', 'keep it in a file that only you can read, where there is no keyring', false)
		.addOption(timeoutOption())
		.addOption(jsonOption())
		.action((name: string, options) =>
			choose(async io =>
				(await import('../commands/login.ts')).login({...options, name, timeoutMs: options.timeout}, io),
			),
		);
	explain(program.command('logout').description("forget a profile's API token").argument('<profile>'), {
		examples: ['secoda-upload logout nightly'],
		exits: [4],
	})
		.addOption(keepTokenOption())
		.addOption(jsonOption())
		.action((name: string, options) =>
			choose(async io => (await import('../commands/logout.ts')).logout({...options, name}, io)),
		);
}
