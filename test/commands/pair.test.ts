import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {fileServices} from '../../source/commands/app-services/files.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import type {Ran} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';

/* Resources and lineage through the built program: named, in a folder, found beside each other, fixed and uploaded. */

const resource = (type: string, id: string, parent: string | undefined, more: object = {}) =>
	JSON.stringify({entity_type: type, databuilder_id: id, parent_databuilder_id: parent, title: id, ...more});

const resources = `${[
	resource('database', 'db', undefined),
	resource('schema', 'db.s', 'db'),
	resource('table', 'db.s.t', 'db.s', {schema: 's', database: 'db'}),
	resource('table', 'db.s.u', 'db.s', {schema: 's', database: 'db'}),
].join('\n')}\n`;

const end = (id: string) => ({type: 'internal_resource', databuilder_id: id});
const edge = (from: string, to: string) => `${JSON.stringify({from_identifier: end(from), to_identifier: end(to)})}\n`;

type Folder = {readonly home: string; run(...args: readonly string[]): Promise<Ran>};

async function folder(t: TestContext, lineage: string, env: Readonly<Record<string, string>> = {}): Promise<Folder> {
	const home = await temporaryFolder(t);
	await mkdir(join(home, 'exports'));
	await writeFile(join(home, 'exports', 'resources.jsonl'), resources);
	await writeFile(join(home, 'exports', 'lineage.jsonl'), lineage);
	return {home, run: (...args) => runHere(args, {home, env})};
}

type Json = {
	readonly valid: boolean;
	readonly files: ReadonlyArray<{
		readonly file: string;
		readonly entities?: Readonly<Record<string, number>>;
		readonly kind: string;
		readonly counts: Readonly<Record<string, number>>;
		readonly output?: string | null;
	}>;
};

const unknown = edge('db.s.T', 'db.s.u');

for (const [what, args] of [
	['both files, in any order', ['exports/lineage.jsonl', 'exports/resources.jsonl']],
	['a folder with both', ['exports']],
] as const) {
	test(`check: ${what}: each is checked, and references between them are compared`, async t => {
		const {run} = await folder(t, unknown);
		const {code, stdout, stderr} = await run('check', ...args, '--json');
		assert.equal(code, 0);
		assert.equal(stderr, '');
		const {files} = JSON.parse(stdout) as Json;
		assert.deepEqual(
			files.map(({file, kind, counts}) => [file, kind, counts]),
			[
				['exports/resources.jsonl', 'resources', {}],
				['exports/lineage.jsonl', 'lineage', {'unknown-resource': 1}],
			],
		);
		assert.deepEqual(
			files.map(({entities}) => entities),
			[{database: 1, schema: 1, table: 2}, undefined],
		);
	});
}

for (const format of ['text', 'json', 'junit', 'github'] as const) {
	test(`check --format ${format}: a file beside the named one is not included, and the command for both is printed`, async t => {
		const {run} = await folder(t, unknown);
		const {stdout, stderr} = await run('check', 'exports/lineage.jsonl', '--format', format);
		assert.ok(!stdout.includes('unknown-resource"') || format === 'junit', stdout);
		const [, command = ''] =
			/exports\/resources\.jsonl is not included\. To include it: secoda-upload (.*)/.exec(stderr) ?? [];
		assert.equal(command, 'check exports/lineage.jsonl exports/resources.jsonl');
		const both = await run(...command.split(' '));
		assert.match(both.stdout, /unknown-resource/);
		assert.equal((await run('check', 'exports/lineage.jsonl', '--quiet')).stderr, '');
	});
}

test('check: one of two files can be standard input', async t => {
	const {home} = await folder(t, unknown);
	const {code, stdout} = await runHere(['check', '-', 'exports/lineage.jsonl', '--json'], {home, input: resources});
	const {files} = JSON.parse(stdout) as Json;
	assert.deepEqual(
		[code, files.map(({file, counts}) => [file, counts])],
		[
			0,
			[
				['-', {}],
				['exports/lineage.jsonl', {'unknown-resource': 1}],
			],
		],
	);
});

test('check: a folder in which two names are possible is refused with both names', async t => {
	const {home, run} = await folder(t, unknown);
	await writeFile(join(home, 'exports', 'lineages.jsonl'), unknown);
	const {code, stderr} = await run('check', 'exports');
	assert.equal(code, 2);
	assert.match(stderr, /lineage\.jsonl and lineages\.jsonl/);
});

test('fix: each file is written, beside its input, in place, or in a folder', async t => {
	const {home, run} = await folder(t, unknown);
	const fixed = edge('db.s.t', 'db.s.u');
	const read = (name: string) => readFile(join(home, name), 'utf8');
	const {code, stdout} = await run('fix', 'exports', '--fix', 'unknown-resource', '--json');
	assert.equal(code, 0);
	const {valid, files} = JSON.parse(stdout) as Json;
	assert.deepEqual([valid, files.map(({output}) => output)], [true, [null, 'exports/lineage.fixed.jsonl']]);
	assert.equal(await read('exports/lineage.fixed.jsonl'), fixed);
	await mkdir(join(home, 'out'));
	const text = await run('fix', 'exports', '--fix', 'unknown-resource', '-o', 'out');
	assert.match(text.stdout, /Next: secoda-upload upload out\/resources\.jsonl out\/lineage\.jsonl /);
	assert.deepEqual([await read('out/resources.jsonl'), await read('out/lineage.jsonl')], [resources, fixed]);
	await run('fix', 'exports', '--fix', 'unknown-resource', '--in-place');
	assert.deepEqual([await read('exports/resources.jsonl'), await read('exports/lineage.jsonl')], [resources, fixed]);
});

test('fix: one run applies also the fixes that others make possible', async t => {
	const misspelt = edge('db.s.T', 'db.s.U').replace('from_identifier', 'fromIdentifier').replace('to_', 'To_');
	const glued = `${edge('db.s.t', 'db.s.u').trim()}${edge('db.s.u', 'db.s.t').trim()}{"from_databuilder_id": "db.s.t", "to_databuilder_id": "db.s.u"}\n`;
	const {home, run} = await folder(t, `${glued}${misspelt}`);
	const {code, stderr} = await run('fix', 'exports', '--fix', 'unknown-resource', '--in-place');
	assert.equal(code, 0, stderr);
	const {stdout} = await run('check', 'exports', '--json');
	assert.deepEqual(
		(JSON.parse(stdout) as Json).files.map(({counts}) => counts),
		[{}, {}],
	);
	const fixed = await readFile(join(home, 'exports', 'lineage.jsonl'), 'utf8');
	assert.equal(fixed, `${edge('db.s.t', 'db.s.u')}${edge('db.s.u', 'db.s.t')}`);
});

test('upload: the command that includes the other file works as printed', async t => {
	const sandbox = await start(t);
	const {run} = await folder(t, edge('db.s.t', 'db.s.u'), {SECODA_API_TOKEN: sandbox.token});
	const printed = (stderr: string) => /To include it: secoda-upload (.*)/.exec(stderr)?.[1]?.split(' ') ?? [];
	const target = ['--url', sandbox.url, '--integration', sandbox.integration];
	const one = await run('upload', 'exports/resources.jsonl', ...target);
	const both = await run(...printed(one.stderr));
	assert.equal(both.code, 0, both.stderr);
	assert.match(both.stderr, /1 row of lineage\.jsonl/);
	await run('profiles', 'add', 'nightly', ...target, '--file', 'exports/resources.jsonl');
	const saved = await run(...printed((await run('upload', 'nightly')).stderr));
	assert.equal(saved.code, 0, saved.stderr);
	const {stderr} = await run('upload', 'nightly');
	assert.match(stderr, /1 row of lineage\.jsonl/);
	assert.deepEqual(printed(stderr), []);
});

test('upload: both files are sent in one request, and shown in the plan, the result and the history', async t => {
	const sandbox = await start(t);
	const {run} = await folder(t, edge('db.s.t', 'db.s.u'), {SECODA_API_TOKEN: sandbox.token});
	const {code, stdout, stderr} = await run(
		'upload',
		'exports',
		'--url',
		sandbox.url,
		'--integration',
		sandbox.integration,
		'--json',
	);
	assert.equal(code, 0, stderr);
	assert.match(stderr, /To send: 4 rows of resources\.jsonl and 1 row of lineage\.jsonl/);
	assert.match(stderr, /edges: +1 not listed, 0 listed by Secoda/);
	const {sent, edges, entry} = JSON.parse(stdout) as {
		readonly sent: {readonly files: unknown};
		readonly edges: unknown;
		readonly entry: number;
	};
	assert.deepEqual(edges, {
		state: 'complete',
		file: 1,
		external: 0,
		sample: 1,
		expected: 1,
		found: 1,
		new: 1,
		problem: null,
	});
	assert.deepEqual(sent.files, [
		{name: 'resources.jsonl', records: 4},
		{name: 'lineage.jsonl', records: 1},
	]);
	assert.equal(sandbox.uploads.length, 1);
	assert.match((await run('history')).stdout, / 5 rows, .* {2}resources\.jsonl, lineage\.jsonl/);
	const details = (await run('history', String(entry))).stdout;
	assert.match(details, /4 rows of resources\.jsonl and 1 row of lineage\.jsonl/);
	assert.match(details, /1 edge was seen, 1 of them new\./);
	const {uploads} = JSON.parse((await run('history', '--json')).stdout) as {
		readonly uploads: ReadonlyArray<{readonly counts: Readonly<Record<string, number>>}>;
	};
	assert.deepEqual([uploads[0]?.counts['edges'], uploads[0]?.counts['edgesWithExternalEnds']], [1, 0]);
});

test('upload: errors in either file prevent it, and the reports name the file', async t => {
	const {run} = await folder(t, '{"from_identifier": 1}\n', {SECODA_API_TOKEN: 'token-of-nobody'});
	const {code, stdout, stderr} = await run('upload', 'exports', '--url', 'http://127.0.0.1:9', '--integration', 'i');
	assert.equal(code, 1);
	assert.match(stderr, /exports\/lineage\.jsonl:1: type-error/);
	assert.match(stdout, /secoda-upload exports\/resources\.jsonl exports\/lineage\.jsonl/);
});

test('profiles: both files of a profile are checked, and shown; a new first file keeps no second one of the project file', async t => {
	const {home, run} = await folder(t, unknown);
	const target = ['--url', 'eu', '--integration', 'i'];
	await run(
		'profiles',
		'add',
		'nightly',
		...target,
		'--file',
		'exports/lineage.jsonl',
		'--second-file',
		'exports/resources.jsonl',
	);
	const kinds = async (...args: readonly string[]) => {
		const {stdout} = await run('check', ...args, '--json');
		const json = JSON.parse(stdout) as Json & {readonly kind?: string};
		return json.files?.map(({kind}) => kind) ?? [json.kind];
	};
	assert.deepEqual(await kinds('nightly'), ['resources', 'lineage']);
	assert.match((await run('profiles', 'show', 'nightly')).stdout, /second file +.*resources\.jsonl/);
	const json = JSON.parse((await run('profiles', 'show', 'nightly', '--json')).stdout) as {readonly secondFile: string};
	assert.equal(json.secondFile, join(home, 'exports', 'resources.jsonl'));
	await run('profiles', 'set', 'nightly', '--unset', 'second-file');
	assert.deepEqual(await kinds('nightly'), ['lineage']);
	await run('profiles', 'set', 'nightly', '--file', 'exports');
	assert.deepEqual(await kinds('nightly'), ['resources', 'lineage']);
	await run(
		'profiles',
		'set',
		'nightly',
		'--file',
		'exports/lineage.jsonl',
		'--second-file',
		'exports/resources.jsonl',
	);
	const project = join(home, 'project.json');
	await writeFile(project, JSON.stringify({profile: 'nightly', file: 'exports/resources.jsonl'}));
	assert.deepEqual(await kinds('nightly', '--project', project), ['resources']);
	await writeFile(project, JSON.stringify({file: 'exports/resources.jsonl', secondFile: 'exports/lineage.jsonl'}));
	const sandbox = await start(t);
	const {stderr} = await runHere(
		['upload', '--project', project, '--url', sandbox.url, '--integration', sandbox.integration],
		{home, env: {SECODA_API_TOKEN: sandbox.token}},
	);
	assert.match(stderr, /To send: 4 rows of resources\.jsonl and 1 row of lineage\.jsonl/);
});

test('a file that the user picks in the app comes with the file beside it, also if the folder is named', async t => {
	const {home} = await folder(t, unknown);
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const files = fileServices(state, {});
	for (const named of ['exports', join('exports', 'resources.jsonl')]) {
		const {path, kind, companion} = await files.inspect(join(home, named), new AbortController().signal);
		assert.deepEqual(
			[path, kind.name, companion],
			[join(home, 'exports', 'resources.jsonl'), 'resources', join(home, 'exports', 'lineage.jsonl')],
		);
	}
});

test('profiles: a path that is empty is refused', async t => {
	const {run} = await folder(t, unknown);
	const {code} = await run('profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'i', '--second-file', '');
	assert.equal(code, 2);
});
