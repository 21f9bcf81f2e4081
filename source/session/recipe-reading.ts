import {delimiterOption} from '../mapping/options/reading.ts';
import type {Recipe, RowRecipe} from '../mapping/recipe.ts';
import {recipeParts} from '../mapping/recipe-parts.ts';
import type {ReadOptions} from './read-options.ts';

const rowParts = ['fillDown', 'split', 'values', 'case', 'tableRows', 'skipRows'] as const satisfies ReadonlyArray<
	keyof RowRecipe
>;

/** Returns how a file is read with a recipe. */
export function readingOfRecipe({encoding, delimiter, headerRow, mapping, constants, ...parts}: Recipe): ReadOptions {
	const rows = Object.fromEntries(
		rowParts.filter(part => parts[part] !== undefined).map(part => [part, parts[part]] as const),
	);
	return {
		...(encoding === undefined ? {} : {encoding}),
		...(delimiter === undefined ? {} : {delimiter}),
		...(headerRow === undefined ? {} : {headerRow}),
		...(mapping === undefined ? {} : {mapping}),
		...(constants === undefined
			? {}
			: {constants: Object.entries(constants).map(([field, value]) => ({field, value}))}),
		...(Object.keys(rows).length === 0 ? {} : {rows}),
	};
}

/** Returns the recipe with which a file is read. */
export function recipeOfReading({
	encoding,
	delimiter,
	headerRow,
	mapping = {},
	constants = [],
	rows,
}: ReadOptions): Recipe {
	const {mapping: columns = {}, constants: values = {}} = recipeParts(mapping, constants);
	return {
		...(encoding === undefined ? {} : {encoding}),
		...(delimiter === undefined ? {} : delimiterPart(delimiter)),
		...(headerRow === undefined ? {} : {headerRow}),
		...(Object.keys(columns).length === 0 ? {} : {mapping: columns}),
		...(Object.keys(values).length === 0 ? {} : {constants: values}),
		...rows,
	};
}

/** Returns the recipe with which a file was read, with the proposals that were taken. */
export function presentRecipe(reading: ReadOptions, taken: Recipe = {}): Recipe {
	const given = recipeOfReading(reading);
	const {mapping, constants} = {
		mapping: {...taken.mapping, ...given.mapping},
		constants: {...taken.constants, ...given.constants},
	};
	return {
		...taken,
		...given,
		...(Object.keys(mapping).length === 0 ? {} : {mapping}),
		...(Object.keys(constants).length === 0 ? {} : {constants}),
	};
}

function delimiterPart(text: string): Recipe {
	const parsed = delimiterOption.parse(text, {});
	return 'recipe' in parsed ? parsed.recipe : {};
}
