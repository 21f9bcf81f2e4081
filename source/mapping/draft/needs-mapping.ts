import {nameFields} from '../../kinds/warehouse/field.ts';
import {readHeader} from '../../kinds/warehouse/header.ts';
import type {MappingSample} from '../mapping-sample.ts';
import type {Recipe} from '../recipe.ts';
import {draftOfRecipe, missingFields} from './draft.ts';
import {hasGaps} from './sample-values.ts';
import {suggest} from './suggestions.ts';

/** True if required fields have no source, or several columns. */
export function isIncomplete(recipe: Recipe, sample: MappingSample): boolean {
	const {found} = readHeader(sample.labels, recipe.mapping);
	return found.some(({code}) => code === 'duplicate-label') || missingFields(draftOfRecipe(recipe, sample)).length > 0;
}

/** True if something certain or likely differs from what the labels say. */
export function hasSuggestions(recipe: Recipe, sample: MappingSample): boolean {
	const {mapping, found} = readHeader(sample.labels, recipe.mapping);
	// Where labels name all columns, only empty cells can say more.
	if (found.length === 0 && !nameFields.some(field => hasGaps(sample, mapping[field]))) return false;
	return [...suggest(recipe, sample).suggestions.values()].some(({confidence}) => confidence !== 'possible');
}
