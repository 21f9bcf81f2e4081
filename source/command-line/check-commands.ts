import {type Command, Option} from 'commander';
import {codeOption, mapOption, replaceOption, setOption} from '../commands/fix/options.ts';
import {explain} from './explain.ts';
import {
	delimiterOption,
	encodingOption,
	ignoreOption,
	jsonOption,
	wholeNumber,
	withProject,
	withReading,
} from './options.ts';
import type {Choose} from './run.ts';

/** What is done to a file without a catalog. */
export function addCheckCommands(program: Command, choose: Choose): void {
	const check = program
		.command('check')
		.description('find every problem of a file; nothing is changed or sent')
		.argument('<file>', 'a CSV file, a profile, or - for standard input');
	withReading(
		explain(check, {
			examples: [
				'secoda-upload check warehouse.csv --format json --limit 0 --ignore null-mark:col_name',
				'zcat warehouse.csv.gz | secoda-upload check -',
			],
			exits: [1, 3],
		}),
	)
		.addOption(
			new Option('--format <format>', 'format of the report')
				.choices(['text', 'json', 'junit', 'github'])
				.default('text'),
		)
		.addOption(new Option('--json', 'the same as --format json').implies({format: 'json'}))
		.option(
			'--limit <number>',
			'maximum number of problems to list, 0 = all (default: 1000; per kind 1000 in junit, 3 in text)',
			wholeNumber,
		)
		.addOption(ignoreOption())
		.action((source: string, options) =>
			choose(async io => (await import('../commands/check.ts')).checkCommand({...options, source}, io)),
		);

	const fix = program
		.command('fix')
		.description('take every safe fix, and what is asked for, and save the result; no other byte changes')
		.argument('<file>', 'a CSV file, or - for standard input (the result then goes to standard output)');
	withProject(
		explain(fix, {
			text: 'Safe fixes cannot change what was meant; the others are taken only by --fix. In this order: map, set,\nreplace, fix, safe.',
			examples: [
				'secoda-upload fix warehouse.csv --fix period-in-name --set database=ANALYTICS --dry-run',
				'secoda-upload fix warehouse.csv -o - | secoda-upload upload -',
			],
			exits: [1, 3, 11],
		}),
	)
		.option('--fix <code>', 'take the fix of each problem of this kind too; may be given again', codeOption)
		.option('--map <header=field>', 'the column with this header, or #3, holds this field', mapOption)
		.option('--set <field=value>', 'give the field this value in every row; a new column if there is none', setOption)
		.option(
			'--replace <field:/re/to/>',
			"replace what the regular expression finds in the field's cells",
			replaceOption,
		)
		.option('--dry-run', 'show what would change, with samples, and write nothing', false)
		.option(
			'-o, --output <file>',
			'the file to write, or - for standard output (default: <name>.fixed.csv beside the file)',
		)
		.option('--in-place', 'change the file itself', false)
		.addOption(jsonOption())
		.addOption(encodingOption())
		.addOption(delimiterOption())
		.action((source: string, {fix = [], map = [], set = [], replace = [], ...options}) =>
			choose(async io =>
				(await import('../commands/fix/fix.ts')).fixCommand({...options, source, fix, map, set, replace}, io),
			),
		);
}
