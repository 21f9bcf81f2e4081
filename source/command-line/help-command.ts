import type {Command} from 'commander';
import {allCodes} from '../kinds/index.ts';
import {nearest} from '../text/nearest.ts';
import {visible} from '../text/visible.ts';
import {withArgument} from './action.ts';
import type {SelectCommand} from './select-command.ts';
import {namesOf, shownCommands} from './shown-commands.ts';
import {argumentTexts, helpCommandText, helpTexts} from './texts.ts';
import {argument} from './typed-argument.ts';

/** The word after `help` that lists all codes. */
const codesWord = 'codes';

/** Adds `help`, which shows the help of a command or the page of a problem, and suggests the nearest word for an unknown one. */
export function addHelpCommand(program: Command, select: SelectCommand): void {
	withArgument(
		program.helpCommand(false).command('help').description(helpCommandText),
		argument('[command-or-code...]', argumentTexts.helpWord),
		[],
		words => {
			const [first = ''] = words;
			if (words.length === 1 && first === codesWord) {
				select(async io => (await import('../commands/explain-problem.ts')).listCodes(io));
			} else if (words.length === 1 && allCodes.has(first)) {
				select(async io => (await import('../commands/explain-problem.ts')).explainProblem(first, io));
			} else {
				let command = program;
				for (const word of words) command = childOf(command, word, command === program ? helpWords() : []);
				command.help();
			}
		},
	);
}

/** Returns the words that `help` accepts beside the names of commands. */
export function helpWords(): readonly string[] {
	return [...allCodes.keys(), codesWord];
}

/** Returns the subcommand with a name. If it does not exist, ends with wrong usage and suggests the nearest word. */
function childOf(command: Command, word: string, otherWords: readonly string[]): Command {
	const shown = shownCommands(command);
	const found = shown.find(child => namesOf([child]).includes(word));
	if (found !== undefined) return found;
	const near = nearest(word, [...namesOf(shown), ...otherWords]);
	const lists = otherWords.length === 0 ? helpTexts.commandsOf(command.name()) : helpTexts.codesAndCommands;
	const error = [
		helpTexts.unknownWord(visible(word)),
		...(near === undefined ? [] : [helpTexts.didYouMean(near)]),
		lists,
	];
	return command.error(`error: ${error.join(' ')}`, {exitCode: 2});
}
