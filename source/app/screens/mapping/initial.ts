import {missingFields} from '../../../mapping/draft/draft.ts';
import {countSuggestions, suggest} from '../../../mapping/draft/suggestions.ts';
import type {MappingSample} from '../../../mapping/mapping-sample.ts';
import {findObstacle} from '../../../mapping/obstacles.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import {countOf} from './count.ts';
import {actionIndex, indexOfField} from './items.ts';
import type {MappingState} from './state.ts';

/** Returns the state before any key. The action is selected if there is a proposal or an obstacle, else the first field, if possible one that needs a value. */
export function initialMapping(recipe: Recipe, sample: MappingSample): MappingState {
	const suggested = suggest(recipe, sample);
	const obstacle = findObstacle(sample);
	const [field = 'col_name' as const] = missingFields(suggested.draft);
	const state: MappingState = {
		...suggested,
		opened: suggested,
		sample,
		obstacle,
		selected: countSuggestions(suggested) > 0 || obstacle !== undefined ? actionIndex : indexOfField(field),
		top: 0,
		mode: {name: 'fields'},
		notice: undefined,
		count: {kind: 'counting', part: 0},
	};
	return {...state, count: countOf(state)};
}
