import {recordLimits} from '../../records/record-limits.ts';
import type {ProblemPage} from '../problem-page.ts';

/** Lines of a kind, for the examples of the rules about every line. */
export type ExampleLines = {
	/** A line without problems, with a text that has a letter outside of ASCII. */
	readonly good: string;
	/** Another one. */
	readonly other: string;
	/** The good line with a known key in another spelling. */
	readonly misspelt: string;
	/** The good line with the same key twice. */
	readonly duplicate: string;
	/** The good line in which a text has `\ud83d` without the other half. */
	readonly surrogate: string;
};

/** Returns the pages of the codes that every kind of JSON Lines has. */
export function linePages({
	good,
	other,
	misspelt,
	duplicate,
	surrogate,
}: ExampleLines): ReadonlyMap<string, ProblemPage> {
	const fixed = `${good}\n`;
	const withUnknownKey = `${good.slice(0, -1)}, "remarks": "checked"}\n`;
	return new Map(
		Object.entries({
			'wrong-kind': {
				meaning:
					'The file is JSON, but not JSON Lines: one array or object over several lines, or events of OpenLineage.',
				reason: 'Secoda reads one object on each line. It would read each line of such a file as a record of its own.',
				example: {text: `[\n  ${good},\n  ${other}\n]\n`},
				fixes: [
					{
						kind: 'edit',
						text: 'Write each object on one line of its own: secoda-upload convert writes the objects of an array as lines.',
						fixed: `${good}\n${other}\n`,
					},
				],
			},
			'no-records': {
				meaning: 'All lines of the file are skipped, so that none is sent.',
				reason:
					'A file is the complete list of its integration: Secoda hides pages that are not in it. A file without lines would hide them all.',
				example: {text: fixed, skipped: 'all'},
				fixes: [
					{
						kind: 'edit',
						text: 'Restore the lines to send: undo, or the row menu (m).',
						fixed,
					},
				],
			},
			'record-too-long': {
				meaning: 'A line is longer than 16 MiB.',
				reason:
					'Such a line is nearly always an accident, such as a missing line end. It is not checked and cannot be sent.',
				example: {
					text: `${good.slice(0, -1)}, "description": "xxxxxxxxxx … 17 MiB … xxxxxxxxxx"}\n`,
					bytes: () => Buffer.from(`{"x": "${'x'.repeat(recordLimits.record + 1)}"}\n`),
				},
				fixes: [{kind: 'edit', text: 'Export the file again with the line ends in place, or skip the row.', fixed}],
			},
			'encoding-error': {
				meaning: 'A line is not written in UTF-8.',
				reason: 'JSON is UTF-8. In another encoding, accents and other letters would be wrong on the pages.',
				example: {text: fixed, bytes: () => Buffer.from(fixed, 'latin1')},
				fixes: [
					{
						kind: 'option',
						text: 'Name the encoding: windows-1252, utf-16le or utf-16be. The file itself does not change; what is sent is UTF-8.',
						options: ['--encoding', 'windows-1252'],
					},
					{kind: 'edit', text: 'Export the file again as UTF-8.', fixed},
				],
			},
			'json-error': {
				meaning: 'A line is not JSON as RFC 8259 defines it. There are no comments, no trailing commas, and no NaN.',
				reason: 'Secoda cannot read the line, and may reject the whole file. The message names the first wrong column.',
				example: {text: `${good}${other}\n`},
				fixes: [
					{kind: 'safe', text: 'Several objects on one line get a line each. A comma after the object is removed.'},
					{
						kind: 'proposed',
						text: 'Curly or single quotes, and True, False and None, are written as JSON. Check the texts of the line.',
					},
					{kind: 'edit', text: 'Correct the line.', fixed: `${good}\n${other}\n`},
				],
			},
			'not-an-object': {
				meaning: 'A line is JSON, but another value than an object: an array, a text, a number.',
				reason: 'Each line is one record, with keys that Secoda knows.',
				example: {text: `[${good}]\n`},
				fixes: [{kind: 'edit', text: 'Write each object on a line of its own.', fixed}],
			},
			'duplicate-key': {
				meaning: 'An object has the same key twice.',
				reason: 'Most programs use the last value and ignore the others, without a message.',
				example: {text: `${duplicate}\n`},
				fixes: [{kind: 'edit', text: 'Remove one of the keys.', fixed}],
			},
			'lone-surrogate': {
				meaning: 'A text has an escape from \\ud800 to \\udfff without the other half of the pair.',
				reason: 'Such an escape is half of a character. Many programs reject it or replace it.',
				example: {text: `${surrogate}\n`},
				fixes: [{kind: 'edit', text: 'Type the whole character, or remove the escape.', fixed}],
			},
			'blank-row': {
				meaning: 'A line has only white space.',
				reason: 'An empty line is no record. It is not counted and not sent. Check that the export is complete.',
				example: {text: `${good}\n\n${other}\n`},
				fixes: [
					{kind: 'none', text: 'No action needed: the line is not sent.'},
					{kind: 'edit', text: 'Remove the line.', fixed: `${good}\n${other}\n`},
				],
			},
			'misspelt-key': {
				meaning: 'A key is a known one except for case, underscores, hyphens or spaces.',
				reason: 'Secoda does not know the key in this spelling, so its value would be missing on the page.',
				example: {text: `${misspelt}\n`},
				fixes: [{kind: 'safe', text: 'The key is renamed.'}],
			},
			'unknown-key': {
				meaning: 'A line has a key that Secoda does not know.',
				reason:
					'The key is sent and probably ignored. This is information; it is reported once for the file, with a count.',
				example: {text: withUnknownKey},
				fixes: [
					{kind: 'none', text: 'No action needed.'},
					{kind: 'edit', text: 'Remove the key, or correct its name if it is a known one.', fixed},
				],
			},
		} satisfies Record<string, ProblemPage>),
	);
}
