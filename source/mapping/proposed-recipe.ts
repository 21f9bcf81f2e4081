import type {Field} from '../kinds/warehouse/field.ts';
import {readHeader} from '../kinds/warehouse/header.ts';
import {columnName} from './column-name.ts';
import type {Confidence, MappingProposal} from './proposal.ts';
import type {Recipe} from './recipe.ts';

/**
Returns the recipe of the proposals that are at least as certain as `least`. It does not list columns that are read as their field
without a recipe.
*/
export function proposedRecipe(labels: readonly string[], proposal: MappingProposal, least: Confidence): Recipe {
	const isTaken = ({confidence}: {readonly confidence: Confidence}) =>
		order.indexOf(confidence) <= order.indexOf(least);
	const isRead = fieldsRead(labels);
	const mapping = proposal.proposals
		.filter(isTaken)
		.filter(({field, column}) => !isRead(field, column))
		.map(({field, column}) => [columnName(labels, column), field] as const);
	const split = proposal.splits
		.filter(isTaken)
		.map(({column, fields}) => [columnName(labels, column), fields] as const);
	const {fillDown, tableRows, skipRows, values} = proposal;
	return {
		...(mapping.length > 0 ? {mapping: Object.fromEntries(mapping)} : {}),
		...(split.length > 0 ? {split: Object.fromEntries(split)} : {}),
		...(fillDown.length > 0 ? {fillDown} : {}),
		...(tableRows ? {tableRows} : {}),
		...(skipRows.length > 0 ? {skipRows} : {}),
		...(values.size > 0 ? {values: {is_view: Object.fromEntries(values)}} : {}),
	};
}

const order: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** Returns a test for columns that are read as a field without a recipe. */
function fieldsRead(labels: readonly string[]): (field: Field, column: number) => boolean {
	const {mapping, found} = readHeader(labels);
	const repeated = new Set(found.flatMap(problem => (problem.code === 'duplicate-label' ? [problem.field] : [])));
	return (field, column) => mapping[field] === column && !repeated.has(field);
}
