import {lineType} from '../../records/jsonl/json-scanner.ts';
import {recordLimits} from '../../records/record-limits.ts';
import {looksLikeWindows1252} from '../bytes/windows-1252.ts';
import type {Finding, Fix} from '../problem.ts';
import type {JsonRow} from './json-row.ts';
import type {MisspeltKey} from './key-names.ts';
import {renamed} from './renamed.ts';
import {repairsOf} from './repairs.ts';

/** A rule that holds for the lines of every kind. */
type LineRule = {
	message(row: JsonRow, field: string | undefined): string;
	fixes(row: JsonRow): readonly Fix[];
};

const noFixes = (): readonly Fix[] => [];

/** The codes of the rules about lines, in display order: errors, then warnings and infos. */
export const lineErrors = {
	'record-too-long': {severity: 'error', title: 'a line over 16 MiB'},
	'encoding-error': {severity: 'error', title: 'bytes that are not UTF-8'},
	'json-error': {severity: 'error', title: 'a line that is not JSON'},
	'not-an-object': {severity: 'error', title: 'a line that is JSON, but not an object'},
	'duplicate-key': {severity: 'error', title: 'the same key twice in an object'},
	'lone-surrogate': {severity: 'error', title: 'half of a character as an escape'},
} as const satisfies Record<string, {severity: 'error'; title: string}>;

export const lineWarnings = {
	'blank-row': {severity: 'warning', title: 'an empty line'},
	'misspelt-key': {severity: 'warning', title: 'a key that is not written as Secoda knows it'},
	'unknown-key': {severity: 'info', title: 'a key that Secoda does not know'},
} as const satisfies Record<string, {severity: 'warning' | 'info'; title: string}>;

/** The codes of lines that have safe fixes. */
export const safeLineCodes: readonly string[] = ['json-error', 'misspelt-key'];

const lineRules: Readonly<Record<string, LineRule>> = {
	'record-too-long': {
		message: ({written: {length}}) =>
			`The line is ${inMebibytes(length)} long; the limit is ${inMebibytes(recordLimits.record)}. Look for a missing line end and export the file again, or skip the row.`,
		fixes: noFixes,
	},
	'encoding-error': {
		message: ({written: {bytes}}) =>
			looksLikeWindows1252(bytes)
				? 'The line has bytes that are not UTF-8. They look like Windows-1252. Read the file with --encoding windows-1252.'
				: 'The line has bytes that are neither UTF-8 nor Windows-1252. Export the file again as UTF-8.',
		fixes: noFixes,
	},
	'json-error': {message: jsonErrorMessage, fixes: ({text}) => repairsOf(text)},
	'not-an-object': {
		message: () => 'The line is JSON, but not an object. Write one object on each line.',
		fixes: noFixes,
	},
	'duplicate-key': {
		message: () => 'The line has the same key twice. Most programs use the last value. Remove one of the two.',
		fixes: noFixes,
	},
	'lone-surrogate': {
		message: () =>
			'A text has half of a character as an escape (\\ud800 to \\udfff). Type the whole character, or remove the escape.',
		fixes: noFixes,
	},
	'blank-row': {message: () => 'The line is empty. It is not sent.', fixes: noFixes},
	'misspelt-key': {
		message(row, field) {
			const name = row.line.misspelt.find(({key}) => key === field)?.name ?? '';
			return `Secoda does not know this key. It knows "${name}". Rename the key.`;
		},
		fixes: row => {
			const {misspelt} = row.line;
			if (misspelt.length === 0) return [];
			return [{kind: 'rewrite', title: renameTitle(misspelt), safe: true, record: renamed(row)}];
		},
	},
};

/** Returns the message and the fixes of a finding about a line, `undefined` for another code. `row` holds the row of the finding. */
export function describeLine(
	{code, field}: Finding,
	row: JsonRow,
): {readonly message: string; readonly fixes: readonly Fix[]} | undefined {
	if (!Object.hasOwn(lineRules, code)) return undefined;
	const rule = lineRules[code];
	return rule && {message: rule.message(row, field), fixes: rule.fixes(row)};
}

function renameTitle(misspelt: readonly MisspeltKey[]): string {
	return `rename ${misspelt.map(({key, name}) => `"${key}" to "${name}"`).join(', ')}`;
}

function jsonErrorMessage({written, text}: JsonRow): string {
	if (written.line !== lineType.notJson) return 'The line is not JSON.';
	const before = written.bytes.toString('utf8', written.start, written.errorAt);
	const column = [...before].length + 1;
	const [found] = [...text.slice(before.length, before.length + 2)];
	if (found === undefined) return `The line is not JSON: it ends at column ${column}, before the object does.`;
	return `The line is not JSON: unexpected ${found === '"' ? 'quote' : `"${found}"`} at column ${column}.`;
}

function inMebibytes(bytes: number): string {
	return `${(bytes / (1024 * 1024)).toFixed(1).replace('.0', '')} MiB`;
}
