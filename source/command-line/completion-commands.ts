import type {Command} from 'commander';
import {withArgument} from './action.ts';
import {candidates} from './completion/candidates.ts';
import {completionScript, filesMarker, shells} from './completion/script.ts';
import {withHelpText} from './help-text.ts';
import type {SelectCommand} from './select-command.ts';
import {argument, choiceArgument} from './typed-argument.ts';

/** Completion for shells: the script, and what it asks for at every Tab. */
export function addCompletionCommands(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(
			program.command('completion').description('print what makes a shell complete commands, options and profiles'),
			{
				examples: [
					'source <(secoda-upload completion bash)      # in ~/.bashrc',
					'source <(secoda-upload completion zsh)       # in ~/.zshrc, after compinit',
					'secoda-upload completion fish | source       # in config.fish',
				],
			},
		),
		choiceArgument('<shell>', 'the shell', shells),
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
				// Settings that cannot be read are told elsewhere: a Tab is answered all the same.
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
