import {type Command, Option} from 'commander';
import type {CommandIo, Effect, Streams} from '../commands/io.ts';

const commonOptions = () => [
	new Option('--no-input', 'never prompt; a missing value is an error'),
	new Option('--yes', 'answer yes to every question, but not to a safety stop'),
	new Option('--quiet', 'results and errors alone'),
	new Option('--no-color', 'no colours (also NO_COLOR)'),
	new Option('--ascii', 'draw screens with ASCII signs alone'),
];

const heading = 'Common options:';

/** Gives a command, and each below it, the options that all have. */
export function addCommonOptions(command: Command): void {
	for (const option of commonOptions()) command.addOption(option.helpGroup(heading));
	for (const child of command.commands) if (!child.name().startsWith('__')) addCommonOptions(child);
}

/** What a command gets to talk with. The options may stand behind any of the words that lead to it. */
export function toCommandIo(streams: Streams, command: Command, effect: Effect): CommandIo {
	const said = (name: string, value: boolean | string) =>
		optionChain(command).some(({[name]: given}) => given === value);
	const env = said('color', false) ? {...streams.env, NO_COLOR: '1'} : streams.env;
	return {
		...streams,
		env,
		effect,
		mayPrompt: !said('input', false),
		yes: said('yes', true),
		quiet: said('quiet', true),
		ascii: said('ascii', true) || isAsciiLocale(streams.env),
		result: said('json', true) || said('format', 'json') ? 'json' : 'text',
	};
}

/** Whether the locale says that the terminal shows no more than ASCII, or another charset than UTF-8. */
function isAsciiLocale({LC_ALL, LC_CTYPE, LANG}: NodeJS.ProcessEnv): boolean {
	const locale = LC_ALL || LC_CTYPE || LANG || '';
	return /^(?:C|POSIX)$/.test(locale) || (locale.includes('.') && !/\.utf-?8/i.test(locale));
}

/** The options of a command and of those above it. */
function optionChain(command: Command): ReadonlyArray<Readonly<Record<string, unknown>>> {
	return command.parent === null ? [command.opts()] : [command.opts(), ...optionChain(command.parent)];
}
