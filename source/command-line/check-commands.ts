import type {Command} from 'commander';
import {codeOption, mapOption, replaceOption, setOption} from '../commands/fix/options.ts';
import {withArgument, withArguments, withThreeArguments} from './action.ts';
import {withHelpText} from './help-text.ts';
import {optionTexts} from './option-texts.ts';
import {
	delimiterOption,
	encodingOption,
	headerRowOption,
	ignoreOption,
	jsonOption,
	projectOptions,
	readingOptions,
	secondFile,
	steps,
	wholeNumber,
} from './options.ts';
import {rowOptions} from './recipe-options.ts';
import type {SelectCommand} from './select-command.ts';
import {argumentTexts, commandTexts} from './texts.ts';
import {argument} from './typed-argument.ts';
import {choiceOption, defaultedOption, flag, optionalFlag, parsedOption, textOption} from './typed-option.ts';

/** Adds the commands that check, fix or convert a file and send nothing. */
export function addCheckCommands(program: Command, select: SelectCommand): void {
	addCheck(program, select);
	addFix(program, select);
	addConvert(program, select);
	addLineage(program, select);
}

function addCheck(program: Command, select: SelectCommand): void {
	withArguments(
		withHelpText(program.command('check'), commandTexts.check),
		[argument('<file>', argumentTexts.checkFile), secondFile()],
		[
			...readingOptions(),
			choiceOption('--format <format>', optionTexts.format, ['text', 'json', 'junit', 'github'], 'text'),
			optionalFlag('--json', optionTexts.jsonFormat).implies({format: 'json'}),
			parsedOption('--limit <number>', optionTexts.limit, wholeNumber),
			ignoreOption(),
		],
		(source, other, options) =>
			select(async io => (await import('../commands/check.ts')).checkCommand({...options, source, other}, io)),
	);
}

function addFix(program: Command, select: SelectCommand): void {
	withArguments(
		withHelpText(program.command('fix'), commandTexts.fix),
		[argument('<file>', argumentTexts.fixFile), secondFile()],
		[
			...projectOptions(),
			parsedOption('--fix <code>', optionTexts.fixCode, codeOption),
			parsedOption('--map <header=field>', optionTexts.map, mapOption),
			parsedOption('--set <field=value>', optionTexts.setInFile, setOption),
			...rowOptions(),
			parsedOption('--replace <field:/re/to/>', optionTexts.replace, replaceOption),
			flag('--dry-run', optionTexts.dryRun),
			textOption('-o, --output <file>', optionTexts.output),
			flag('--in-place', optionTexts.inPlace),
			jsonOption(),
			encodingOption(),
			delimiterOption(),
			headerRowOption(),
		],
		(source, other, {fix = [], set = [], replace = [], ...options}) =>
			select(async io =>
				(await import('../commands/fix/fix.ts')).fixCommand({...options, source, other, fix, set, replace}, io),
			),
	);
}

function addConvert(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('convert'), commandTexts.convert),
		argument('<file>', argumentTexts.convertFile),
		[...readingOptions(), textOption('-o, --output <path>', optionTexts.convertOutput), jsonOption()],
		(source, options) =>
			select(async io => (await import('../commands/convert/convert.ts')).convertCommand({...options, source}, io)),
	);
}

function addLineage(program: Command, select: SelectCommand): void {
	withThreeArguments(
		withHelpText(program.command('lineage'), commandTexts.lineage),
		[argument('<id>', argumentTexts.lineageId), argument('[file]', argumentTexts.lineageFile), secondFile()],
		[
			...projectOptions(),
			defaultedOption('--up <steps>', optionTexts.lineageUp, steps, {value: 2}),
			defaultedOption('--down <steps>', optionTexts.lineageDown, steps, {value: 2}),
			choiceOption('--format <format>', optionTexts.lineageFormat, ['text', 'mermaid', 'json'], 'text'),
			optionalFlag('--json', optionTexts.jsonFormat).implies({format: 'json'}),
			encodingOption(),
		],
		([id, source, other], options) =>
			select(async io => (await import('../commands/lineage.ts')).lineageCommand({...options, id, source, other}, io)),
	);
}
