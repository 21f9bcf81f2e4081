import {noField} from '../kinds/header.ts';
import {isField} from '../kinds/warehouse/field.ts';
import type {Recipe} from './recipe.ts';

/** A field with its value in every row. */
type Constant = {readonly field: string; readonly value: string};

/** Returns the parts of a recipe for columns (by label) and constants. Other fields than those of a warehouse are omitted. */
export function recipeParts(
	columns: Readonly<Record<string, string>>,
	constants: readonly Constant[],
): Pick<Recipe, 'mapping' | 'constants'> {
	const mapping = Object.entries(columns).flatMap(([column, field]) =>
		isField(field) || field === noField ? [[column, field] as const] : [],
	);
	const values = constants.flatMap(({field, value}) => (isField(field) ? [[field, value] as const] : []));
	return {mapping: Object.fromEntries(mapping), constants: Object.fromEntries(values)};
}
