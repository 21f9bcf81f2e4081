import type {FileProblem} from './problem.ts';
import {trim} from './values/trim.ts';

/** Which column (counted from 0) holds which field. */
export type Mapping = {readonly [field: string]: number | undefined};

/** What the columns of an open file mean. */
export type Header = {
	readonly labels: readonly string[];
	readonly mapping: Mapping;
	/** What is wrong with the labels. */
	readonly problems: readonly FileProblem[];
	/** The fields that the kind needs, and that no column holds. */
	readonly missing: readonly string[];
};

/**
Which field a header means, where a person has said so. White space around it and case do not count; `#3` is the third column
unless a header has that name.
*/
export type MappingOverrides = Readonly<Record<string, string>>;

/** Returns the headers that no other one equals: only of these can be said what they hold. */
export function distinctLabels(labels: readonly string[]): readonly string[] {
	const times = new Map<string, number>();
	for (const label of labels) times.set(foldLabel(label), (times.get(foldLabel(label)) ?? 0) + 1);
	return labels.filter(label => label.trim() !== '' && times.get(foldLabel(label)) === 1);
}

/** Folds a header: two with the same folded text mean the same. */
export function foldLabel(label: string): string {
	return trim(label).toLowerCase();
}

/** Returns the column (from 0) of a header that a user has named, by its label or as `#3`. */
export function columnOf(labels: readonly string[], header: string): number | undefined {
	const wanted = foldLabel(header);
	const at = labels.findIndex(label => foldLabel(label) === wanted);
	if (at !== -1) return at;
	const number = Number(/^#(\d+)$/.exec(wanted)?.[1] ?? Number.NaN);
	return number >= 1 && number <= labels.length ? number - 1 : undefined;
}

/** Returns the field that a column holds. */
export function fieldOfColumn(mapping: Mapping, column: number): string | undefined {
	return Object.keys(mapping).find(field => mapping[field] === column);
}

/** Returns the labels of the columns that hold no field. */
export function unsentLabels({labels, mapping}: Header): readonly string[] {
	const known = new Set(Object.values(mapping));
	return labels.filter((_, column) => !known.has(column));
}
