import type {Command} from 'commander';
import {withAction} from './action.ts';
import {explain} from './explain.ts';
import {port} from './options.ts';
import type {Choose} from './run.ts';
import {defaulted, flag, text} from './typed-option.ts';

/** What needs no Secoda. */
export function addSandboxCommands(program: Command, choose: Choose): void {
	withAction(
		explain(program.command('sandbox').description('a local Secoda to try things on; it runs until it is stopped'), {
			examples: ['secoda-upload sandbox --port 8000 --data-dir sandbox'],
		}),
		[
			defaulted('--port <number>', 'the port to listen on', port, {value: 0}),
			text('--token <token>', "the sandbox's own token; random by default"),
			text('--data-dir <folder>', 'keep its pages there'),
			flag('--json', 'print {"url","token"} in one line once it listens'),
		],
		options => choose(async io => (await import('../commands/sandbox.ts')).sandboxCommand(options, io)),
	);
	withAction(
		explain(
			program.command('demo').description('the main job on the example file and a sandbox of its own; nothing is kept'),
			{
				text: 'In a terminal it is the app; without one every step is done and printed.',
				examples: ['secoda-upload demo'],
			},
		),
		[],
		() => choose(async io => (await import('../commands/demo.ts')).demoCommand(io)),
	);
}
