import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import type {Command} from 'commander';
import {exitCodeOf} from '../../source/errors/error-codes.ts';
import {start} from '../sandbox/client.ts';
import {program} from '../support/command-line.ts';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {assertPlainJson} from '../support/outputs.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

/** The commands that can print JSON, by the words that lead to them. */
function* withJson(command: Command, words: readonly string[] = []): Generator<string> {
	for (const child of command.commands) {
		const path = [...words, child.name()];
		if (child.options.some(({long}) => long === '--json')) yield path.join(' ');
		yield* withJson(child, path);
	}
}

test('every command that prints JSON has one shape for failures, before it runs and while it runs', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	await writeFile(join(home, 'bad.csv'), `${header}\n${recordLine({col_name: ''})}\n`);
	await writeFile(join(home, 'file'), '');
	await writeFile(join(home, 'bad.json'), '[{"a": 1,}]');
	const {url, integration} = await start(t, {token: 'canary-json-77e'});
	const {url: broken} = await serve(t, (request, response) => {
		request.resume();
		json(response, {detail: 'no'}, 500);
	});
	await runHere(['profiles', 'add', 'nightly', '--url', url, '--integration', integration], {home});
	const at = ['--url', broken, '--integration', 'x', '--timeout', '5s'];
	/** Failing runs of each command; the first word that is not one of the command's own begins its arguments. */
	const failures: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
		lineage: [['x'], ['x', 'none.csv'], ['x', 'w.csv']],
		check: [['none.csv'], ['w.csv', '--map', 'none=col_name']],
		fix: [['none.csv'], ['w.csv', '-o', 'none/x.csv', '--set', 'name=a'], ['w.csv', '--replace', 'x']],
		convert: [['none.csv'], ['bad.csv'], ['bad.json'], ['w.csv', '-o', 'w.csv'], ['w.csv', '-o', 'none/x.jsonl']],
		sql: [['access'], ['sqlite', '--region', 'eu'], ['-o', 'x.sql'], ['sqlite', '-o', 'none/x.sql']],
		upload: [
			['none.csv', ...at],
			['w.csv'],
			['w.csv', ...at],
			['w.csv', ...at, '--token-file', 'none'],
			['bad.csv', ...at],
		],
		plan: [['none.csv', ...at], ['w.csv'], ['w.csv', ...at], ['bad.csv', ...at], ['w.csv', '--against', 'none.csv']],
		rollback: [['none'], ['nightly'], ['nightly', '--to', '9'], ['nightly', '--to', 'x'], at],
		history: [['none'], ['--state', 'file']],
		login: [['none'], ['nightly']],
		logout: [['none']],
		sandbox: [
			['--port', '70000'],
			['--data-dir', 'file/x'],
			['--port', new URL(url).port],
		],
		'profiles list': [['more']],
		'profiles show': [['none'], []],
		'profiles add': [
			['x'],
			['X', '--url', 'eu', '--integration', 'i'],
			['x', '--url', 'ftp://x', '--integration', 'i'],
		],
		'profiles set': [['none', '--file', 'x'], ['nightly']],
		'profiles remove': [['none', '--yes'], ['nightly']],
		'integrations list': [[], ['--url', broken]],
		'integrations create': [['x'], ['x', '--url', broken]],
	};
	const known = [...withJson(program)].filter(name => !(name in failures));
	assert.deepEqual(known, [], 'commands without a failing case here');
	const runs = Object.entries(failures).flatMap(([name, cases]) =>
		cases.map(args => [...name.split(' '), ...args, '--json']),
	);
	for (const args of runs) {
		const name = args.join(' ');
		const {code, stdout, stderr} = await runHere(args, {home, env: {SECODA_API_TOKEN: 'canary-json-77e'}});
		const {error = {}, ...rest} = assertPlainJson(stdout, `${name}\n${stderr}`) as {
			error?: {code?: unknown; problem?: unknown; hint?: unknown; exitCode?: unknown};
		};
		// An upload that has begun also has its outcome.
		assert.ok('outcome' in rest || Object.keys(rest).length === 0, name);
		assert.deepEqual(Object.keys(error), ['code', 'problem', 'hint', 'exitCode'], name);
		assert.ok(error.problem && error.hint, name);
		assert.deepEqual(
			[error.exitCode, String(error.code) in exitCodeOf || error.code === 'file-has-errors'],
			[code, true],
			name,
		);
		assert.notEqual(stderr, '', `${name}: people read it on stderr`);
	}
});
