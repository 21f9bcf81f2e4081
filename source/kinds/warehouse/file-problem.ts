import {delimiterOf} from '../../records/csv/csv-format.ts';
import {type Delimiter, delimiters} from '../../records/csv/dialect.ts';
import type {RecordFormat} from '../../records/record-format.ts';
import {shellWord} from '../../text/shell-word.ts';
import type {FileProblem} from '../problem.ts';
import {codes} from './codes.ts';
import type {Field} from './field.ts';

/** A problem of the whole file, as it is found. */
export type WarehouseFileProblem =
	/** `free` are the headers that mean no field. */
	| {readonly code: 'missing-label'; readonly field: Field; readonly free: readonly string[]}
	| {readonly code: 'duplicate-label'; readonly field: Field; readonly labels: readonly [string, string]}
	/** `row` is the first that has a value in the column (counted from 0). */
	| {readonly code: 'blank-label'; readonly column: number; readonly row: number}
	| {readonly code: 'extra-label'; readonly label: string}
	| {readonly code: 'no-records'}
	/** The header itself is too long. */
	| {readonly code: 'record-too-long'}
	| {readonly code: 'dialect'; readonly delimiter: Delimiter};

const delimiterNames: {readonly [D in Delimiter]: string} = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'pipes',
};

/** Describes a problem of the whole file. */
export function describeFileProblem(problem: WarehouseFileProblem): FileProblem {
	return {
		code: problem.code,
		severity: codes[problem.code].severity,
		field: 'field' in problem ? problem.field : undefined,
		value: 'label' in problem ? problem.label : undefined,
		...textsOf(problem),
	};
}

function textsOf(problem: WarehouseFileProblem): Pick<FileProblem, 'message' | 'next'> {
	switch (problem.code) {
		case 'missing-label':
			return {
				message: `The file has no column ${problem.field}, which Secoda needs.`,
				next: nextOfMissing(problem),
			};
		case 'duplicate-label':
			return {
				message: `Two columns of the file, "${problem.labels[0]}" and "${problem.labels[1]}", both mean ${problem.field}.`,
				next: 'Rename or remove one of the two.',
			};
		case 'blank-label':
			return {
				message: `Column ${problem.column + 1} has no name in the header, but values (the first in row ${problem.row}).`,
				next: `Name it with the command fix and --map '#${problem.column + 1}=<name>', or remove the column.`,
			};
		case 'extra-label':
			return {
				message: `Secoda does not know the column "${problem.label}"; it is not sent.`,
				next: `If it holds one of Secoda's fields: --map ${shellWord(`${problem.label}=<field>`)}`,
			};
		case 'no-records':
			return {
				message: 'The file has no rows under its header. Sending it would hide every page of the integration.',
				next: 'Check the export: it should have a row for each column of the warehouse.',
			};
		case 'record-too-long':
			return {
				message: 'The header is too long to be read: it is over 16 MiB, or has more than 1,048,576 cells.',
				next: 'Look for a missing line end or quote in the first row, and export the file again.',
			};
		case 'dialect':
			return {
				message: `The cells are separated by ${delimiterNames[problem.delimiter]}. They are sent with commas.`,
				next: 'No action needed. Override with --delimiter.',
			};
	}
}

/** Returns what is wrong with the way in which a CSV is written. */
export function dialectProblems(format: RecordFormat): readonly FileProblem[] {
	const delimiter = delimiterOf(format);
	if (delimiter === undefined || delimiter === delimiters.comma) return [];
	return [describeFileProblem({code: 'dialect', delimiter})];
}

/** Maximum number of headers to list. */
const headersListed = 8;

function nextOfMissing({field, free}: Extract<WarehouseFileProblem, {code: 'missing-label'}>): string {
	const set = `--set '${field}=<value>'`;
	if (free.length === 0) return `Set one value for every row: ${set}`;
	const some = free.slice(0, headersListed).map(label => `"${label}"`);
	const more = free.length > some.length ? ', …' : '';
	return `Map a column (${some.join(', ')}${more}): --map '<header>=${field}'. Or set one value for every row: ${set}`;
}
