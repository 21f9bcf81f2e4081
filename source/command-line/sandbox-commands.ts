import type {Command} from 'commander';
import {withAction} from './action.ts';
import {withHelpText} from './help-text.ts';
import {port} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {defaultedOption, flag, textOption} from './typed-option.ts';

/** What needs no Secoda. */
export function addSandboxCommands(program: Command, select: SelectCommand): void {
	withAction(
		withHelpText(
			program.command('sandbox').description('a local Secoda to try things on; it runs until it is stopped'),
			{
				examples: ['secoda-upload sandbox --port 8000 --data-dir sandbox'],
			},
		),
		[
			defaultedOption('--port <number>', 'the port to listen on', port, {value: 0}),
			textOption('--token <token>', "the sandbox's own token; random by default"),
			textOption('--data-dir <folder>', 'keep its pages there'),
			flag('--json', 'print {"url","token"} in one line once it listens'),
		],
		options => select(async io => (await import('../commands/sandbox.ts')).sandboxCommand(options, io)),
	);
	withAction(
		withHelpText(
			program.command('demo').description('the main job on the example file and a sandbox of its own; nothing is kept'),
			{
				text: 'In a terminal it is the app; without one every step is done and printed.',
				examples: ['secoda-upload demo'],
			},
		),
		[],
		() => select(async io => (await import('../commands/demo.ts')).demoCommand(io)),
	);
}
