import {type Field, fieldOfLabel, fields, nameFields, trim} from './field.ts';
import type {FileProblem} from './file-problem.ts';

/** Which column (counted from 0) holds which field. */
export type Mapping = {readonly [F in Field]?: number};

export type Header = {
	readonly labels: readonly string[];
	readonly mapping: Mapping;
	/** Columns whose header cell is empty. */
	readonly blank: readonly number[];
	/** What is wrong with the labels; with an error among them the rows cannot be judged. */
	readonly problems: readonly FileProblem[];
};

/**
Which field a header means, where a person has said so. White space around it and case do not count; `#3` is the third column
unless a header has that name.
*/
export type NamedColumns = Readonly<Record<string, Field>>;

/** The headers that no other one equals: only of these can be said what they hold. */
export function distinctLabels(labels: readonly string[]): readonly string[] {
	const times = new Map<string, number>();
	for (const label of labels) times.set(foldLabel(label), (times.get(foldLabel(label)) ?? 0) + 1);
	return labels.filter(label => label.trim() !== '' && times.get(foldLabel(label)) === 1);
}

/** Two headers with the same folded text mean the same. */
export function foldLabel(label: string): string {
	return trim(label).toLowerCase();
}

/** Reads the header row. What `named` says goes before what a label means by itself. */
export function readHeader(labels: readonly string[], named: NamedColumns = {}): Header {
	const byName = new Map(Object.entries(named).map(([label, field]) => [foldLabel(label), field]));
	const known = new Set(labels.map(foldLabel));
	const given = (label: string, column: number): Field | undefined => {
		if (byName.size === 0) return undefined;
		const number = `#${column + 1}`;
		return byName.get(foldLabel(label)) ?? (known.has(number) ? undefined : byName.get(number));
	};
	const taken = new Set(labels.flatMap((label, column) => given(label, column) ?? []));
	const fieldNamed = (label: string, column: number): Field | undefined => {
		const own = fieldOfLabel(label);
		return given(label, column) ?? (own !== undefined && taken.has(own) ? undefined : own);
	};
	const mapping: {[F in Field]?: number} = {};
	const blank: number[] = [];
	const problems: FileProblem[] = [];
	for (const [column, label] of labels.entries()) {
		const field = fieldNamed(label, column);
		if (field === undefined) {
			if (trim(label) === '') blank.push(column);
			else problems.push({code: 'extra-label', label});
			continue;
		}

		const first = mapping[field];
		if (first === undefined) mapping[field] = column;
		else problems.push({code: 'duplicate-label', field, labels: [labels[first] ?? '', label]});
	}

	const free = problems.flatMap(problem => (problem.code === 'extra-label' ? [problem.label] : []));
	for (const field of nameFields) {
		if (mapping[field] === undefined) problems.push({code: 'missing-label', field, free});
	}

	return {labels, mapping, blank, problems};
}

/** Returns the column (from 0) of a header that a user has named, by its label or as `#3`. */
export function columnOf(labels: readonly string[], header: string): number | undefined {
	const wanted = foldLabel(header);
	const at = labels.findIndex(label => foldLabel(label) === wanted);
	if (at !== -1) return at;
	const number = Number(/^#(\d+)$/.exec(wanted)?.[1] ?? Number.NaN);
	return number >= 1 && number <= labels.length ? number - 1 : undefined;
}

/** The header of a file whose first row is too long to be read. */
export const unreadHeader: Header = {labels: [''], mapping: {}, blank: [], problems: [{code: 'record-too-long'}]};

/** Whether the rows under the header can be judged. */
export function isReadable({problems}: Header): boolean {
	return problems.every(({code}) => code === 'extra-label');
}

/** The field that a column holds. */
export function fieldOfColumn(mapping: Mapping, column: number): Field | undefined {
	return fields.find(field => mapping[field] === column);
}
