import {type Field, fields, nameFields} from '../kinds/warehouse/field.ts';
import type {Claim} from './claim.ts';
import type {ForeignColumn} from './foreign-column.ts';
import {settleByNeighbours} from './neighbours/index.ts';
import type {Settled} from './neighbours/rule.ts';
import {clearScore, exactScore} from './plain-column.ts';
import {claimByValues} from './value-claims.ts';
import {contradiction, fitOf} from './value-fit.ts';
import type {Role} from './words.ts';

/** How much the values weigh beside the label. */
const fitWeight = 25;

/** The score of a known label that values contradict. */
const doubtedScore = 55;

/** The score from which on a claim is worth a proposal. */
const leastScore = 30;

/** Returns what each column may be. */
export function claimFields(columns: readonly ForeignColumn[]): readonly Claim[] {
	const settled = settleByNeighbours(columns);
	return columns.flatMap(column => claimsOf(column, settled.get(column.index)));
}

function claimsOf(column: ForeignColumn, settled: Settled | undefined): readonly Claim[] {
	if (settled !== undefined) return scored(column, settled.scores, {basis: 'neighbour', reason: settled.reason});
	const {exact, scores, isKnown} = column.meaning;
	const byLabel = scored(column, scores, {basis: 'label'});
	if (exact !== undefined && !isUseless(column, exact)) {
		return [exactClaim(column, exact), ...byLabel.filter(({field}) => field !== exact)];
	}

	return isKnown ? byLabel : claimByValues(column);
}

/** True if a known label has nothing of what it says: no name in any row, or a group of columns in place of a type. */
function isUseless({facts}: ForeignColumn, field: Field): boolean {
	if (field === 'col_type') return facts.shares.isTypeWord === 0 && facts.shares.isText > 0.5;
	return isEmpty(facts) && needsValues(field);
}

function isEmpty({filled, rows}: ForeignColumn['facts']): boolean {
	return filled === 0 && rows > 0;
}

function needsValues(field: Field): boolean {
	return field === 'sort_order' || nameFields.some(name => name === field);
}

function exactClaim(column: ForeignColumn, field: Field): Claim {
	const fit = fitOf(field, column.facts, column.runs);
	const score = fit <= contradiction ? doubtedScore : exactScore + fit * fitWeight;
	return {field, column: column.index, score, fit, basis: 'exact'};
}

function scored(
	column: ForeignColumn,
	scores: Settled['scores'],
	because: Pick<Claim, 'basis' | 'reason'>,
): readonly Claim[] {
	return fields.flatMap(field => {
		const base = scores[field];
		if (base === undefined || (isEmpty(column.facts) && needsValues(field))) return [];
		const fit = fitOf(field, column.facts, column.runs);
		const score = base + fit * fitWeight;
		if (fit < contradiction || score < leastScore || !isShown(column, field, base)) return [];
		return [{field, column: column.index, score: score - emptiness(column, field), fit, ...because}];
	});
}

/** The cost of a description that no row has. */
const emptyDescription = 25;

function emptiness({facts: {filled, rows}}: ForeignColumn, field: Field): number {
	return field === 'col_description' && rows > 0 ? emptyDescription * (1 - filled / rows) : 0;
}

/** True if the values show a field that a label without a table or a view may mean. */
function isShown({runs, facts, meaning}: ForeignColumn, field: Field, base: number): boolean {
	if (base >= clearScore || tableRoles.some(role => meaning.roles.has(role))) return true;
	if (field === 'is_view') return facts.shares.isTableType > 0.8;
	if (field === 'col_type') return facts.shares.isTypeWord > 0.3;
	if (field === 'name') return facts.filled > facts.distinct * 1.5;
	return field !== 'description' || (runs.comparable > 0 && runs.constant > 0.9 && facts.shares.isText > 0.2);
}

const tableRoles: readonly Role[] = ['table', 'dataset', 'container', 'view'];
