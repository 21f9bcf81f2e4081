import type {FileProblem} from './problem.ts';

/** The column index (from 0) of each field. */
export type Mapping = {readonly [field: string]: number | undefined};

/** The header of an open file, mapped to fields. */
export type Header = {
	readonly labels: readonly string[];
	readonly mapping: Mapping;
	/** The problems of the labels. */
	readonly problems: readonly FileProblem[];
	/** The required fields without a column. */
	readonly missing: readonly string[];
};

/**
The user's mapping: header label to field. Labels are compared as `foldLabel` writes them; `#3` is the third column unless a header
has that label.
*/
export type MappingOverrides = Readonly<Record<string, string>>;

/** The field of a column that is not sent, although its label may name a field. A word, because an empty shell variable must not omit a column. */
export const noField = 'none';

/** Returns the labels that occur once: only these can be mapped by name. */
export function distinctLabels(labels: readonly string[]): readonly string[] {
	const known = distinct.get(labels);
	if (known !== undefined) return known;
	const found = findDistinct(labels);
	distinct.set(labels, found);
	return found;
}

/** The labels that occur once, by all labels: a screen asks for those of hundreds of columns, one column at a time. */
const distinct = new WeakMap<readonly string[], readonly string[]>();

function findDistinct(labels: readonly string[]): readonly string[] {
	const times = new Map<string, number>();
	for (const label of labels) times.set(foldLabel(label), (times.get(foldLabel(label)) ?? 0) + 1);
	return labels.filter(label => foldLabel(label) !== '' && times.get(foldLabel(label)) === 1);
}

/** Zero-width characters, and the byte order mark. */
const zeroWidth = /[\uFEFF\u200B-\u200D\u2060]/g;

/** Normalizes a label for comparison: `Column Name`, `column-name` and `COLUMN_NAME` are `column_name`. */
export function foldLabel(label: string): string {
	return label
		.replaceAll(zeroWidth, '')
		.replaceAll(/\p{White_Space}/gu, ' ')
		.replaceAll(/^ +| +$/g, '')
		.toLowerCase()
		.replaceAll(/[ _-]+/g, '_');
}

/** Returns the index (from 0) of the column that the user named by its label or as `#3`. */
export function columnOf(labels: readonly string[], header: string): number | undefined {
	const wanted = foldLabel(header);
	const at = labels.findIndex(label => foldLabel(label) === wanted);
	if (at !== -1) return at;
	const number = Number(/^#(\d+)$/.exec(wanted)?.[1] ?? Number.NaN);
	return number >= 1 && number <= labels.length ? number - 1 : undefined;
}

/** Returns the field of a column. */
export function fieldOfColumn(mapping: Mapping, column: number): string | undefined {
	return Object.keys(mapping).find(field => mapping[field] === column);
}

/** Returns the labels of the columns without a field. */
export function unsentLabels({labels, mapping}: Header): readonly string[] {
	const known = new Set(Object.values(mapping));
	return labels.filter((_, column) => !known.has(column));
}
