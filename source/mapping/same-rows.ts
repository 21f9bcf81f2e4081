import {isDeepStrictEqual} from 'node:util';
import {changesRows, type Recipe} from './recipe.ts';

/** True if two recipes differ at most in the fields of columns, so that the rows of a file and their edits are the same. */
export function makesSameRows(one: Recipe, other: Recipe): boolean {
	// Rows that are made of others depend on the columns of their fields.
	const [first, second] = changesRows(one)
		? [one, other]
		: [
				{...one, mapping: {}},
				{...other, mapping: {}},
			];
	return isDeepStrictEqual(withDefaults(first), withDefaults(second));
}

function withDefaults({encoding = 'utf-8', headerRow = 1, mapping = {}, ...others}: Recipe): Recipe {
	return {encoding, headerRow, mapping, ...others};
}
