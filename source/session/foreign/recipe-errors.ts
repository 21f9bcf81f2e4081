import {UserError} from '../../errors/user-error.ts';
import type {RecipeProblem} from '../../mapping/plan-recipe.ts';
import {visible} from '../../text/visible.ts';

/** Maximum number of labels that a message lists. */
const labelsNamed = 50;

/** Returns the error for a recipe that does not fit a file: the columns that it names, and those that the file has. */
export function recipeError(problems: readonly RecipeProblem[]): UserError<'wrong-usage'> {
	const [first] = problems;
	const hint = first?.code === 'missing-column' ? hintOf(first) : 'Change the options, or the settings of the profile.';
	return new UserError('wrong-usage', problems.map(textOf).join(' '), hint);
}

function textOf(problem: RecipeProblem): string {
	switch (problem.code) {
		case 'missing-column':
			return `The file has no column "${visible(problem.column)}".`;
		case 'repeated-field':
			return `Several columns would be ${problem.field}: ${problem.columns.map(label => `"${visible(label)}"`).join(', ')}.`;
		case 'no-column':
			return `${problem.field} cannot be filled down: it has no column.`;
		default:
			return problem satisfies never;
	}
}

function hintOf({similar, labels}: Extract<RecipeProblem, {code: 'missing-column'}>): string {
	const near = similar === undefined ? '' : `Did you mean "${visible(similar)}"? `;
	const named = labels.slice(0, labelsNamed).map(label => `"${visible(label)}"`);
	const rest = labels.length > labelsNamed ? ', ...' : '';
	return `${near}The file has ${named.join(', ')}${rest}. A number names a column too: #1 is the first.`;
}
