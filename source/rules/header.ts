import {type Field, fieldOfLabel, fields, nameFields, trim} from './field.ts';

/** Which column (counted from 0) holds which field. */
export type Mapping = {readonly [F in Field]?: number};

export type Header = {
	readonly labels: readonly string[];
	readonly mapping: Mapping;
	/** Header cells that Secoda does not know; those columns are not sent. */
	readonly extra: readonly string[];
	readonly problems: readonly HeaderProblem[];
};

/** Problems of the whole file that stop an upload and that no edit of a row can mend. */
export type HeaderProblem =
	| {readonly code: 'missing-label'; readonly field: Field}
	| {readonly code: 'duplicate-label'; readonly field: Field; readonly labels: readonly [string, string]};

/** Reads the header row. */
export function readHeader(labels: readonly string[]): Header {
	const mapping: {[F in Field]?: number} = {};
	const extra: string[] = [];
	const problems: HeaderProblem[] = [];
	for (const [column, label] of labels.entries()) {
		const field = fieldOfLabel(label);
		if (field === undefined) {
			if (trim(label) !== '') extra.push(label);
			continue;
		}

		const first = mapping[field];
		if (first === undefined) mapping[field] = column;
		else problems.push({code: 'duplicate-label', field, labels: [labels[first] ?? '', label]});
	}

	for (const field of nameFields) {
		if (mapping[field] === undefined) problems.push({code: 'missing-label', field});
	}

	return {labels, mapping, extra, problems};
}

/** The field that a column holds. */
export function fieldOfColumn(mapping: Mapping, column: number): Field | undefined {
	return fields.find(field => mapping[field] === column);
}

/** What is wrong with a header, and what to do about it. */
export function describeHeaderProblem(problem: HeaderProblem): {readonly message: string; readonly next: string} {
	if (problem.code === 'missing-label') {
		return {
			message: `The file has no column ${problem.field}, which Secoda needs.`,
			next: 'Add it to the header, or give a column that name.',
		};
	}

	const [first, second] = problem.labels;
	return {
		message: `Two columns of the file, "${first}" and "${second}", both mean ${problem.field}.`,
		next: 'Rename or remove one of the two.',
	};
}
