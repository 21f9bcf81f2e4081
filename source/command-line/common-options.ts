import {type Command, Option} from 'commander';
import type {CommandIo, Effect, Streams, TypedWords} from '../commands/io.ts';
import {optionTexts} from './option-texts.ts';
import {programTexts} from './texts.ts';

const commonOptions = () => [
	new Option('--no-input', optionTexts.noInput),
	new Option('--yes', optionTexts.yes),
	new Option('--quiet', optionTexts.quiet),
	new Option('--no-color', optionTexts.noColor),
	new Option('--ascii', optionTexts.ascii),
];

/** Adds the common options to a command and all its subcommands. */
export function addCommonOptions(command: Command): void {
	for (const option of commonOptions()) command.addOption(option.helpGroup(programTexts.commonOptions));
	for (const child of command.commands) if (!child.name().startsWith('__')) addCommonOptions(child);
}

/** Returns the input and output of a command. Common options may follow the program, the command or the subcommand. */
export function toCommandIo(streams: Streams & TypedWords, command: Command, effect: Effect): CommandIo {
	const isGiven = (name: string, value: boolean | string) =>
		optionChain(command).some(({[name]: given}) => given === value);
	const env = isGiven('color', false) ? {...streams.env, NO_COLOR: '1'} : streams.env;
	return {
		...streams,
		env,
		effect,
		mayPrompt: !isGiven('input', false),
		yes: isGiven('yes', true),
		quiet: isGiven('quiet', true),
		ascii: isGiven('ascii', true) || isAsciiLocale(streams.env),
		result: isGiven('json', true) || isGiven('format', 'json') ? 'json' : 'text',
	};
}

/** True if the locale is ASCII or names a charset other than UTF-8. */
function isAsciiLocale({LC_ALL, LC_CTYPE, LANG}: NodeJS.ProcessEnv): boolean {
	const locale = LC_ALL || LC_CTYPE || LANG || '';
	return /^(?:C|POSIX)$/.test(locale) || (locale.includes('.') && !/\.utf-?8/i.test(locale));
}

/** Returns the options of a command and of its parents. */
function optionChain(command: Command): ReadonlyArray<Readonly<Record<string, unknown>>> {
	return command.parent === null ? [command.opts()] : [command.opts(), ...optionChain(command.parent)];
}
