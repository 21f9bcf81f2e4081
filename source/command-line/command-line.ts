import {Command} from 'commander';
import {version} from '../version.ts';
import {addCheckCommands} from './check-commands.ts';
import {addProfileCommands} from './profile-commands.ts';
import type {Choose} from './run.ts';
import {addSandboxCommands} from './sandbox-commands.ts';
import {addUploadCommands} from './upload-commands.ts';

const exitCodeHelp = `
Exit codes: 0 done · 1 the file has errors · 2 wrong usage · 3 the file cannot be read · 4 token or keyring
  5 temporary, nothing was sent · 6 outcome unknown · 7 stopped for safety · 8 the sync failed
  9 sent, not seen within --wait · 129/130/143 signals

Examples:
  secoda-upload warehouse.csv          look at a file and fix it; needs no account
  secoda-upload demo                   try everything on a sandbox
`;

/** The whole command line as data: each command says which module does its work. */
export function commandLine(choose: Choose): Command {
	const program = new Command('secoda-upload')
		.usage('[file] | <command> [options]')
		.description('Check, fix and upload the description of a warehouse to the Secoda catalog.')
		.version(version)
		.exitOverride()
		.showHelpAfterError('Run with --help to see the options.')
		.enablePositionalOptions()
		.addHelpText('after', exitCodeHelp);

	addUploadCommands(program, choose);
	addCheckCommands(program, choose);
	addProfileCommands(program, choose);
	addSandboxCommands(program, choose);
	return program;
}
