import type {noField} from '../kinds/header.ts';
import type {Field} from '../kinds/warehouse/field.ts';
import type {Delimiter} from '../records/csv/dialect.ts';
import type {Encoding} from '../records/source/encoding.ts';

/** How the ten fields of a warehouse are made of the columns and rows of a foreign file. A column is a label, or `#3`. */
export type Recipe = {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** The row of the header, from 1. The rows above it are the preamble. */
	readonly headerRow?: number | undefined;
	/** The field of each column, or none. Other columns have the field that their label names. */
	readonly mapping?: {readonly [column: string]: MappedField} | undefined;
	/** The fields that have the same value in every row. */
	readonly constants?: FieldTexts | undefined;
	/** The fields whose empty cells take the value above. */
	readonly fillDown?: readonly Field[] | undefined;
	/** The fields of the parts of each column, such as `HR.EMP`. */
	readonly split?: {readonly [column: string]: readonly Field[]} | undefined;
	/** The new value of each replaced value of a field. */
	readonly values?: {readonly [F in Field]?: {readonly [value: string]: string}} | undefined;
	/** The case of the names of databases, schemas, tables and columns. */
	readonly case?: RecipeCase | undefined;
	/** True if a row with a table and without a column describes the table. */
	readonly tableRows?: boolean | undefined;
	/** The rows to skip. */
	readonly skipRows?: readonly SkipCondition[] | undefined;
};

/** A field, or `none` for a column that is not sent. */
export type MappedField = Field | typeof noField;

/** A text for each of some fields. */
export type FieldTexts = {readonly [F in Field]?: string};

export const nameCases = ['lower', 'upper'] as const;

export type RecipeCase = (typeof nameCases)[number];

/** Rows that are no columns, by one of their values. */
export type SkipCondition = {
	/** The column with the value; absent for rows whose only value it is. */
	readonly column?: string | undefined;
	/** The trimmed value; empty for rows without one in the column. */
	readonly value: string;
};

/** The parts of a recipe that make other rows. */
export type RowRecipe = Pick<Recipe, 'fillDown' | 'split' | 'values' | 'case' | 'tableRows' | 'skipRows'>;

/** True if a recipe changes more than the labels, so that the result needs a copy of the file in canonical form. */
export function changesRows({
	constants,
	fillDown,
	split,
	values,
	case: nameCase,
	tableRows,
	skipRows,
}: Recipe): boolean {
	const isUsed = [constants, fillDown, split, values, skipRows].some(part => Object.keys(part ?? {}).length > 0);
	return isUsed || nameCase !== undefined || tableRows === true;
}
