import type {Recipe, RowRecipe} from '../mapping/recipe.ts';

/** The options that make rows of those of a foreign file, each with its part of a recipe. */
export type RowOptions = {
	readonly split?: Recipe | undefined;
	readonly fillDown?: Recipe | undefined;
	readonly tableRows?: true | undefined;
	readonly skipRows?: Recipe | undefined;
	readonly value?: Recipe | undefined;
	readonly case?: Recipe | undefined;
};

/** Returns the parts of a recipe that options give. */
export function rowsOf({split, fillDown, tableRows, skipRows, value, case: nameCase}: RowOptions): RowRecipe {
	return {...split, ...fillDown, ...(tableRows === undefined ? {} : {tableRows}), ...skipRows, ...value, ...nameCase};
}

/** Returns parts of a recipe; `undefined` if there are none. */
export function someRows(rows: RowRecipe): RowRecipe | undefined {
	return Object.values(rows).some(part => part !== undefined && part !== false) ? rows : undefined;
}

/** Returns the options that give parts of a recipe. */
export function optionsOfRows({
	split,
	fillDown,
	tableRows,
	skipRows,
	values,
	case: nameCase,
}: RowRecipe = {}): RowOptions {
	return {
		split: split && {split},
		fillDown: fillDown && {fillDown},
		tableRows: tableRows || undefined,
		skipRows: skipRows && {skipRows},
		value: values && {values},
		case: nameCase && {case: nameCase},
	};
}
