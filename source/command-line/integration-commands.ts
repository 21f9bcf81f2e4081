import type {Command} from 'commander';
import {withAction, withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {jsonOption, projectOptions, timeoutOption, tokenFileOption, urlOption} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {argument} from './typed-argument.ts';
import {defaultedOption, textOption} from './typed-option.ts';

/** The places in a workspace that files are uploaded to. */
export function addIntegrationCommands(program: Command, select: SelectCommand): void {
	const integrations = withHelpText(
		program.command('integrations').description('the places in a workspace that take files'),
		{examples: ['secoda-upload integrations list --profile nightly'], exits: [4, 5, 8]},
	);
	withAction(
		withHelpText(integrations.command('list').description('the custom integrations, with their ids'), {
			examples: ['secoda-upload integrations list --url eu'],
			exits: [4, 5, 8],
		}),
		workspaceOptions(),
		options =>
			select(async io =>
				(await import('../commands/integrations.ts')).listIntegrations({...options, timeoutMs: options.timeout}, io),
			),
	);
	withArgument(
		withHelpText(integrations.command('create').description('make one, and show its id'), {
			text: 'It is asked for once. Without --team it joins the General team.',
			examples: ['secoda-upload integrations create "Warehouse" --url eu --team Data'],
			exits: [4, 5, 6, 8],
		}),
		argument('<name>'),
		[
			...workspaceOptions(),
			defaultedOption('--type <type>', 'custom, or the name of a warehouse such as snowflake', type => type, {
				value: 'custom',
			}),
			defaultedOption<'--team <name>', readonly string[]>(
				'--team <name>',
				'a team it belongs to; may be given again',
				(team, before) => [...before, team],
				{value: [], shown: 'General'},
			),
		],
		(name, options) =>
			select(
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
	textOption('--profile <name>', 'the profile whose workspace and token are used'),
	tokenFileOption(),
	timeoutOption(),
	jsonOption(),
];
