import {missingFields, recipeOf} from '../../../mapping/draft/draft.ts';
import {acceptAll} from '../../../mapping/draft/suggestions.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import type {MappingCount, MappingState} from './state.ts';

/** Stands for a value that is not typed yet. */
const placeholder = 'x';

/**
Returns the recipe to count: as if all suggestions were accepted, and with a value for each field that needs one; `undefined` while
columns have no names.
*/
export function recipeToCount(state: MappingState): Recipe | undefined {
	const {draft} = acceptAll(state, state.sample);
	if (!draft.sources.has('col_name')) return undefined;
	const missing = missingFields(draft);
	const recipe = recipeOf(draft, state.sample);
	if (missing.length === 0) return recipe;
	const constants = {...recipe.constants, ...Object.fromEntries(missing.map(field => [field, placeholder]))};
	return {...recipe, constants};
}

/** Returns the count before the file is counted. */
export function countOf(state: MappingState): MappingCount {
	return recipeToCount(state) === undefined ? {kind: 'waiting', field: 'col_name'} : {kind: 'counting', part: 0};
}
