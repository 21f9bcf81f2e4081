import type {Severity} from '../problem.ts';

/** Every code, with its severity and its title in lists; errors first. */
export const codes = {
	'format-error': {severity: 'error', title: 'not a CSV'},
	'wrong-kind': {severity: 'error', title: 'a file for another purpose'},
	'empty-file': {severity: 'error', title: 'an empty file'},
	'missing-label': {severity: 'error', title: 'a required column is missing'},
	'duplicate-label': {severity: 'error', title: 'two columns with the same meaning'},
	'blank-label': {severity: 'error', title: 'a column with values but no name'},
	'no-records': {severity: 'error', title: 'a header without rows'},
	'record-too-long': {severity: 'error', title: 'a row over 16 MiB'},
	'quote-error': {severity: 'error', title: 'a quote that is not closed, or text after a closing quote'},
	'encoding-error': {severity: 'error', title: 'bytes that are not UTF-8'},
	'missing-cell': {severity: 'error', title: 'fewer cells than the header'},
	'extra-cell': {severity: 'error', title: 'more cells than the header'},
	'repeated-header': {severity: 'error', title: 'the header again'},
	'ruler-row': {severity: 'error', title: 'a line of hyphens'},
	'export-footer': {severity: 'error', title: 'the footer of an export'},
	'duplicate-row': {severity: 'error', title: 'the same column in two rows'},
	'table-conflict': {severity: 'error', title: 'rows of one table with different values'},
	required: {severity: 'error', title: 'a required name is empty'},
	'period-in-name': {severity: 'error', title: 'a period in a name'},
	integer: {severity: 'error', title: 'not a whole number, or too large'},
	boolean: {severity: 'error', title: 'neither true nor false'},
	epoch: {severity: 'error', title: 'not a time in epoch seconds'},
	dialect: {severity: 'warning', title: 'a separator other than commas'},
	preamble: {severity: 'warning', title: 'rows above the header, not sent'},
	'blank-row': {severity: 'warning', title: 'an empty row'},
	'case-collision': {severity: 'warning', title: 'the same column in other upper and lower case'},
	'implausible-time': {severity: 'warning', title: 'a time before 1990 or after 2099'},
	'null-mark': {severity: 'warning', title: 'possible null placeholder'},
	whitespace: {severity: 'warning', title: 'white space around a name'},
	'invisible-character': {severity: 'warning', title: 'an invisible character in a name'},
	mojibake: {severity: 'warning', title: 'letters of another encoding'},
	'escaped-newline': {severity: 'warning', title: 'line ends written as \\n'},
	lowercased: {severity: 'info', title: 'Secoda lower-cases this name'},
	'extra-label': {severity: 'info', title: 'a column that Secoda does not know, not sent'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

export type Code = keyof typeof codes;

export function isCode(text: string): text is Code {
	return Object.hasOwn(codes, text);
}
