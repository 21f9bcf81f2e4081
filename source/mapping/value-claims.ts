import type {Field} from '../kinds/warehouse/field.ts';
import type {Claim} from './claim.ts';
import type {ColumnFacts} from './column-facts.ts';
import type {ForeignColumn} from './foreign-column.ts';
import {fitOf, isSparse} from './value-fit.ts';

/** When the values of a column alone show a field, and how clearly. */
const evidence: readonly (readonly [field: Field, score: number, isShown: (column: ForeignColumn) => boolean])[] = [
	['col_type', 65, ({facts}) => facts.shares.isType > 0.8 && facts.distinct < facts.filled],
	[
		'is_view',
		55,
		({facts, cells}) => facts.shares.isTableType > 0.9 && cells.some(cell => /^(?:base )?table$|view/i.test(cell)),
	],
	[
		'sort_order',
		45,
		// A column of numbers without a label is the index of a data frame.
		({label, facts, runs}) =>
			label.trim() !== '' && facts.shares.isInteger > 0.9 && runs.ascending > 0.9 && runs.restarts > 0,
	],
	['name', 40, ({facts}) => facts.shares.isIdentifier > 0.8 && facts.distinct > 1 && isInBlocks(facts)],
	['col_name', 40, ({facts, runs}) => facts.shares.isIdentifier > 0.9 && runs.unique > 0.97 && facts.filled > 1],
	[
		'col_description',
		35,
		({facts}) => facts.shares.isText > 0.5 && facts.meanLength > 15 && facts.distinct > facts.filled * 0.6,
	],
	['description', 35, ({facts, runs}) => facts.shares.isText > 0.5 && runs.comparable > 1 && runs.constant > 0.9],
	['last_updated_time', 35, ({facts, runs}) => facts.shares.isTime > 0.9 && runs.comparable > 1 && runs.constant > 0.9],
];

function isInBlocks(facts: ColumnFacts): boolean {
	return facts.blocks === facts.distinct && (facts.filled > facts.distinct || isSparse(facts));
}

/** The least fit of values without a label. */
const leastFit = 0.3;

/** Returns what a column may be whose label has no known meaning. */
export function claimByValues(column: ForeignColumn): readonly Claim[] {
	return evidence.flatMap(([field, score, isShown]) => {
		const fit = fitOf(field, column.facts, column.runs);
		if (column.facts.filled === 0 || fit < leastFit || !isShown(column)) return [];
		return [{field, column: column.index, score, fit, basis: 'values' as const}];
	});
}
