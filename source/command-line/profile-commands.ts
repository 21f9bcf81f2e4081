import {type Command, InvalidArgumentError} from 'commander';
import {setOption} from '../commands/fix/options.ts';
import {type RemovableSetting, removableSettings} from '../commands/removable-settings.ts';
import {withAction, withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {optionTexts, valueErrors} from './option-texts.ts';
import {
	delimiterName,
	encodingName,
	integrationOption,
	jsonOption,
	mapColumnOption,
	nonNegativeNumber,
	requiredIntegrationOption,
	requiredUrlOption,
	row,
	stateOption,
	timeoutOption,
	tokenFileOption,
	urlOption,
	waitOption,
	wholeNumber,
} from './options.ts';
import {rowOptions} from './recipe-options.ts';
import type {SelectCommand} from './select-command.ts';
import {argumentTexts, commandTexts} from './texts.ts';
import {argument} from './typed-argument.ts';
import {defaultedOption, flag, negatedFlag, optionalFlag, parsedOption, textOption} from './typed-option.ts';

const keepTokenOption = () => flag('--keep-token', optionTexts.keepToken);

/** Adds the commands for profiles, their tokens and the history. */
export function addProfileCommands(program: Command, select: SelectCommand): void {
	const profiles = withHelpText(program.command('profiles'), commandTexts.profiles);
	withAction(
		withHelpText(profiles.command('list'), commandTexts['profiles list']),
		[stateOption(), jsonOption()],
		options => select(async io => (await import('../commands/profiles.ts')).listProfiles(options, io)),
	);
	withArgument(
		withHelpText(profiles.command('show'), commandTexts['profiles show']),
		argument('<profile>'),
		[stateOption(), jsonOption()],
		(name, options) =>
			select(async io => (await import('../commands/profiles.ts')).showProfile({...options, name}, io)),
	);
	addAdd(profiles, select);
	addSet(profiles, select);
	withArgument(
		withHelpText(profiles.command('remove'), commandTexts['profiles remove']),
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
		withHelpText(program.command('history'), commandTexts.history),
		argument('[profile|number]', argumentTexts.historyEntry),
		[
			defaultedOption('--limit <number>', optionTexts.historyLimit, wholeNumber, {value: 20}),
			flag('--watch', optionTexts.watch),
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
		withHelpText(profiles.command('add'), commandTexts['profiles add']),
		argument('<profile>', argumentTexts.newProfile),
		[requiredUrlOption(), requiredIntegrationOption(), ...settingOptions(), jsonOption()],
		(name, options) => select(async io => (await import('../commands/profiles.ts')).addProfile({...options, name}, io)),
	);
}

function addSet(profiles: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(profiles.command('set'), commandTexts['profiles set']),
		argument('<profile>'),
		[
			urlOption(),
			integrationOption(),
			...settingOptions(),
			negatedFlag('--no-safe-fixes', optionTexts.noSafeFixes),
			defaultedOption('--unset <setting>', optionTexts.unset, removableSetting, {
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

/** The options that set the settings of a profile. */
const settingOptions = () => [
	textOption('--file <path>', optionTexts.profileFile),
	textOption('--second-file <path>', optionTexts.profileSecondFile),
	mapColumnOption(),
	parsedOption('--set <field=value>', optionTexts.setWhileReading, setOption),
	...rowOptions(),
	parsedOption('--encoding <name>', optionTexts.profileEncoding, encodingName),
	parsedOption('--delimiter <name>', optionTexts.profileDelimiter, delimiterName),
	parsedOption('--header-row <number>', optionTexts.profileHeaderRow, row),
	optionalFlag('--safe-fixes', optionTexts.safeFixes),
	parsedOption('--max-hidden <percent>', optionTexts.maxHidden, nonNegativeNumber),
	parsedOption('--min-rows <number>', optionTexts.minRows, wholeNumber),
	parsedOption('--max-age <hours>', optionTexts.maxAge, nonNegativeNumber),
];

function removableSetting(text: string, before: readonly RemovableSetting[]): readonly RemovableSetting[] {
	const found = removableSettings.find(name => name === text);
	if (found === undefined) throw new InvalidArgumentError(valueErrors.choices(removableSettings));
	return [...before, found];
}

function addTokenCommands(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('login'), commandTexts.login),
		argument('<profile>'),
		[
			flag('--with-token', optionTexts.withToken),
			flag('--insecure-storage', optionTexts.insecureStorage),
			timeoutOption(),
			jsonOption(),
		],
		(name, options) =>
			select(async io =>
				(await import('../commands/login.ts')).login({...options, name, timeoutMs: options.timeout}, io),
			),
	);
	withArgument(
		withHelpText(program.command('logout'), commandTexts.logout),
		argument('<profile>'),
		[keepTokenOption(), jsonOption()],
		(name, options) => select(async io => (await import('../commands/logout.ts')).logout({...options, name}, io)),
	);
}
