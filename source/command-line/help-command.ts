import type {Command} from 'commander';
import {nearest} from '../text/nearest.ts';
import {visible} from '../text/visible.ts';
import {withArgument} from './action.ts';
import {namesOf, shownCommands} from './shown-commands.ts';
import {argument} from './typed-argument.ts';

/** `help` with the words of a command; words that name none are told, with what was most likely meant. */
export function addHelpCommand(program: Command): void {
	withArgument(
		program.helpCommand(false).command('help').description('the help of a command'),
		argument('[command...]', 'the words of the command'),
		[],
		words => {
			let command = program;
			for (const word of words) command = childOf(command, word);
			command.help();
		},
	);
}

/** The command under another one. Ends with wrong usage when there is none of that name. */
function childOf(command: Command, word: string): Command {
	const shown = shownCommands(command);
	const found = shown.find(child => namesOf([child]).includes(word));
	if (found !== undefined) return found;
	const near = nearest(word, namesOf(shown));
	const meant = near === undefined ? '' : ` Did you mean ${near}?`;
	return command.error(`error: there is no command '${visible(word)}'.${meant}`, {exitCode: 2});
}
