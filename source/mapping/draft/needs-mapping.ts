import {nameFields} from '../../kinds/warehouse/field.ts';
import {readHeader} from '../../kinds/warehouse/header.ts';
import {filledText} from '../cells.ts';
import type {MappingSample} from '../mapping-sample.ts';
import {proposeFillDown} from '../propose-fill-down.ts';
import type {Recipe} from '../recipe.ts';
import {draftOfRecipe, missingFields} from './draft.ts';
import {namedColumns} from './named-columns.ts';
import {hasGaps} from './sample-values.ts';
import {namesFields, type Suggested, suggest} from './suggestions.ts';

/** True if required fields have no source, or several columns. */
export function isIncomplete(recipe: Recipe, sample: MappingSample): boolean {
	const {found} = readHeader(sample.labels, recipe.mapping);
	return found.some(({code}) => code === 'duplicate-label') || missingFields(draftOfRecipe(recipe, sample)).length > 0;
}

/** True if something certain or likely differs from what the labels say. */
export function hasSuggestions(recipe: Recipe, sample: MappingSample): boolean {
	const {mapping, found} = readHeader(sample.labels, recipe.mapping);
	if (found.length > 0) return hasLikely(suggest(recipe, sample));
	// Where labels name all columns, only empty cells can say more. The dictionary of labels is not loaded for other files.
	const hasEmpty = nameFields.some(field => hasGaps(sample, mapping[field]));
	return hasEmpty && !namesFields(recipe) && hasMergedCells(sample) && hasLikely(suggest(recipe, sample));
}

function hasLikely({suggestions}: Suggested): boolean {
	return [...suggestions.values()].some(({confidence}) => confidence !== 'possible');
}

function hasMergedCells({labels, rows}: MappingSample): boolean {
	const columns = new Map(
		[...namedColumns(labels)].flatMap(([field, [column]]) => (column === undefined ? [] : [[field, column] as const])),
	);
	// A footer has fewer cells than the header.
	const records = rows.filter(({length}) => length === labels.length);
	return (
		proposeFillDown(
			records.map(row => row.map(filledText)),
			columns,
		).length > 0
	);
}
