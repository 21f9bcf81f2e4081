import assert from 'node:assert/strict';
import test from 'node:test';
import {approveCommand, type CommandChanges} from '../../source/commands/approve-command.ts';

const asUpload: CommandChanges = {
	command: 'upload',
	omitted: [
		{name: '--json', form: 'flag'},
		{name: '--format', form: 'value'},
	],
};
const pipe = '<command that writes the file> | secoda-upload';

const cases: ReadonlyArray<
	readonly [argv: readonly string[], files: readonly string[], expected: string | undefined, changes?: CommandChanges]
> = [
	[
		['upload', "it's.csv", '--wait', '5m', '--json', '--set', 'name=a b'],
		["it's.csv"],
		"secoda-upload upload 'it'\\''s.csv' --wait 5m --json --set 'name=a b' --approve 1f",
	],
	[['run', 'nightly', '--approve', 'old', '--yes'], ['w.csv'], 'secoda-upload run nightly --yes --approve 1f'],
	[['--quiet', 'upload', '--approve=old', 'w.csv'], ['w.csv'], 'secoda-upload --quiet upload w.csv --approve 1f'],
	[['upload', '--', '-w.csv'], ['-w.csv'], 'secoda-upload upload --approve 1f -- -w.csv'],
	[
		['plan', 'w.csv', '--json', '--format', 'json', '--format=text', '--case', 'lower'],
		['w.csv'],
		'secoda-upload upload w.csv --case lower --approve 1f',
		asUpload,
	],
	[['--no-color', 'plan', 'plan'], ['plan'], 'secoda-upload --no-color upload plan --approve 1f', asUpload],
	[['upload', '-', '--url', 'x'], ['-'], `${pipe} upload - --url x --approve 1f`],
	[['upload', '/dev/null', 'l.jsonl'], ['/dev/null', 'l.jsonl'], `${pipe} upload - l.jsonl --approve 1f`],
	[['upload', '/dev/null', '-'], ['/dev/null', '-'], undefined],
];

test('the command that approves a plan is the typed one', () => {
	for (const [argv, files, expected, changes] of cases)
		assert.equal(approveCommand('1f', files, {argv}, changes), expected, argv.join(' '));
});
