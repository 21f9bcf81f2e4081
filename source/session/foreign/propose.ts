import {columnOf} from '../../kinds/header.ts';
import type {MappingSample} from '../../mapping/mapping-sample.ts';
import type {MappingProposal} from '../../mapping/proposal.ts';
import {proposedRecipe} from '../../mapping/proposed-recipe.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {ReadOptions} from '../read-options.ts';
import {foundBy} from './read-sample.ts';

/** Returns the options with the certain and likely proposals for the fields of which they say nothing, and the recipe of these. */
export function withProposal(
	reading: ReadOptions,
	sample: MappingSample,
): {readonly reading: ReadOptions; readonly taken: Recipe} {
	const {labels, proposal} = sample;
	const given = new Set([
		...Object.values(reading.mapping ?? {}),
		...(reading.constants ?? []).map(({field}) => field),
		...Object.values(reading.rows?.split ?? {}).flat(),
	]);
	const mapped = new Set(Object.keys(reading.mapping ?? {}).map(name => columnOf(labels, name)));
	const isFree = (field: string) => !given.has(field);
	const free: MappingProposal = {
		...proposal,
		proposals: proposal.proposals.filter(({field, column}) => isFree(field) && !mapped.has(column)),
		splits: proposal.splits.filter(({fields, column}) => fields.every(isFree) && !mapped.has(column)),
	};
	const {mapping, ...rows} = proposedRecipe(labels, free, 'likely');
	const hasRows = Object.keys(rows).length > 0;
	const taken = {...foundBy(sample, reading), ...(mapping === undefined ? {} : {mapping}), ...rows};
	return {
		taken,
		reading: {
			...reading,
			mapping: {...mapping, ...reading.mapping},
			...(hasRows || reading.rows !== undefined ? {rows: {...rows, ...reading.rows}} : {}),
		},
	};
}
