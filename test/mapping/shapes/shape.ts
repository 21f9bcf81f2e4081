import type {Field} from '../../../source/kinds/warehouse/field.ts';
import type {SkipCondition} from '../../../source/mapping/recipe.ts';

/** A small file of a stranger, and the recipe that a person would choose. */
export type Shape = {
	readonly name: string;
	readonly text: string;
	readonly delimiter?: string;
	/** The row of the header, if it is not 1. */
	readonly headerRow?: number;
	/** The field of each column, by its label or as `#3`. */
	readonly mapping: {readonly [column: string]: Field};
	readonly split?: {readonly [column: string]: readonly Field[]};
	readonly fillDown?: readonly Field[];
	readonly tableRows?: true;
	readonly skipRows?: readonly SkipCondition[];
	/** The required fields that need a constant. */
	readonly missing: readonly Field[];
	/** The rows and tables of the result, where the file has rows that are no columns. */
	readonly records?: number;
};
