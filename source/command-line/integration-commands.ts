import type {Command} from 'commander';
import {withAction, withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {optionTexts} from './option-texts.ts';
import {jsonOption, projectOptions, timeoutOption, tokenFileOption, urlOption} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {commandTexts} from './texts.ts';
import {argument} from './typed-argument.ts';
import {defaultedOption, textOption} from './typed-option.ts';

/** Adds the commands for integrations. */
export function addIntegrationCommands(program: Command, select: SelectCommand): void {
	const integrations = withHelpText(program.command('integrations'), commandTexts.integrations);
	withAction(
		withHelpText(integrations.command('list'), commandTexts['integrations list']),
		workspaceOptions(),
		options =>
			select(async io =>
				(await import('../commands/integrations.ts')).listIntegrations({...options, timeoutMs: options.timeout}, io),
			),
	);
	withArgument(
		withHelpText(integrations.command('create'), commandTexts['integrations create']),
		argument('<name>'),
		[
			...workspaceOptions(),
			defaultedOption('--type <type>', optionTexts.integrationType, type => type, {
				value: 'custom',
			}),
			defaultedOption<'--team <name>', readonly string[]>(
				'--team <name>',
				optionTexts.team,
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
	textOption('--profile <name>', optionTexts.profile),
	tokenFileOption(),
	timeoutOption(),
	jsonOption(),
];
