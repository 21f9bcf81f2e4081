import {Command, Help, type Option} from 'commander';
import type {Streams} from '../commands/io.ts';
import {withErrorReport} from '../commands/report-error.ts';
import {visible} from '../text/visible.ts';
import {version} from '../version.ts';
import {addCheckCommands} from './check-commands.ts';
import {addCommonOptions, toCommandIo} from './common-options.ts';
import {addCompletionCommands} from './completion-commands.ts';
import {rejectExcessArguments} from './excess-arguments.ts';
import {addHelpCommand} from './help-command.ts';
import {exitMeanings} from './help-text.ts';
import {addIntegrationCommands} from './integration-commands.ts';
import {addProfileCommands} from './profile-commands.ts';
import {addSandboxCommands} from './sandbox-commands.ts';
import type {SelectCommand, SelectedCommand} from './select-command.ts';
import {addUploadCommands} from './upload-commands.ts';

const ending = `
Examples:
  secoda-upload                        saved profiles; the first time a guided set-up
  secoda-upload warehouse.csv          look at a file and fix it; needs no account
  secoda-upload demo                   try everything on a sandbox

Exit codes:
${Object.entries(exitMeanings)
	.map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`)
	.join('\n')}

Settings are taken from options, else from the environment (SECODA_API_TOKEN, SECODA_UPLOAD_URL,
SECODA_UPLOAD_INTEGRATION), else from secoda-upload.json in this folder or one above it, else from the profile.
`;

/** The whole command line as data: each command says which module does its work. */
export function commandLine(
	chosen: (run: SelectedCommand) => void,
	{stdout, stderr}: Pick<Streams, 'stdout' | 'stderr'>,
): Command {
	const program = new Command('secoda-upload')
		.usage('[file | profile] | <command> [options]')
		.description('Check, fix and upload the description of a warehouse to the Secoda catalog.')
		.version(version)
		.exitOverride()
		.configureOutput({
			writeOut: text => stdout.write(text),
			writeErr: text => stderr.write(text),
			outputError: (text, write) => write(parserMessage(text)),
		})
		.showHelpAfterError('Run with --help to see the options.')
		.enablePositionalOptions()
		// The hook below refuses them without printing them.
		.allowExcessArguments()
		.configureHelp({optionDescription: describeOption})
		.addHelpText('after', ending);
	let acting = program;
	program.hook('preAction', (_program, command) => {
		// The default command suggests what was meant.
		if (command.name() !== 'review') rejectExcessArguments(command);
		acting = command;
	});
	const select: SelectCommand = (run, effect = 'none') => {
		const command = acting;
		chosen(streams => withErrorReport(run, toCommandIo(streams, command, effect)));
	};

	addUploadCommands(program, select);
	addCheckCommands(program, select);
	addProfileCommands(program, select);
	addIntegrationCommands(program, select);
	addSandboxCommands(program, select);
	addCompletionCommands(program, select);
	addHelpCommand(program, select);
	addCommonOptions(program);
	return program;
}

/** Returns a message of the parser with the words of the command line in it visible, on one line; a suggestion may follow. */
function parserMessage(text: string): string {
	const [, message = text, suggestion = ''] = /^(.*?)(\n\(Did you mean [^\n]*\))?\n$/s.exec(text) ?? [];
	return `${visible(message)}${suggestion}\n`;
}

/** That a switch is off unless it is given goes without saying. */
function describeOption(option: Option): string {
	return option.defaultValue === false ? option.description : new Help().optionDescription(option);
}
