import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {checkedFile} from '../../source/commands/checked.ts';
import {githubReport} from '../../source/report/check/github.ts';
import {jsonReport} from '../../source/report/check/json.ts';
import {junitReport} from '../../source/report/check/junit.ts';
import type {ReportedFile} from '../../source/report/check/reported-file.ts';
import {textReport} from '../../source/report/check/text.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {temporaryFile, temporaryFolder} from '../support/folder.ts';
import {linkedNotes, links} from '../support/links/links.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const csv = `${header}\n${recordLine({sort_order: 'x'})}\n`;

async function folderWith(t: TestContext, files: {readonly [name: string]: string}): Promise<string> {
	const home = await temporaryFolder(t);
	for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text);
	return home;
}

/** Notes with an error, and links to a note that does not exist. */
async function reported(t: TestContext): Promise<readonly ReportedFile[]> {
	const paths = [
		await temporaryFile(t, 'd.s.t.a -> d.s.t.b\n', 'columns.links'),
		await temporaryFile(t, 'd.s.t.a | int | \nb | int | \n', 'columns.notes'),
	] as const;
	const bundle = await Bundle.open(paths, new AbortController().signal, {kinds: [linkedNotes, links]});
	t.after(() => bundle.close());
	return bundle.sessions.map(session => checkedFile(session));
}

type Json = {
	readonly valid: boolean;
	readonly files: ReadonlyArray<{
		readonly file: string;
		readonly kind: string | null;
		readonly valid: boolean;
		readonly problems: ReadonlyArray<{readonly code: string}>;
	}>;
	readonly error?: {readonly code: string};
};

test('JSON: one object with an object for each file, in the order of the upload', async t => {
	const json = JSON.parse([...jsonReport(await reported(t), 0, String)].join('')) as Json;
	assert.equal(json.valid, false);
	assert.deepEqual(
		json.files.map(({kind, valid, problems}) => [kind, valid, problems.map(({code}) => code)]),
		[
			['notes', false, ['path']],
			['links', true, ['unknown-note']],
		],
	);
});

test('JSON: ends with the error if a row of a file cannot be read', async t => {
	const [notes, links] = await reported(t);
	assert.ok(notes !== undefined && links !== undefined);
	const failing: ReportedFile = {
		...links,
		problemsAt() {
			throw new Error('gone');
		},
	};
	const pieces: string[] = [];
	assert.throws(() => {
		for (const piece of jsonReport([notes, failing], 0, () => ({code: 'not-readable'}))) pieces.push(piece);
	}, /gone/);
	const json = JSON.parse(pieces.join('')) as Json;
	assert.deepEqual([json.files.length, json.error?.code], [2, 'not-readable']);
});

test('text, JUnit and GitHub: each problem with the name of its file', async t => {
	const files = await reported(t);
	const text = textReport(files).split('\n');
	assert.deepEqual(
		text.flatMap(line => /(columns\.\w+):\d+: ([\w-]+)/.exec(line)?.slice(1, 3) ?? []),
		['columns.notes', 'path', 'columns.links', 'unknown-note'],
	);
	assert.equal(text.filter(line => line.startsWith('Explain')).length, 1);
	const junit = junitReport(files, 0);
	assert.deepEqual(
		Array.from(
			junit.matchAll(/<testsuite name="[^"]*\/([^"/]+)" tests="(\d+)" failures="(\d+)"/g),
			([, ...found]) => found,
		),
		[
			['columns.notes', String(linkedNotes.codes.size), '1'],
			['columns.links', String(links.codes.size), '0'],
		],
	);
	assert.match(junit, new RegExp(`<testsuites tests="${linkedNotes.codes.size + links.codes.size}" failures="1"`));
	assert.deepEqual(
		githubReport(files)
			.trimEnd()
			.split('\n')
			.map(line => /^::(\w+) file=.*\/(columns\.\w+),/.exec(line)?.slice(1)),
		[
			['error', 'columns.notes'],
			['warning', 'columns.links'],
		],
	);
});

test('the object of a single file has its kind, or null if it has none', async t => {
	const home = await folderWith(t, {'w.csv': csv, 'w.zip': 'PK\u0003\u0004'});
	const run = async (file: string) => JSON.parse((await runHere(['check', file, '--json'], {home})).stdout) as unknown;
	assert.deepEqual(((await run('w.csv')) as Json['files'][number]).kind, 'warehouse');
	assert.deepEqual(((await run('w.zip')) as Json['files'][number]).kind, null);
});

test('a file of an unknown format is reported with the others, with the worst exit code', async t => {
	const home = await folderWith(t, {'w.csv': csv, 'w.zip': 'PK\u0003\u0004'});
	const {code, stdout} = await runHere(['check', 'w.csv', 'w.zip', '--json'], {home});
	const {files, valid} = JSON.parse(stdout) as Json;
	assert.deepEqual(
		[code, valid, files.map(({file, kind, problems}) => [file, kind, problems.map(({code}) => code)])],
		[
			3,
			false,
			[
				['w.csv', 'warehouse', ['integer']],
				['w.zip', null, ['format-error']],
			],
		],
	);
	const text = await runHere(['check', 'w.csv', 'w.zip'], {home});
	assert.deepEqual([text.code, text.stdout], [3, '']);
	assert.match(text.stderr, /w\.zip/);
});

for (const [what, args, code, problem] of [
	['two files of the same kind', ['a.csv', 'b.csv'], 2, /same kind/],
	['a missing second file', ['a.csv', 'missing.csv'], 3, /missing\.csv/],
	['standard input twice', ['-', '-'], 2, /Standard input/],
	['--map with two files', ['a.csv', 'b.csv', '--map', 'a=database'], 2, /--map/],
	['--set with two files', ['a.csv', 'b.csv', '--set', 'database=X'], 2, /--set/],
	['three files', ['a.csv', 'b.csv', 'a.csv'], 2, /too many arguments/],
] as const) {
	for (const command of ['check', 'upload']) {
		test(`${command}: ${what} is refused with a hint`, async t => {
			const home = await folderWith(t, {'a.csv': csv, 'b.csv': csv});
			const ran = await runHere([command, ...args], {home});
			assert.equal(ran.code, code);
			assert.match(ran.stderr, problem);
		});
	}
}

test('a profile with a file beside it is refused', async t => {
	const home = await folderWith(t, {'w.csv': csv});
	await runHere(['profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'i'], {home});
	const {code, stderr} = await runHere(['check', 'nightly', 'w.csv'], {home});
	assert.equal(code, 2);
	assert.match(stderr, /"nightly" is a profile/);
});

test('a misspelled command is suggested, also with a file after it', async t => {
	const home = await folderWith(t, {'w.csv': csv});
	const {code, stderr} = await runHere(['chekc', 'w.csv'], {home});
	assert.equal(code, 2);
	assert.match(stderr, /Did you mean "secoda-upload check/);
});
