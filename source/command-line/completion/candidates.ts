import type {Command, Option} from 'commander';
import {allCodes} from '../../kinds/index.ts';
import {delimiters} from '../../records/csv/dialect.ts';
import {encodings} from '../../records/source/encoding.ts';
import {helpWords} from '../help-command.ts';
import {namesOf, shownCommands} from '../shown-commands.ts';

/** The completions of a word; with `files`, paths are completed too. */
export type Candidates = {readonly words: readonly string[]; readonly files: boolean};

/** The commands and profiles to complete. */
type CompletionContext = {readonly program: Command; readonly profiles: readonly string[]};

/** The place of the argument that can be a profile, by command. */
const profileAt: ReadonlyMap<string, number> = new Map([
	...['upload', 'check', 'convert', 'show', 'set', 'remove', 'login', 'logout', 'history', 'review'].map(
		name => [name, 0] as const,
	),
	['lineage', 1],
]);

/** Arguments and option values that are paths. */
const paths: ReadonlySet<string> = new Set(['file', 'second-file', 'path', 'folder']);

/** The values of options that are parsed, and so declare no choices. */
const values: Readonly<Record<string, readonly string[]>> = {
	'--url': ['us', 'eu', 'apac'],
	'--fix': [...allCodes].flatMap(([code, {severity}]) => (severity === 'info' ? [] : [code])),
	'--ignore': [...allCodes.keys()],
	'--encoding': encodings,
	'--delimiter': Object.keys(delimiters),
};

const none: Candidates = {words: [], files: false};

/** Returns the completions of the last word; `words` are the arguments of the program. */
export function candidates(program: Command, words: readonly string[], profiles: readonly string[]): Candidates {
	const last = words.at(-1) ?? '';
	const place = {program, profiles};
	if (words[0] === 'help' && words.length > 1) {
		const {command, given} = parseWords(program, words.slice(1, -1));
		const others = command === program ? helpWords() : [];
		return withPrefix(last, {
			words: given.length > 0 ? [] : [...namesOf(shownCommands(command)), ...others],
			files: false,
		});
	}

	const {command, waiting, given} = parseWords(program, words.slice(0, -1));
	const found =
		waiting === undefined ? wordCandidates(command, last, given, place) : valueCandidates(waiting, profiles);
	return withPrefix(last, found);
}

function withPrefix(last: string, {words, files}: Candidates): Candidates {
	return {words: [...new Set(words)].filter(word => word.startsWith(last)), files};
}

/** Parses words into the command, the option that waits for its value, and the arguments. */
function parseWords(program: Command, words: readonly string[]) {
	let command = program;
	let waiting: Option | undefined;
	const given: string[] = [];
	for (const word of words) {
		if (waiting !== undefined) waiting = undefined;
		else if (word.startsWith('-')) waiting = optionNamed(command, program, word);
		else {
			const child = given.length === 0 ? findCommand(command, word) : undefined;
			if (child === undefined) given.push(word);
			else command = child;
		}
	}

	return {command, waiting, given};
}

function wordCandidates(
	command: Command,
	last: string,
	given: readonly string[],
	{program, profiles}: CompletionContext,
): Candidates {
	const [, name = '', value] = /^(--[\w-]+)=(.*)$/s.exec(last) ?? [];
	if (value !== undefined) {
		const option = optionNamed(command, program, name);
		const {words} = option === undefined ? none : valueCandidates(option, profiles);
		return {words: words.map(word => `${name}=${word}`), files: false};
	}

	if (last.startsWith('-')) {
		const long = optionsOf(command, program).flatMap(option => option.long ?? []);
		return {words: [...long, '--help'], files: false};
	}

	const acting = command === program ? (findCommand(program, 'review') ?? command) : command;
	const argument = acting.registeredArguments[given.length];
	const names = given.length > 0 ? [] : namesOf(shownCommands(command));
	// A profile names its files.
	const profilePlace = profileAt.get(acting.name());
	const isAfterProfile = profiles.includes(given[profilePlace ?? 0] ?? '');
	if (argument === undefined || isAfterProfile) return {words: names, files: false};
	const isProfile = given.length === profilePlace;
	const values = [...(argument.argChoices ?? []), ...(isProfile ? profiles : [])];
	// A folder with the name of a command would be taken for the command.
	const isCommand = names.some(name => name.startsWith(last));
	return {words: [...names, ...values], files: paths.has(argument.name()) && !isCommand};
}

function valueCandidates({long, flags, argChoices = []}: Option, profiles: readonly string[]): Candidates {
	if (long === '--profile') return {words: profiles, files: false};
	const files = paths.has(/[<[]([\w ]+)[\]>]/.exec(flags)?.[1] ?? '');
	return {words: values[long ?? ''] ?? argChoices, files};
}

/** Returns the options of a command; the program itself also has those of the hidden default command. */
function optionsOf(command: Command, program: Command): readonly Option[] {
	const own = command === program ? (findCommand(program, 'review')?.options ?? []) : [];
	return [...command.options, ...own].filter(({hidden}) => !hidden);
}

function findCommand(command: Command, word: string): Command | undefined {
	return command.commands.find(child => child.name() === word || child.aliases().includes(word));
}

/** Returns the option with this name, if it takes a value. */
function optionNamed(command: Command, program: Command, word: string): Option | undefined {
	return optionsOf(command, program).find(({long, short, required}) => required && (long === word || short === word));
}
