import {InvalidArgumentError} from 'commander';
import {skipRowsOption, splitOption} from '../mapping/options/columns.ts';
import type {OptionProblem, RecipeOption} from '../mapping/options/option.ts';
import {caseOption, fillDownOption, valueOption} from '../mapping/options/values.ts';
import type {Recipe} from '../mapping/recipe.ts';
import {optionTexts, valueErrors} from './option-texts.ts';
import {optionalFlag, parsedOption} from './typed-option.ts';

/** The options that make rows of those of a foreign file. */
export const rowOptions = () => [
	parsedOption('--split <header=fields>', optionTexts.split, parserOf(splitOption)),
	parsedOption('--fill-down <field>', optionTexts.fillDown, parserOf(fillDownOption)),
	optionalFlag('--table-rows', optionTexts.tableRows),
	parsedOption('--skip-rows <header=value>', optionTexts.skipRows, parserOf(skipRowsOption)),
	parsedOption('--value <field:old=new>', optionTexts.value, parserOf(valueOption)),
	parsedOption('--case <case>', optionTexts.nameCase, parserOf(caseOption)),
];

/** Returns a parser that adds the part of an option to the recipe from before. */
function parserOf(option: RecipeOption): (text: string, before: Recipe | undefined) => Recipe {
	return (text, before = {}) => {
		const parsed = option.parse(text, before);
		if ('problem' in parsed) throw new InvalidArgumentError(problemText(parsed.problem));
		return parsed.recipe;
	};
}

function problemText(problem: OptionProblem): string {
	switch (problem.code) {
		case 'wrong-form':
			return valueErrors.form(problem.form, problem.example);
		case 'unknown-field':
			return valueErrors.unknownField(problem.field, problem.near);
		case 'unknown-choice':
			return valueErrors.choices(problem.choices);
		default:
			return problem satisfies never;
	}
}
