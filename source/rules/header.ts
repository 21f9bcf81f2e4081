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

/** Reads the header row. */
export function readHeader(labels: readonly string[]): Header {
	const mapping: {[F in Field]?: number} = {};
	const blank: number[] = [];
	const problems: FileProblem[] = [];
	for (const [column, label] of labels.entries()) {
		const field = fieldOfLabel(label);
		if (field === undefined) {
			if (trim(label) === '') blank.push(column);
			else problems.push({code: 'extra-label', label});
			continue;
		}

		const first = mapping[field];
		if (first === undefined) mapping[field] = column;
		else problems.push({code: 'duplicate-label', field, labels: [labels[first] ?? '', label]});
	}

	for (const field of nameFields) {
		if (mapping[field] === undefined) problems.push({code: 'missing-label', field});
	}

	return {labels, mapping, blank, problems};
}

/** Whether the rows under the header can be judged. */
export function isReadable({problems}: Header): boolean {
	return problems.every(({code}) => code === 'extra-label');
}

/** The field that a column holds. */
export function fieldOfColumn(mapping: Mapping, column: number): Field | undefined {
	return fields.find(field => mapping[field] === column);
}
