import {delimiterNames} from '../../source/mapping/options/reading.ts';
import type {Recipe} from '../../source/mapping/recipe.ts';
import {recipeRules} from '../../source/mapping/recipe-json.ts';

type Part = keyof Recipe;

const parts = Object.keys(recipeRules).filter((name): name is Part => Object.hasOwn(recipeRules, name));

/** Reads the parts of a recipe from a JSON object, and ignores its other keys. Returns what is wrong as a text if a part is not valid. */
export function readRecipe(json: Readonly<Record<string, unknown>>): Recipe | string {
	const found: [Part, unknown][] = [];
	for (const part of parts) {
		if (json[part] === undefined) continue;
		const value = recipeRules[part].read(json[part]);
		if (value === undefined) return `"${part}" must be ${recipeRules[part].expected}`;
		found.push([part, value]);
	}

	return Object.fromEntries(found);
}

/** Returns a recipe as JSON, for a profile or a project file. */
export function recipeJson(recipe: Recipe): Readonly<Record<string, unknown>> {
	const [delimiter] = delimiterNames(recipe.delimiter);
	return Object.fromEntries(Object.entries({...recipe, delimiter}).filter(([, value]) => value !== undefined));
}
