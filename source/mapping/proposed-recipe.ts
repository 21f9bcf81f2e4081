import {noField} from '../kinds/header.ts';
import {type Field, fields} from '../kinds/warehouse/field.ts';
import {readHeader} from '../kinds/warehouse/header.ts';
import {columnName} from './column-name.ts';
import type {Confidence, MappingProposal, Proposal} from './proposal.ts';
import type {MappedField, Recipe} from './recipe.ts';

/**
Returns the recipe of the proposals that are at least as certain as `least`. It does not list columns that are read as their field
without a recipe, but those whose label names a field that they are not proposed for.
*/
export function proposedRecipe(labels: readonly string[], proposal: MappingProposal, least: Confidence): Recipe {
	const isTaken = ({confidence}: {readonly confidence: Confidence}) =>
		order.indexOf(confidence) <= order.indexOf(least);
	const mapping = mappingOf(labels, proposal, proposal.proposals.filter(isTaken));
	const split = proposal.splits
		.filter(isTaken)
		.map(({column, fields}) => [columnName(labels, column), fields] as const);
	const {tableRows, skipRows, values} = proposal;
	// Without a proposal that is taken, its field has no column.
	const isOmitted = (field: Field) =>
		proposal.proposals.some(one => one.field === field && !isTaken(one)) ||
		proposal.splits.some(one => one.fields.includes(field) && !isTaken(one));
	const fillDown = proposal.fillDown.filter(field => !isOmitted(field));
	return {
		...(Object.keys(mapping).length > 0 ? {mapping} : {}),
		...(split.length > 0 ? {split: Object.fromEntries(split)} : {}),
		...(fillDown.length > 0 ? {fillDown} : {}),
		...(tableRows ? {tableRows} : {}),
		...(skipRows.length > 0 ? {skipRows} : {}),
		...(values.size > 0 && !isOmitted('is_view') ? {values: {is_view: Object.fromEntries(values)}} : {}),
	};
}

const order: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** Returns the columns that must be named, so that each proposal is read, and nothing else. */
function mappingOf(
	labels: readonly string[],
	{proposals, splits}: MappingProposal,
	taken: readonly Proposal[],
): {readonly [column: string]: MappedField} {
	const isSplit = new Set(splits.flatMap(({fields: parts}) => parts));
	let mapping: {[column: string]: MappedField} = {};
	// A column that is named can change what the labels of others mean.
	for (const _ of labels) {
		const {mapping: read, found} = readHeader(labels, mapping);
		const repeated = new Set(found.flatMap(problem => (problem.code === 'duplicate-label' ? [problem.field] : [])));
		const named = taken.filter(({field, column}) => read[field] !== column || repeated.has(field));
		const omitted = fields.flatMap(field => {
			const column = isSplit.has(field) ? undefined : read[field];
			return column === undefined || proposals.some(one => one.field === field) ? [] : [column];
		});
		const added = [
			...named.map(({field, column}) => [columnName(labels, column), field] as const),
			...omitted.map(column => [columnName(labels, column), noField] as const),
		].filter(([column, field]) => mapping[column] !== field);
		if (added.length === 0) break;
		mapping = {...mapping, ...Object.fromEntries(added)};
	}

	return mapping;
}
