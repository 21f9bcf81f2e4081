import type {Severity} from '../problem.ts';

/** Every code that a problem can carry, with its severity and what it is called in lists; errors first. */
export const codes = {
	'format-error': {severity: 'error', title: 'not a CSV'},
	'wrong-kind': {severity: 'error', title: 'a file for another door'},
	'empty-file': {severity: 'error', title: 'an empty file'},
	'missing-label': {severity: 'error', title: 'a column that must be there is missing'},
	'duplicate-label': {severity: 'error', title: 'two columns that mean the same'},
	'blank-label': {severity: 'error', title: 'a column with values and without a name'},
	'no-records': {severity: 'error', title: 'a header and nothing else'},
	'record-too-long': {severity: 'error', title: 'a row that is too long to be read'},
	'quote-error': {severity: 'error', title: 'a quote that is not closed, or text behind one'},
	'encoding-error': {severity: 'error', title: 'bytes that are not UTF-8'},
	'missing-cell': {severity: 'error', title: 'fewer cells than the header'},
	'extra-cell': {severity: 'error', title: 'more cells than the header'},
	'duplicate-row': {severity: 'error', title: 'the same column a second time'},
	'table-conflict': {severity: 'error', title: 'rows of one table that contradict each other'},
	required: {severity: 'error', title: 'an empty cell that must be filled'},
	'period-in-name': {severity: 'error', title: 'a period in a name'},
	integer: {severity: 'error', title: 'not a whole number'},
	boolean: {severity: 'error', title: 'neither true nor false'},
	epoch: {severity: 'error', title: 'not a time in epoch seconds'},
	dialect: {severity: 'warning', title: 'another separator than commas'},
	'blank-row': {severity: 'warning', title: 'an empty row'},
	'case-collision': {severity: 'warning', title: 'the same column but for upper and lower case'},
	'null-mark': {severity: 'warning', title: 'possible null placeholder'},
	whitespace: {severity: 'warning', title: 'white space around a name'},
	'invisible-character': {severity: 'warning', title: 'an invisible character in a name'},
	lowercased: {severity: 'info', title: 'Secoda lower-cases this name'},
	'extra-label': {severity: 'info', title: 'a column that Secoda does not know; it is not sent'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

export type Code = keyof typeof codes;

export function isCode(text: string): text is Code {
	return Object.hasOwn(codes, text);
}
