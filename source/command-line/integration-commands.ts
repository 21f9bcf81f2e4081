import type {Command} from 'commander';
import {withAction, withArgument} from './action.ts';
import {explain} from './explain.ts';
import {jsonOption, projectOptions, timeoutOption, tokenFileOption, urlOption} from './options.ts';
import type {Choose} from './run.ts';
import {argument} from './typed-argument.ts';
import {defaulted, text} from './typed-option.ts';

/** The places in a workspace that files are uploaded to. */
export function addIntegrationCommands(program: Command, choose: Choose): void {
	const integrations = explain(
		program.command('integrations').description('the places in a workspace that take files'),
		{examples: ['secoda-upload integrations list --profile nightly'], exits: [4, 5, 8]},
	);
	withAction(
		explain(integrations.command('list').description('the custom integrations, with their ids'), {
			examples: ['secoda-upload integrations list --url eu'],
			exits: [4, 5, 8],
		}),
		workspaceOptions(),
		options =>
			choose(async io =>
				(await import('../commands/integrations.ts')).listIntegrations({...options, timeoutMs: options.timeout}, io),
			),
	);
	withArgument(
		explain(integrations.command('create').description('make one, and show its id'), {
			text: 'It is asked for once. Without --team it joins the General team.',
			examples: ['secoda-upload integrations create "Warehouse" --url eu --team Data'],
			exits: [4, 5, 6, 8],
		}),
		argument('<name>'),
		[
			...workspaceOptions(),
			defaulted('--type <type>', 'custom, or the name of a warehouse such as snowflake', type => type, {
				value: 'custom',
			}),
			defaulted<'--team <name>', readonly string[]>(
				'--team <name>',
				'a team it belongs to; may be given again',
				(team, before) => [...before, team],
				{value: [], shown: 'General'},
			),
		],
		(name, options) =>
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

const workspaceOptions = () => [
	...projectOptions(),
	urlOption(),
	text('--profile <name>', 'the profile whose workspace and token are used'),
	tokenFileOption(),
	timeoutOption(),
	jsonOption(),
];
