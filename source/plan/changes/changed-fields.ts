import type {FieldValue} from './side.ts';

/** A field whose value changes. A side is `undefined` if it does not have the field, or an empty one. */
export type ChangedField = {
	readonly field: string;
	readonly before: string | undefined;
	readonly after: string | undefined;
};

/** Returns the fields whose values differ, in the order of the new ones, then those that only the old ones have. */
export function changedFields(before: readonly FieldValue[], after: readonly FieldValue[]): readonly ChangedField[] {
	const earlier = new Map(before.map(({field, value}) => [field, value || undefined]));
	const later = new Map(after.map(({field, value}) => [field, value || undefined]));
	return [...new Set([...later.keys(), ...earlier.keys()])]
		.map(field => ({field, before: earlier.get(field), after: later.get(field)}))
		.filter(change => change.before !== change.after);
}
