import type {Field} from '../kinds/warehouse/field.ts';

/** Why a column may be a field: in the order of weight. */
export type Basis = 'exact' | 'neighbour' | 'label' | 'values';

/** That a column may be a field. The best claims become proposals. */
export type Claim = {
	readonly field: Field;
	readonly column: number;
	readonly score: number;
	/** From -1 to 1: how well the values fit. */
	readonly fit: number;
	readonly basis: Basis;
	/** The evidence of the neighbours, for the basis `neighbour`. */
	readonly reason?: string;
};
