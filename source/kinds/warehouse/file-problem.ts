import {delimiterOf} from '../../records/csv/csv-format.ts';
import {type Delimiter, delimiters} from '../../records/csv/dialect.ts';
import type {RecordFormat} from '../../records/record-format.ts';
import type {Records} from '../../records/records.ts';
import type {FileProblem} from '../problem.ts';
import {codes} from './codes.ts';
import type {Field} from './field.ts';
import {blankLabel} from './file/blank-label.ts';
import {dialect} from './file/dialect.ts';
import {duplicateLabel} from './file/duplicate-label.ts';
import {extraLabel} from './file/extra-label.ts';
import {missingLabel} from './file/missing-label.ts';
import {noRecords} from './file/no-records.ts';
import {preamble} from './file/preamble.ts';
import {headerFault} from './header-fault.ts';

/** A finding about the whole file. */
export type WarehouseFileProblem =
	/** `free` are the headers that name no field. */
	| {readonly code: 'missing-label'; readonly field: Field; readonly free: readonly string[]}
	| {readonly code: 'duplicate-label'; readonly field: Field; readonly labels: readonly [string, string]}
	/** `row` is the first that has a value in the column (counted from 0). */
	| {readonly code: 'blank-label'; readonly column: number; readonly row: number}
	| {readonly code: 'extra-label'; readonly label: string}
	| {readonly code: 'no-records'}
	/** The header itself is too long. */
	| {readonly code: 'record-too-long'}
	/** The header of a file whose rows are not checked has a wrong quote, or other bytes than UTF-8. */
	| {readonly code: 'quote-error' | 'encoding-error'}
	| {readonly code: 'dialect'; readonly delimiter: Delimiter}
	| {readonly code: 'preamble'; readonly headerRow: number};

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

function textsOf(problem: WarehouseFileProblem): Pick<FileProblem, 'message' | 'next' | 'remedy'> {
	switch (problem.code) {
		case 'missing-label':
			return {
				message: missingLabel.message(problem.field),
				next: missingLabel.next(problem.field, problem.free),
				remedy: 'map',
			};
		case 'duplicate-label':
			return {message: duplicateLabel.message(problem.field, problem.labels), next: duplicateLabel.next, remedy: 'map'};
		case 'blank-label':
			return {
				message: blankLabel.message(problem.column, problem.row),
				next: blankLabel.next(problem.column),
				remedy: 'map',
			};
		case 'extra-label':
			return {message: extraLabel.message(problem.label), next: extraLabel.next(problem.label), remedy: 'map'};
		case 'no-records':
			return {message: noRecords.message, next: noRecords.next};
		case 'record-too-long':
			return headerTooLong;
		case 'quote-error':
			return wrongQuote;
		case 'encoding-error':
			return notUtf8;
		case 'dialect':
			return {message: dialect.message(problem.delimiter), next: dialect.next, remedy: 'none'};
		case 'preamble':
			return {message: preamble.message(problem.headerRow), next: preamble.next, remedy: 'none'};
	}
}

const headerTooLong = {
	message: 'The header is too long: it is over 16 MiB, or has more than 1,048,576 cells.',
	next: 'Look for a missing line end or quote in the first row, and export the file again.',
};

const wrongQuote = {
	message: 'In the header, a quote is not closed, or text follows a closing quote.',
	next: 'Double each quote inside a quoted label.',
};

const notUtf8 = {
	message: 'The header has bytes that are not UTF-8.',
	next: 'Read the file in its encoding: --encoding windows-1252. Or export it again as UTF-8.',
};

/** Returns the problem with the bytes of the header, if the rows are not checked. */
export function headerProblems(records: Records): readonly FileProblem[] {
	const code = headerFault(records);
	return code === undefined ? [] : [describeFileProblem({code})];
}

/** Returns the problems with the dialect of a CSV. */
export function dialectProblems(format: RecordFormat): readonly FileProblem[] {
	const delimiter = delimiterOf(format);
	const headerRow = format.firstDataRow - 1;
	return [
		...(delimiter === undefined || delimiter === delimiters.comma ? [] : [{code: 'dialect', delimiter} as const]),
		...(headerRow > 1 ? [{code: 'preamble', headerRow} as const] : []),
	].map(describeFileProblem);
}
