import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {CommandIo} from '../../../source/commands/io.ts';
import {OutputStream} from '../../../source/commands/output-stream.ts';
import {takeFiles, takeOthers} from '../../../source/commands/plan/taken-files.ts';
import type {UploadTarget} from '../../../source/commands/target.ts';
import type {SkippedPart} from '../../../source/report/plan/reported-plan.ts';
import {TemporaryStore} from '../../../source/snapshot/temporary-store.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {header, recordLine} from '../../support/session.ts';

const {signal} = new AbortController();
const output = new OutputStream(process.stderr, signal);
const io: CommandIo = {
	stdin: process.stdin,
	stdout: output,
	stderr: output,
	env: {},
	argv: [],
	signal,
	mayPrompt: false,
	yes: false,
	quiet: true,
	ascii: false,
	result: 'text',
	effect: 'none',
};

type Files = Readonly<Record<string, string>>;

/** Takes files to compare with `good`. Returns what is skipped in them, and the numbers of the resources that they have. */
async function takenFrom(t: TestContext, good: Files, others: Files, reading: UploadTarget['reading'] = {}) {
	const folder = await temporaryFolder(t);
	const store = await TemporaryStore.open();
	t.after(() => store.close());
	const target = async (files: Files): Promise<UploadTarget> => {
		const names = Object.keys(files).map(name => join(folder, name));
		for (const [at, text] of Object.values(files).entries()) await writeFile(names[at] ?? '', text);
		const none = {profile: undefined, url: undefined, integration: undefined, guard: undefined};
		return {...none, files: names, reading, safeFixes: false};
	};
	const file = await takeFiles(await target(good), store, io);
	const {taken, skipped} = await takeOthers(await target(others), file.taken, store, io);
	const counts = taken.inventory.entities.map(entity => taken.inventory.of(entity).count);
	return {skipped: skipped.map(part => ({...part, file: part.file.replace(`${folder}/`, '')})), counts, taken};
}

const csv = (...lines: readonly string[]) => [header, ...lines, ''].join('\n');
const named = (col_name: string) => recordLine({col_name});
const good = {'good.csv': csv(named('a'))};
const noMatch = (rows: number): SkippedPart => ({file: 'base.csv', rows, problem: ''});

const cases: ReadonlyArray<
	readonly [what: string, text: string, skipped: readonly SkippedPart[], counts: readonly number[]]
> = [
	['no errors', csv(named('a'), named('b')), [], [1, 2]],
	['errors in some rows', csv(named('a'), named('x.y'), named('')), [{file: 'base.csv', rows: 2}], [1, 1]],
	['errors in all rows', csv(named('x.y')), [{file: 'base.csv', rows: 1}], [0, 0]],
	['only a header', csv(), [noMatch(0)], [0, 0]],
	['nothing', '', [noMatch(0)], [0, 0]],
	['blank lines', '\n\n', [noMatch(0)], [0, 0]],
	[
		'no column of a required field',
		csv(named('a'), named('b')).replaceAll(/,sales|,schema/g, ''),
		[noMatch(2)],
		[0, 0],
	],
];

test('a file that others are compared with has what an upload would have sent of it', async t => {
	for (const [what, text, expected, counts] of cases) {
		const {skipped, ...taken} = await takenFrom(t, good, {'base.csv': text});
		const withoutText = skipped.map(part => (part.problem === undefined ? part : {...part, problem: ''}));
		assert.deepEqual([withoutText, taken.counts], [expected, counts], what);
	}
});

test('a column that the options name can be missing in the file that another one is compared with', async t => {
	const reading = {mapping: {Feld: 'col_name'}, requiredHeaders: ['Feld']} as const;
	const foreign = {'good.csv': good['good.csv'].replace('col_name', 'Feld')};
	const {skipped, counts} = await takenFrom(t, foreign, {'base.csv': good['good.csv']}, reading);
	assert.deepEqual([skipped.map(({rows}) => rows), counts], [[0], [0, 0]]);
	assert.match(skipped[0]?.problem ?? '', /"Feld"/);
});

test('rows that refer to rows with errors are skipped too, and an empty second file', async t => {
	const line = (value: object) => `${JSON.stringify(value)}\n`;
	const table = (id: string, more: object = {}) =>
		line({databuilder_id: id, entity_type: 'table', title: id, database: 'd', schema: 's', ...more});
	const column = (id: string, parent: string) =>
		line({
			databuilder_id: id,
			entity_type: 'column',
			title: id,
			parent_databuilder_id: parent,
			type: 'int',
			sort_order: 1,
		});
	const pair = {
		'resources.jsonl': table('a') + table('b'),
		'lineage.jsonl': line({from_databuilder_id: 'a', to_databuilder_id: 'b'}),
	};
	const base = {'r.jsonl': table('a') + table('b', {title: 7}) + column('c', 'b'), 'l.jsonl': ''};
	const {skipped, taken} = await takenFrom(t, pair, base);
	assert.deepEqual(
		skipped.map(({file, rows}) => [file, rows]),
		[
			['l.jsonl', 0],
			['r.jsonl', 2],
		],
	);
	const counted = taken.inventory.entities.map(entity => [entity.singular, taken.inventory.of(entity).count] as const);
	assert.deepEqual(
		counted.filter(([, count]) => count > 0),
		[['table', 1]],
	);
});
