import type {Severity} from './problem.ts';

/** Every code that a problem can carry today, with its severity and what it is called in lists. */
export const codes = {
	'quote-error': {severity: 'error', title: 'a quote that is not closed, or text behind one'},
	'encoding-error': {severity: 'error', title: 'bytes that are not UTF-8'},
	'missing-cell': {severity: 'error', title: 'fewer cells than the header'},
	'extra-cell': {severity: 'error', title: 'more cells than the header'},
	'duplicate-row': {severity: 'error', title: 'the same column a second time'},
	required: {severity: 'error', title: 'an empty cell that must be filled'},
	'period-in-name': {severity: 'error', title: 'a period in a name'},
	integer: {severity: 'error', title: 'not a whole number'},
	boolean: {severity: 'error', title: 'neither true nor false'},
	epoch: {severity: 'error', title: 'not a time in epoch seconds'},
	'blank-row': {severity: 'warning', title: 'an empty row'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

export type Code = keyof typeof codes;

/** The codes in the order in which lists show them. */
export const allCodes = Object.keys(codes).filter(isCode);

export function isCode(text: string): text is Code {
	return Object.hasOwn(codes, text);
}
