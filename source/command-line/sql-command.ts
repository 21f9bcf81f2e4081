import type {Command} from 'commander';
import {nameOption, namesOption, warehouseArgument} from '../commands/sql/options.ts';
import {warehouseIds} from '../sql/index.ts';
import {defaultOptions, nameCases} from '../sql/query-options.ts';
import {withArgument} from './action.ts';
import {withHelpText} from './help-text.ts';
import {optionTexts} from './option-texts.ts';
import {jsonOption} from './options.ts';
import type {SelectCommand} from './select-command.ts';
import {argumentTexts, commandTexts} from './texts.ts';
import {parsedArgument} from './typed-argument.ts';
import {choiceOption, parsedOption, textOption} from './typed-option.ts';

/** Adds `sql`, which prints the query that makes a CSV. */
export function addSqlCommand(program: Command, select: SelectCommand): void {
	withArgument(
		withHelpText(program.command('sql'), commandTexts.sql),
		parsedArgument('[warehouse]', argumentTexts.warehouse, warehouseArgument, warehouseIds),
		[
			parsedOption('--database <name>', optionTexts.sqlDatabase, nameOption),
			parsedOption('--region <region>', optionTexts.sqlRegion, nameOption),
			parsedOption('--schema <names>', optionTexts.sqlSchema, namesOption),
			parsedOption('--exclude-schema <names>', optionTexts.sqlExcludeSchema, namesOption),
			parsedOption('--exclude-column <names>', optionTexts.sqlExcludeColumn, namesOption),
			choiceOption('--case <case>', optionTexts.sqlCase, nameCases, defaultOptions.nameCase),
			textOption('-o, --output <file>', optionTexts.sqlOutput),
			jsonOption(),
		],
		(warehouse, options) =>
			select(async io => (await import('../commands/sql/sql.ts')).sqlCommand({...options, warehouse}, io)),
	);
}
