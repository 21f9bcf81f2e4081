import {UserError} from '../../errors/user-error.ts';
import type {JsonTextFault} from '../../records/jsonl/json-text-error.ts';
import {bytes, count, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';

/** The results and notes of `convert`. */
export const texts = {
	written: (where: string, lines: number, counts: string) => `${where}: ${plural(lines, 'line')}${counts}.`,
	counted: (type: string, number: number) => `${count(number)} ${number === 1 ? type : `${type}s`}`,
	omitted: (fields: readonly string[]) =>
		`Not converted: ${fields.join(', ')}. There is no key for ${fields.length === 1 ? 'it' : 'them'}.`,
	otherPages:
		'Secoda may show these resources as other pages than those of the CSV. Upload them to another integration than the CSV: in the same one, a file of the other kind is a safety stop.',
} as const;

/** The errors of `convert`. */
export const convertErrors = {
	hasErrors: (path: string, errors: number, fix: string) =>
		new UserError('file-has-errors', `${path} has ${plural(errors, 'error')}. Nothing was converted.`, fix),
	runToFix: (command: string) => `Run "${command}" to fix them.`,
	saveToFix: 'Save the input as a file and open that with "secoda-upload <file>" to fix them.',
	isSource: (path: string) =>
		new UserError(
			'is-source',
			`${path} leads to the input file itself. Nothing was changed.`,
			'Give another file (-o).',
		),
} as const;

/** Returns what is wrong with JSON text, as the end of a sentence. */
export function describeFault(fault: JsonTextFault): string {
	switch (fault.kind) {
		case 'unexpected':
			return `unexpected ${fault.found === '"' ? 'quote' : `"${visible(fault.found)}"`}`;
		case 'trailing-comma':
			return 'nothing follows the comma before this bracket';
		case 'control-character':
			return 'a line end or another control character is not allowed here';
		case 'bad-escape':
			return 'this is not an escape of JSON';
		case 'unclosed':
			return fault.what === 'object' ? 'the object that starts here has no end' : 'the array has no end';
		case 'not-an-object':
			return `this is ${fault.what}. Only objects can become lines`;
		case 'too-long':
			return `the object that starts here is longer than ${bytes(fault.limit)}`;
		case 'no-objects':
			return 'the file has no objects';
		default:
			return fault satisfies never;
	}
}

/** Returns the next step for a fault in JSON text. */
export function hintOfFault({kind}: JsonTextFault): string {
	switch (kind) {
		case 'unexpected':
		case 'trailing-comma':
		case 'control-character':
		case 'bad-escape':
		case 'unclosed':
			return 'Correct the file, or export it again, then convert it.';
		case 'not-an-object':
			return 'Give an array of objects, or objects in sequence.';
		case 'too-long':
			return 'Split the object, then convert the file.';
		case 'no-objects':
			return 'Export the file again.';
		default:
			return kind satisfies never;
	}
}
