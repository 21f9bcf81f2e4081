import {type Field, fieldOfLabel} from '../../kinds/warehouse/field.ts';

/** Returns the columns whose labels name each field. */
export function namedColumns(labels: readonly string[]): ReadonlyMap<Field, readonly number[]> {
	const known = named.get(labels);
	if (known !== undefined) return known;
	const found = findNamed(labels);
	named.set(labels, found);
	return found;
}

/** The named columns by all labels: each key asks for them many times. */
const named = new WeakMap<readonly string[], ReadonlyMap<Field, readonly number[]>>();

function findNamed(labels: readonly string[]): ReadonlyMap<Field, readonly number[]> {
	const found = new Map<Field, number[]>();
	for (const [column, label] of labels.entries()) {
		const field = fieldOfLabel(label);
		if (field !== undefined) found.set(field, [...(found.get(field) ?? []), column]);
	}

	return found;
}

/** True if a column has a field without a word in the recipe. */
export function isNamed(labels: readonly string[], field: Field, column: number | undefined): boolean {
	const columns = namedColumns(labels).get(field) ?? [];
	return columns.length === 1 && columns[0] === column;
}
