import type {Command} from 'commander';
import {codeOption, mapOption, replaceOption, setOption} from '../commands/fix/options.ts';
import {withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {
	delimiterOption,
	encodingOption,
	ignoreOption,
	jsonOption,
	projectOptions,
	readingOptions,
	wholeNumber,
} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {argument} from './typed-argument.ts';
import {choiceOption, flag, optionalFlag, parsedOption, textOption} from './typed-option.ts';

/** What is done to a file without a catalog. */
export function addCheckCommands(program: Command, select: SelectCommand): void {
	addCheck(program, select);
	addFix(program, select);
}

function addCheck(program: Command, select: SelectCommand): void {
	const check = program.command('check').description('find every problem of a file; nothing is changed or sent');
	withArgument(
		withHelpText(check, {
			examples: [
				'secoda-upload check warehouse.csv --format json --limit 0 --ignore null-mark:col_name',
				'zcat warehouse.csv.gz | secoda-upload check -',
			],
			exits: [1, 3],
		}),
		argument('<file>', 'a CSV file, a profile, or - for standard input'),
		[
			...readingOptions(),
			choiceOption('--format <format>', 'format of the report', ['text', 'json', 'junit', 'github'], 'text'),
			optionalFlag('--json', 'the same as --format json').implies({format: 'json'}),
			parsedOption(
				'--limit <number>',
				'maximum number of problems to list, 0 = all (default: 1000; per kind 1000 in junit, 3 in text)',
				wholeNumber,
			),
			ignoreOption(),
		],
		(source, options) =>
			select(async io => (await import('../commands/check.ts')).checkCommand({...options, source}, io)),
	);
}

function addFix(program: Command, select: SelectCommand): void {
	const fix = program
		.command('fix')
		.description('take every safe fix, and what is asked for, and save the result; no other byte changes');
	withArgument(
		withHelpText(fix, {
			text: 'Safe fixes cannot change what was meant; the others are taken only by --fix. In this order: map, set,\nreplace, fix, safe.',
			examples: [
				'secoda-upload fix warehouse.csv --fix period-in-name --set database=ANALYTICS --dry-run',
				'secoda-upload fix warehouse.csv -o - | secoda-upload upload -',
			],
			exits: [1, 3, 11],
		}),
		argument('<file>', 'a CSV file, or - for standard input (the result then goes to standard output)'),
		[
			...projectOptions(),
			parsedOption('--fix <code>', 'take the fix of each problem of this kind too; may be given again', codeOption),
			parsedOption('--map <header=field>', 'the column with this header, or #3, holds this field', mapOption),
			parsedOption(
				'--set <field=value>',
				'give the field this value in every row; a new column if there is none',
				setOption,
			),
			parsedOption(
				'--replace <field:/re/to/>',
				"replace what the regular expression finds in the field's cells",
				replaceOption,
			),
			flag('--dry-run', 'show what would change, with samples, and write nothing'),
			textOption(
				'-o, --output <file>',
				'the file to write, or - for standard output (default: <name>.fixed.csv beside the file)',
			),
			flag('--in-place', 'change the file itself'),
			jsonOption(),
			encodingOption(),
			delimiterOption(),
		],
		(source, {fix = [], map = [], set = [], replace = [], ...options}) =>
			select(async io =>
				(await import('../commands/fix/fix.ts')).fixCommand({...options, source, fix, map, set, replace}, io),
			),
	);
}
