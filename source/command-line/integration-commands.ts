import {type Command, Option} from 'commander';
import {explain} from './explain.ts';
import {jsonOption, timeoutOption, tokenFileOption, urlOption, withProject} from './options.ts';
import type {Choose} from './run.ts';

/** The places in a workspace that files are uploaded to. */
export function addIntegrationCommands(program: Command, choose: Choose): void {
	const integrations = explain(
		program.command('integrations').description('the places in a workspace that take files'),
		{examples: ['secoda-upload integrations list --profile nightly'], exits: [4, 5, 8]},
	);
	withWorkspace(
		explain(integrations.command('list').description('the custom integrations, with their ids'), {
			examples: ['secoda-upload integrations list --url eu'],
			exits: [4, 5, 8],
		}),
	).action(options =>
		choose(async io =>
			(await import('../commands/integrations.ts')).listIntegrations({...options, timeoutMs: options.timeout}, io),
		),
	);
	withWorkspace(
		explain(integrations.command('create').description('make one, and show its id').argument('<name>'), {
			text: 'It is asked for once. Without --team it joins the General team.',
			examples: ['secoda-upload integrations create "Warehouse" --url eu --team Data'],
			exits: [4, 5, 6, 8],
		}),
	)
		.option('--type <type>', 'custom, or the name of a warehouse such as snowflake', 'custom')
		.addOption(
			new Option('--team <name>', 'a team it belongs to; may be given again')
				.argParser((team: string, before: readonly string[]) => [...before, team])
				.default([], 'General'),
		)
		.action((name: string, options) =>
			choose(
				async io =>
					(await import('../commands/integrations.ts')).createIntegration(
						{...options, name, timeoutMs: options.timeout},
						io,
					),
				'create',
			),
		);
}

function withWorkspace(command: Command): Command {
	return withProject(command)
		.addOption(urlOption())
		.option('--profile <name>', 'the profile whose workspace and token are used')
		.addOption(tokenFileOption())
		.addOption(timeoutOption())
		.addOption(jsonOption());
}
