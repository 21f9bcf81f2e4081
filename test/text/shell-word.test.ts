import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import test from 'node:test';
import fc from 'fast-check';
import {logLines} from '../../source/text/log-lines.ts';
import {shellPath, shellWord} from '../../source/text/shell-word.ts';

/** The words that a shell reads of a line, as a program gets them. */
function readByShell(words: readonly string[]): readonly string[] {
	const {stdout} = spawnSync('bash', ['-c', `printf '%s\\0' ${words.join(' ')}`], {
		encoding: 'utf8',
		env: {PATH: process.env.PATH, LC_ALL: 'C.UTF-8'},
	});
	return stdout.split('\0').slice(0, -1);
}

test('a shell reads a quoted word as its text, and the word is printable', () => {
	const text = fc.oneof(
		fc.string({unit: 'grapheme', minLength: 1}),
		fc
			.array(
				fc.constantFrom("'", '\\', '"', '$', '`', '!', '##[', '::', '\n', '\t', '\u001B', '\u200B', '-', ' ', '*', '~'),
				{
					minLength: 1,
				},
			)
			.map(parts => parts.join('')),
	);
	const texts = fc.sample(text, 400).filter(sample => !/\0|\p{Cs}/u.test(sample));
	const words = texts.map(shellWord);
	assert.deepEqual(readByShell(words), texts);
	for (const word of words) assert.equal(logLines(`x ${word}`), `x ${word}`);
});

test('a path is never read as an option, a profile or a command', () => {
	assert.deepEqual(['a.csv', '-a.csv', 'check', 'in/a.csv', '/a b', ''].map(shellPath), [
		'a.csv',
		'./-a.csv',
		'./check',
		'in/a.csv',
		"'/a b'",
		'./',
	]);
});
