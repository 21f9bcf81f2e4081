import {fields} from '../kinds/warehouse/field.ts';
import type {Recipe} from './recipe.ts';

/** Returns the replaced values of two recipes. The replacement of `over` wins. */
export function mergeValues(under: Recipe['values'], over: Recipe['values']): Recipe['values'] {
	if (under === undefined || over === undefined) return over ?? under;
	return Object.fromEntries(
		fields
			.filter(field => under[field] !== undefined || over[field] !== undefined)
			.map(field => [field, {...under[field], ...over[field]}] as const),
	);
}
