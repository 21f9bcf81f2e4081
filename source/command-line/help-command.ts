import type {Command} from 'commander';
import {allCodes} from '../kinds/index.ts';
import {nearest} from '../text/nearest.ts';
import {visible} from '../text/visible.ts';
import {withArgument} from './action.ts';
import type {SelectCommand} from './select-command.ts';
import {namesOf, shownCommands} from './shown-commands.ts';
import {argument} from './typed-argument.ts';

/** The word that lists all codes. */
const codesWord = 'codes';

/** Adds `help`: the help of a command, or the page of a problem. For an unknown word the nearest one is proposed. */
export function addHelpCommand(program: Command, select: SelectCommand): void {
	withArgument(
		program
			.helpCommand(false)
			.command('help')
			.description('the help of a command, or of a problem by its code; "help codes" lists the codes'),
		argument('[command-or-code...]', 'a command, or the code of a problem'),
		[],
		words => {
			const [first = ''] = words;
			if (words.length === 1 && first === codesWord) {
				select(async io => (await import('../commands/explain-problem.ts')).listCodes(io));
			} else if (words.length === 1 && allCodes.has(first)) {
				select(async io => (await import('../commands/explain-problem.ts')).explainProblem(first, io));
			} else {
				let command = program;
				for (const word of words) command = childOf(command, word, words.length === 1 ? helpWords() : []);
				command.help();
			}
		},
	);
}

/** The words that `help` takes beside commands. */
export function helpWords(): readonly string[] {
	return [...allCodes.keys(), codesWord];
}

/** Returns the subcommand with a name. Ends with wrong usage, and the nearest word, if it does not exist. */
function childOf(command: Command, word: string, otherWords: readonly string[]): Command {
	const shown = shownCommands(command);
	const found = shown.find(child => namesOf([child]).includes(word));
	if (found !== undefined) return found;
	const near = nearest(word, [...namesOf(shown), ...otherWords]);
	const hint = near === undefined ? '' : ` Did you mean ${near}?`;
	return command.error(`error: there is no command or code '${visible(word)}'.${hint}`, {exitCode: 2});
}
