import type {Codes} from '../codes.ts';
import {lineErrors, lineWarnings} from '../json/line-rules.ts';
import type {Severity} from '../problem.ts';

/** Every code, with its severity and its title in lists; errors first. */
export const codes = {
	'wrong-kind': {severity: 'error', title: 'JSON that is not JSON Lines'},
	'no-records': {severity: 'error', title: 'a file without lines'},
	...lineErrors,
	'type-error': {severity: 'error', title: 'a value of the wrong type'},
	required: {severity: 'error', title: 'a required value is missing'},
	'entity-type': {severity: 'error', title: 'an unknown entity type'},
	'duplicate-id': {severity: 'error', title: 'the same id in two lines'},
	'missing-parent': {severity: 'error', title: 'a parent that is not in the file'},
	'parent-type': {severity: 'error', title: 'a parent of the wrong type'},
	'parent-cycle': {severity: 'error', title: 'a resource that is its own ancestor'},
	integer: {severity: 'error', title: 'a number outside of 32 bits'},
	'date-time': {severity: 'error', title: 'not a date-time with an offset'},
	'too-long': {severity: 'error', title: 'a native type over 50 characters'},
	...lineWarnings,
	recommended: {severity: 'warning', title: 'a recommended value is missing'},
	'case-collision': {severity: 'warning', title: 'the same id in other upper and lower case'},
	'sibling-title': {severity: 'warning', title: 'two columns of one parent with the same title'},
	whitespace: {severity: 'warning', title: 'white space around an id'},
	'invisible-character': {severity: 'warning', title: 'an invisible character in an id or a title'},
	'null-mark': {severity: 'warning', title: 'possible null placeholder'},
	mojibake: {severity: 'warning', title: 'letters of another encoding'},
	'escaped-newline': {severity: 'warning', title: 'line ends written as \\n'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

export type ResourceCode = keyof typeof codes;

/** The codes in display order: errors, then warnings, then infos. */
export const sortedCodes: Codes = new Map(
	(['error', 'warning', 'info'] as const).flatMap(severity =>
		Object.entries(codes).filter(([, info]) => info.severity === severity),
	),
);
