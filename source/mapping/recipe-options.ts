import {nameFields} from '../kinds/warehouse/field.ts';
import {shellWord} from '../text/shell-word.ts';
import {nameInCase} from './name-case.ts';
import {mapOption, skipRowsOption, splitOption, tableRowsOption} from './options/columns.ts';
import type {RecipeOption} from './options/option.ts';
import {delimiterOption, encodingOption, headerRowOption} from './options/reading.ts';
import {caseOption, fillDownOption, setOption, valueOption} from './options/values.ts';
import type {Recipe} from './recipe.ts';

/** The options of a recipe, in the order in which they are printed and applied. @forTests */
export const recipeOptions: readonly RecipeOption[] = [
	encodingOption,
	delimiterOption,
	headerRowOption,
	mapOption,
	splitOption,
	setOption,
	fillDownOption,
	tableRowsOption,
	skipRowsOption,
	valueOption,
	caseOption,
];

/** Returns the words of the command line that make a recipe. */
export function recipeWords(recipe: Recipe): readonly string[] {
	return recipeOptions.flatMap(({flag, form, print}) =>
		print(recipe).flatMap(text => (form === undefined ? [flag] : [flag, text])),
	);
}

/**
Returns a recipe with more options; `undefined` if one of them does not fit. The options replace values as they are sent, so they
also apply to values that the recipe makes.
*/
export function addOptions(
	recipe: Recipe,
	options: ReadonlyArray<{readonly option: string; readonly value: string}>,
): Recipe | undefined {
	let next = recipe;
	for (const {option, value} of options) {
		const parsed = recipeOptions.find(({flag}) => flag === option)?.parse(value, next);
		if (parsed === undefined || 'problem' in parsed) return undefined;
		next = parsed.recipe;
	}

	return {...next, ...withSentValues(recipe, next)};
}

/** Returns the options that, beside those of a recipe, have the effect of others; none if one of these does not fit. */
export function composeOptions<Name extends string>(
	recipe: Recipe,
	options: ReadonlyArray<{readonly option: Name; readonly value: string}>,
): ReadonlyArray<{readonly option: Name; readonly value: string}> {
	const next = addOptions(recipe, options);
	if (next === undefined) return [];
	return [...new Set(options.map(({option}) => option))].flatMap(option => {
		const [before, after] = [recipe, next].map(
			one => recipeOptions.find(({flag}) => flag === option)?.print(one) ?? [],
		);
		return (after ?? []).filter(value => !before?.includes(value)).map(value => ({option, value}));
	});
}

/** Returns the replaced values of a recipe, where those that were added replace what the earlier ones and the case make. */
function withSentValues(recipe: Recipe, next: Recipe): Pick<Recipe, 'values'> {
	if (next.values === undefined) return {};
	const sentName = nameInCase(recipe.case);
	const replaced = nameFields.flatMap(field => {
		const [earlier = {}, values] = [recipe.values?.[field], next.values?.[field]];
		if (values === undefined) return [];
		const added = new Map(Object.entries(values).filter(([value, other]) => earlier[value] !== other));
		const made = Object.entries(earlier).map(([value, name]) => [value, added.get(sentName(name)) ?? name] as const);
		// A value that was replaced before is never sent, so it stays replaced.
		return [[field, Object.fromEntries([...added, ...made])] as const];
	});
	return {values: {...next.values, ...Object.fromEntries(replaced)}};
}

/** Returns the options that only one of two recipes has, quoted for a shell. */
export function recipeDifference(before: Recipe, after: Recipe): {readonly added: string; readonly removed: string} {
	const [old, present] = [before, after].map(optionTexts);
	const only = (texts: readonly string[] = [], others: readonly string[] = []) =>
		texts.filter(text => !others.includes(text)).join(' ');
	return {added: only(present, old), removed: only(old, present)};
}

/** Returns each option of a recipe with its value. */
function optionTexts(recipe: Recipe): readonly string[] {
	return recipeOptions.flatMap(({flag, form, print}) =>
		print(recipe).map(text => (form === undefined ? flag : `${flag} ${shellWord(text)}`)),
	);
}

/** Returns the options that make a recipe, quoted for a shell. */
export function recipeText(recipe: Recipe): string {
	return recipeWords(recipe).map(shellWord).join(' ');
}
