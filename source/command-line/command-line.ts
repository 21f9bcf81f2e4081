import {Command, Help, Option} from 'commander';
import type {Streams} from '../commands/io.ts';
import {withErrorReport} from '../commands/report-error.ts';
import {visible} from '../text/visible.ts';
import {version} from '../version.ts';
import {addCheckCommands} from './check-commands.ts';
import {addCommonOptions, toCommandIo} from './common-options.ts';
import {addCompletionCommands} from './completion-commands.ts';
import {rejectExcessArguments} from './excess-arguments.ts';
import {addHelpCommand} from './help-command.ts';
import {exitLines} from './help-text.ts';
import {addIntegrationCommands} from './integration-commands.ts';
import {addProfileCommands} from './profile-commands.ts';
import {addSandboxCommands} from './sandbox-commands.ts';
import type {SelectCommand, SelectedCommand} from './select-command.ts';
import {addSqlCommand} from './sql-command.ts';
import {programTexts} from './texts.ts';
import {addUploadCommands} from './upload-commands.ts';

const ending = `
Examples:
${programTexts.examples}

Exit codes:
${exitLines()}

${programTexts.precedence}
`;

/** Builds the command line: the commands, their options, and the module that runs each command. */
export function commandLine(
	chosen: (run: SelectedCommand) => void,
	{stdout, stderr}: Pick<Streams, 'stdout' | 'stderr'>,
): Command {
	const program = new Command('secoda-upload')
		.usage(programTexts.usage)
		.description(programTexts.description)
		.version(version, '-V, --version', programTexts.version)
		.addHelpOption(new Option('-h, --help', programTexts.help).helpGroup(programTexts.commonOptions))
		.helpCommand('help [command]', programTexts.help)
		.exitOverride()
		.configureOutput({
			writeOut: text => stdout.write(text),
			writeErr: text => stderr.write(text),
			outputError: (text, write) => write(parserMessage(text)),
		})
		.showHelpAfterError(programTexts.showHelpHint)
		.enablePositionalOptions()
		// The hook below rejects them without printing them.
		.allowExcessArguments()
		.configureHelp({optionDescription: describeOption})
		.addHelpText('after', ending);
	let acting = program;
	program.hook('preAction', (_program, command) => {
		// The default command suggests the nearest command.
		if (command.name() !== 'review') rejectExcessArguments(command);
		acting = command;
	});
	const select: SelectCommand = (run, effect = 'none') => {
		const command = acting;
		chosen(streams => withErrorReport(run, toCommandIo(streams, command, effect)));
	};

	addUploadCommands(program, select);
	addCheckCommands(program, select);
	addSqlCommand(program, select);
	addProfileCommands(program, select);
	addIntegrationCommands(program, select);
	addSandboxCommands(program, select);
	addCompletionCommands(program, select);
	addHelpCommand(program, select);
	addCommonOptions(program);
	return program;
}

/** Returns an error of the parser as one line of visible characters, with its suggestion. */
function parserMessage(text: string): string {
	const [, message = text, suggestion = ''] = /^(.*?)(\n\(Did you mean [^\n]*\))?\n$/s.exec(text) ?? [];
	return `${visible(message)}${suggestion}\n`;
}

/** Returns the text of an option. A default of `false` is omitted. */
function describeOption(option: Option): string {
	return option.defaultValue === false ? option.description : new Help().optionDescription(option);
}
