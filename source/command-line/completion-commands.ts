import type {Command} from 'commander';
import {withArgument} from './action.ts';
import {candidates} from './completion/candidates.ts';
import {completionScript, filesMarker, shells} from './completion/script.ts';
import {withHelpText} from './help-text.ts';
import type {SelectCommand} from './select-command.ts';
import {argumentTexts, commandTexts} from './texts.ts';
import {argument, choiceArgument} from './typed-argument.ts';

/** Adds `completion`, which prints the shell script, and `__complete`, which the script calls at every Tab. */
export function addCompletionCommands(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('completion'), commandTexts.completion),
		choiceArgument('<shell>', argumentTexts.shell, shells),
		[],
		shell =>
			select(async ({stdout}) => {
				await stdout.writeEncoded([completionScript(shell)]);
				return 0;
			}),
	);
	withArgument(
		program.command('__complete', {hidden: true}).allowUnknownOption().passThroughOptions(),
		argument('[words...]'),
		[],
		words =>
			select(async ({stdout, env}) => {
				const {profileStore} = await import('../commands/settings.ts');
				// Commands that need settings report why they cannot be read; completion goes on without profiles.
				const profiles = await profileStore(env)
					.names()
					.catch(() => []);
				const found = candidates(program, words, profiles);
				const lines = found.files ? [...found.words, filesMarker] : found.words;
				stdout.write(lines.map(line => `${line}\n`).join(''));
				return 0;
			}),
	);
}
