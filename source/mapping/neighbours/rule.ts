import type {Field} from '../../kinds/warehouse/field.ts';
import type {ForeignColumn} from '../foreign-column.ts';
import {clearScore, labelScore} from '../plain-column.ts';
import type {Scores} from '../role-patterns.ts';
import {contradiction, fitOf} from '../value-fit.ts';
import type {Role} from '../words.ts';

/** The meaning of a column by its neighbours, in place of that of its label. */
export type Settled = {readonly column: number; readonly scores: Scores; readonly reason: string};

/** Returns the columns that neighbours settle. */
export type NeighbourRule = (columns: readonly ForeignColumn[]) => readonly Settled[];

/** The score of a meaning that overrules a known label. */
export const settledScore = 105;

export function hasRole({meaning}: ForeignColumn, role: Role): boolean {
	return meaning.roles.has(role);
}

/** Returns the first column whose label clearly means a field, and whose values do not contradict. */
export function clearly(columns: readonly ForeignColumn[], field: Field): ForeignColumn | undefined {
	return columns.find(
		column => labelScore(column, field) >= clearScore && fitOf(field, column.facts, column.runs) >= contradiction,
	);
}
