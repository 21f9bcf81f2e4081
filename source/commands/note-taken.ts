import {recipeText} from '../mapping/recipe-options.ts';
import type {Bundle} from '../session/bundle.ts';
import {type CommandIo, note} from './io.ts';
import {messages} from './messages.ts';

/** Prints the proposals that were taken for --map auto. */
export function noteTaken({sessions}: Bundle, io: CommandIo): void {
	for (const {taken} of sessions) {
		if (taken !== undefined) note(io, messages.proposalTaken(recipeText(taken)));
	}
}
