import type {Field} from '../kinds/warehouse/field.ts';
import type {SkipCondition} from './recipe.ts';

/** How certain a proposal is: `certain` for known labels, `possible` where only values show it. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** The column (from 0) that a field can be read from. */
export type Proposal = {
	readonly field: Field;
	readonly column: number;
	readonly confidence: Confidence;
	/** Why, in a few words. */
	readonly reason: string;
};

/** A column (from 0) whose parts are fields, such as `HR.EMP`. */
export type SplitProposal = {
	readonly column: number;
	readonly fields: readonly Field[];
	readonly confidence: Confidence;
	readonly reason: string;
};

/** How a file can be read as a warehouse: the parts of a recipe. No column and no field is in two of the proposals. */
export type MappingProposal = {
	readonly proposals: readonly Proposal[];
	readonly splits: readonly SplitProposal[];
	readonly fillDown: readonly Field[];
	readonly tableRows: boolean;
	readonly skipRows: readonly SkipCondition[];
	/** Values of `is_view` that Secoda does not know. */
	readonly values: ReadonlyMap<string, string>;
	/** The required fields that no column has: each needs one value for all rows. */
	readonly missing: readonly Field[];
};
