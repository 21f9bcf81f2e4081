import type {Codes} from '../codes.ts';
import {lineErrors, lineWarnings} from '../json/line-rules.ts';
import type {Severity} from '../problem.ts';

/** The codes of the rules about edges, with severity and title in lists. */
const edgeErrors = {
	required: {severity: 'error', title: 'a required key is missing or empty'},
	'type-error': {severity: 'error', title: 'a value of another JSON type'},
	'identifier-type': {severity: 'error', title: 'an unknown type of an end'},
	'query-target': {severity: 'error', title: 'a query as the target of an edge'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

const edgeWarnings = {
	'old-form': {severity: 'warning', title: 'an edge in the older form'},
	'no-internal-end': {severity: 'warning', title: 'an edge between external ends only'},
	'unknown-resource': {severity: 'warning', title: 'an id that is not in the resources file'},
	'self-edge': {severity: 'warning', title: 'an edge from a resource to itself'},
	'duplicate-edge': {severity: 'warning', title: 'the same edge in two rows'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

/** A code of a rule about edges. */
export type EdgeCode = keyof typeof edgeErrors | keyof typeof edgeWarnings;

export function isCode(text: string): text is EdgeCode {
	return Object.hasOwn(edgeErrors, text) || Object.hasOwn(edgeWarnings, text);
}

/** The codes of the file as a whole. */
const fileErrors = {
	'wrong-kind': {severity: 'error', title: 'JSON, but not JSON Lines of Secoda'},
	'no-records': {severity: 'error', title: 'a file without edges'},
} as const satisfies Record<string, {severity: Severity; title: string}>;

/** Every code in display order: errors, then warnings, then infos. */
export const codes: Codes = new Map(
	Object.entries({...fileErrors, ...lineErrors, ...edgeErrors, ...edgeWarnings, ...lineWarnings}),
);
