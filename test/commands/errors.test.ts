import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const target = ['--url', 'http://127.0.0.1:1', '--integration', 'x'];

/** Failing commands of every kind, with the code and the exit code of their error. */
const failures: ReadonlyArray<readonly [code: string, exitCode: number, args: readonly string[]]> = [
	['no-such-file', 3, ['check', './none.csv']],
	['folder', 3, ['check', '.']],
	['no-such-file', 3, ['fix', './none.csv']],
	['wrong-usage', 2, ['check', 'none']],
	['wrong-usage', 2, ['fix', 'w.csv', '--in-place', '-o', 'x.csv']],
	['wrong-usage', 2, ['fix', 'w.csv', '--no-such-option']],
	['wrong-usage', 2, ['history', '--limit', 'many']],
	['empty-file', 3, ['fix', 'empty.csv']],
	['format-error', 3, ['fix', 'binary.csv']],
	['no-such-file', 3, ['upload', './none.csv', ...target]],
	['no-token', 4, ['upload', 'w.csv', ...target]],
	['wrong-usage', 2, ['upload', 'w.csv']],
	['bad-address', 2, ['integrations', 'list', '--url', 'ftp://x', '--token-file', 'token.txt']],
	['unreachable', 5, ['integrations', 'list', '--url', 'http://127.0.0.1:1', '--token-file', 'token.txt']],
	['wrong-usage', 2, ['profiles', 'show', 'none']],
	['wrong-usage', 2, ['profiles', 'remove', 'none', '--yes']],
	['wrong-usage', 2, ['login', 'none']],
	['wrong-usage', 2, ['logout', 'none']],
	['state-unusable', 5, ['history', '--state', 'w.csv']],
];

test('a failing command with --json prints one error object on stdout, and the same as text on stderr', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	await writeFile(join(home, 'token.txt'), 'token\n', {mode: 0o600});
	await writeFile(join(home, 'empty.csv'), '');
	await writeFile(join(home, 'binary.csv'), '\0\0\0');
	await mkdir(join(home, 'folder'));
	await Promise.all(
		failures.map(async ([code, exitCode, args]) => {
			const ran = await runHere([...args, '--json'], {home});
			const name = args.join(' ');
			assert.equal(ran.code, exitCode, `${name}: ${ran.stderr}`);
			const {error, ...rest} = JSON.parse(ran.stdout);
			assert.deepEqual([error.code, error.exitCode, rest], [code, exitCode, {}], name);
			assert.ok(error.problem && error.hint, name);
			assert.notEqual(ran.stderr, '', name);
			assert.deepEqual(Object.keys(error), ['code', 'problem', 'hint', 'exitCode'], name);
		}),
	);
});

test('a bug is shown as one, with what its report needs, and has an exit code of its own', async t => {
	const home = await temporaryFolder(t);
	const preload = "data:text/javascript,setTimeout(() => { throw new TypeError('broken on purpose'); })";
	const {code, stderr} = await runProgram(['sandbox'], {home, env: {NODE_OPTIONS: `--import="${preload}"`}});
	assert.equal(code, 70, stderr);
	assert.match(stderr, /^Bug in secoda-upload: broken on purpose\n\s+at /);
	assert.match(stderr, /Node v\d+/);
});
