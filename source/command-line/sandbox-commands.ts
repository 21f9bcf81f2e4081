import type {Command} from 'commander';
import {withAction} from './action.ts';
import {withHelpText} from './help-text.ts';
import {optionTexts} from './option-texts.ts';
import {port} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {commandTexts} from './texts.ts';
import {defaultedOption, flag, textOption} from './typed-option.ts';

/** Adds the commands that need no Secoda workspace. */
export function addSandboxCommands(program: Command, select: SelectCommand): void {
	withAction(
		withHelpText(program.command('sandbox'), commandTexts.sandbox),
		[
			defaultedOption('--port <number>', optionTexts.port, port, {value: 0}),
			textOption('--token <token>', optionTexts.sandboxToken),
			textOption('--data-dir <folder>', optionTexts.dataDir),
			flag('--json', optionTexts.sandboxJson),
		],
		options => select(async io => (await import('../commands/sandbox.ts')).sandboxCommand(options, io)),
	);
	withAction(withHelpText(program.command('demo'), commandTexts.demo), [], () =>
		select(async io => (await import('../commands/demo.ts')).demoCommand(io)),
	);
}
