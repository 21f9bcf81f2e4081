import {proposeHeaderRow} from '../../mapping/header-row.ts';
import type {MappingProposal} from '../../mapping/proposal.ts';
import {proposeMapping} from '../../mapping/propose.ts';
import {proposedRecipe} from '../../mapping/proposed-recipe.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {RecordFormat} from '../../records/record-format.ts';
import type {Encoding} from '../../records/source/encoding.ts';
import type {SourceFile} from '../../records/source/source-file.ts';
import type {ReadOptions} from '../read-options.ts';
import {sampleRows} from './sample-rows.ts';

/** The rows that a proposal is made of. */
const sampled = 1000;

/** How a file can be read as a warehouse. */
export type ReadingProposal = {
	/** The row of the header, from 1. */
	readonly headerRow: number;
	/** The encoding, if it is not UTF-8. */
	readonly encoding: Encoding | undefined;
	readonly labels: readonly string[];
	readonly proposal: MappingProposal;
};

/** Proposes how to read a file of which only the format is known. Its labels are those of `headerRow`, or of the row that looks like a header. */
export async function proposeReading(
	file: SourceFile,
	format: RecordFormat,
	headerRow?: number,
): Promise<ReadingProposal> {
	const {rows, encoding} = await sampleRows(file, format, sampled);
	const row = headerRow ?? proposeHeaderRow(rows);
	const labels = rows[row - 1] ?? [];
	return {headerRow: row, encoding, labels, proposal: proposeMapping(labels, rows.slice(row))};
}

/** Returns the options with the certain and likely proposals for the fields of which they say nothing, and the recipe of these. */
export function withProposal(
	reading: ReadOptions,
	{headerRow, labels, proposal}: ReadingProposal,
): {readonly reading: ReadOptions; readonly taken: Recipe} {
	const given = new Set([
		...Object.values(reading.mapping ?? {}),
		...(reading.constants ?? []).map(({field}) => field),
		...Object.values(reading.rows?.split ?? {}).flat(),
	]);
	const isFree = (field: string) => !given.has(field);
	const free: MappingProposal = {
		...proposal,
		proposals: proposal.proposals.filter(({field}) => isFree(field)),
		splits: proposal.splits.filter(({fields}) => fields.every(isFree)),
	};
	const {mapping, ...rows} = proposedRecipe(labels, free, 'likely');
	const hasRows = Object.keys(rows).length > 0;
	return {
		taken: {
			...(headerRow > 1 ? {headerRow} : {}),
			...(mapping === undefined ? {} : {mapping}),
			...rows,
		},
		reading: {
			...reading,
			mapping: {...mapping, ...reading.mapping},
			...(hasRows || reading.rows !== undefined ? {rows: {...rows, ...reading.rows}} : {}),
		},
	};
}
