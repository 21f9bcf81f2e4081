import {Argument, type Command} from 'commander';
import {candidates} from './completion/candidates.ts';
import {completionScript, type Shell, shells} from './completion/script.ts';
import {explain} from './explain.ts';
import type {Choose} from './run.ts';

/** Completion for shells: the script, and what it asks for at every Tab. */
export function addCompletionCommands(program: Command, choose: Choose): void {
	explain(
		program
			.command('completion')
			.description('print what makes a shell complete commands, options and profiles')
			.addArgument(new Argument('<shell>', 'the shell').choices(shells)),
		{
			examples: [
				'source <(secoda-upload completion bash)      # in ~/.bashrc',
				'source <(secoda-upload completion zsh)       # in ~/.zshrc, after compinit',
				'secoda-upload completion fish | source       # in config.fish',
			],
		},
	).action((shell: Shell) =>
		choose(async ({stdout}) => {
			stdout.write(completionScript(shell));
			return 0;
		}),
	);
	program
		.command('__complete', {hidden: true})
		.argument('[words...]')
		.allowUnknownOption()
		.passThroughOptions()
		.action((words: readonly string[]) =>
			choose(async ({stdout, env}) => {
				const {profileStore} = await import('../commands/settings.ts');
				const found = candidates(program, words, await profileStore(env).names());
				stdout.write(found.map(word => `${word}\n`).join(''));
				return 0;
			}),
		);
}
