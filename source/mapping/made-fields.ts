import {type Field, fields} from '../kinds/warehouse/field.ts';
import type {RecipePlan} from './plan-recipe.ts';

/** A field that a recipe makes, and its place in a canonical row. */
export type MadeField = {readonly field: Field; readonly at: number};

/** Returns the fields that the rows of a recipe have, in the documented order. */
export function madeFields({sources, recipe}: RecipePlan): readonly MadeField[] {
	const hasTexts = (field: Field) => recipe.tableRows === true && field === 'description';
	return fields.flatMap((field, at) => (sources.has(field) || hasTexts(field) ? [{field, at}] : []));
}

/** Returns the labels of the columns that no field of a recipe comes from. */
export function unusedLabels({labels, sources}: RecipePlan): readonly string[] {
	const used = new Set([...sources.values()].map(source => (source.kind === 'constant' ? undefined : source.column)));
	return labels.filter((label, column) => !used.has(column) && label.trim() !== '');
}
