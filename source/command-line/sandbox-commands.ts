import type {Command} from 'commander';
import {explain} from './explain.ts';
import {port} from './options.ts';
import type {Choose} from './run.ts';

/** What needs no Secoda. */
export function addSandboxCommands(program: Command, choose: Choose): void {
	explain(program.command('sandbox').description('a local Secoda to try things on; it runs until it is stopped'), {
		examples: ['secoda-upload sandbox --port 8000 --data-dir sandbox'],
	})
		.option('--port <number>', 'the port to listen on', port, 0)
		.option('--token <token>', "the sandbox's own token; random by default")
		.option('--data-dir <folder>', 'keep its pages there')
		.option('--json', 'print {"url","token"} in one line once it listens', false)
		.action(options => choose(async io => (await import('../commands/sandbox.ts')).sandboxCommand(options, io)));

	explain(
		program.command('demo').description('the main job on the example file and a sandbox of its own; nothing is kept'),
		{
			text: 'In a terminal it is the app; without one every step is done and printed.',
			examples: ['secoda-upload demo'],
		},
	).action(() => choose(async io => (await import('../commands/demo.ts')).demoCommand(io)));
}
