import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {planJson} from '../../../source/report/plan/json.ts';
import {planMarkdown} from '../../../source/report/plan/markdown.ts';
import {hasChanges, type ReportedPlan} from '../../../source/report/plan/reported-plan.ts';
import {planText} from '../../../source/report/plan/text.ts';
import {type FileTexts, planOfFiles} from '../../support/planned-files.ts';
import {header, recordLine} from '../../support/session.ts';

type Row = NonNullable<Parameters<typeof recordLine>[0]>;

const csv = (rows: readonly Row[]): FileTexts => ({'w.csv': `${[header, ...rows.map(recordLine)].join('\n')}\n`});

const columns = (name: string, number: number, more: Row = {}): readonly Row[] =>
	Array.from({length: number}, (_, at) => ({name, col_name: `c${at}`, ...more}));

async function planned(t: TestContext, before: FileTexts, after: FileTexts): Promise<ReportedPlan> {
	const file = (name: string) => ({name, totals: {records: 3, bytes: 4000, sha256: ''}});
	return {
		plan: await planOfFiles(t, {before, after}),
		totals: file('w.csv').totals,
		comparedWith: {kind: 'file', file: file('w.csv'), other: {...file('main.csv'), skipped: []}},
		warnings: 0,
		notSent: [],
		verdict: {
			result: {kind: 'stopped', reasons: [{code: 'few-rows', rows: 3, minRows: 9}]},
			approve: 'secoda-upload x',
		},
	};
}

const before = csv([
	...columns('t', 3),
	...columns('gone', 2),
	...columns('timed', 1),
	...columns('u', 1, {schema: 'other', description: 'Old'}),
]);
const after = csv([
	...columns('t', 2),
	{name: 't', col_name: 'c2', col_description: '', col_type: 'TEXT'},
	{name: 't', col_name: 'new'},
	...columns('made', 2),
	...columns('timed', 1, {last_updated_time: '1700000001'}),
	...columns('u', 1, {schema: 'other', description: 'New'}),
]);

test('a text names databases, schemas, tables and columns, down to the fields that change', async t => {
	assert.deepEqual(planText(await planned(t, before, after), 300), [
		'Compared: w.csv (3 rows, 4.0 kB) with main.csv (3 rows, 4.0 kB).',
		'Changes (+ create, ~ update, - hide, > rename):',
		'  DB: 4 to create, 2 to update, 3 to hide, 1 timestamp to update',
		'    other: 1 to update',
		'      ~ table u: description: "Old" -> "New"',
		'    sales: 4 to create, 1 to update, 3 to hide, 1 timestamp to update',
		'      - table gone, with 2 columns',
		'      + table made, with 2 columns',
		'      table t: 1 to create, 1 to update',
		'        ~ column c2',
		'          col_description: "The id" -> (empty)',
		'          col_type: "INT" -> "TEXT"',
		'        + column new',
		'      ~ table timed: last_updated_time: "1700000000" -> "1700000001"',
		'Safety stop: an upload would send nothing, because',
		'  the file has 3 rows, fewer than the minimum of 9',
		'To send it anyway:',
		'  secoda-upload x',
		'Plan: 4 to create, 2 to update, 3 to hide, 1 timestamp to update.',
	]);
});

test('a text of few lines shows what is hidden first, and counts the rest', async t => {
	const plan = await planned(
		t,
		csv([...columns('a', 9), ...columns('b', 17)]),
		csv([...columns('b', 9), ...columns('c', 13)]),
	);
	assert.deepEqual(planText(plan, 9).slice(2, -5), [
		'  DB.sales: 14 to create, 18 to hide',
		'    - table a, with 9 columns',
		'    table b: 8 to hide',
		'      - column c9',
		'      - column c10',
		'      - column c11',
		'      - column c12',
		'      and 4 more: 4 to hide (all: --json)',
		'    + table c, with 13 columns',
	]);
	assert.deepEqual(planText(plan, 3).slice(2, -5), ['  DB.sales: 14 to create, 18 to hide']);
});

test('a renamed page has its earlier name, in full if it was elsewhere, and a plan has the parts that it hides', async t => {
	const old = [...columns('a', 4), ...columns('b', 4, {schema: 'gone'}), ...columns('c', 4)];
	const now = [...columns('a', 4, {schema: 'new'}), ...columns('c', 4)];
	const reported = await planned(t, csv(distinct(old)), csv(distinct(now)));
	const lines = planText(reported, 20);
	assert.deepEqual(lines.slice(lines.findIndex(line => line.startsWith('Changes')) + 1, -5), [
		'  DB: 5 to rename, 5 to hide',
		'    gone: 5 to hide',
		'      - table b, with 4 columns',
		'    new: 5 to rename',
		'      > table DB.sales.a -> a, with 4 columns',
		'A rename is probable: both pages look alike. The new page starts without the owners, tags and documentation of the hidden one.',
	]);
	assert.deepEqual(reported.plan.shape?.groups, [{level: 'schema', name: ['DB', 'gone'], tables: 1}]);
});

/** Returns rows whose columns have texts of their own, so that they can be recognized. */
function distinct(rows: readonly Row[]): readonly Row[] {
	return rows.map(row => ({...row, col_description: `Text of ${row['name']} ${row['col_name']}`}));
}

test('long values are cut where they differ', async t => {
	const text = (end: string) => csv([{col_description: `${'The same start. '.repeat(9)}${end}`}]);
	const [line] = planText(await planned(t, text('Old'), text('New')), 9).slice(4);
	assert.equal(
		line,
		'      ~ column id: col_description: "...rt. The same start. Old" -> "...rt. The same start. New"',
	);
});

test('the text of a plan counts changes of edges apart, and says if nothing changes', async t => {
	const same = await planned(t, before, before);
	assert.equal(planText(same, 9).at(-1), 'Plan: no changes.');
	assert.deepEqual([hasChanges(same.plan), hasChanges((await planned(t, before, after)).plan)], [false, true]);
	const [one, hidden, retimed] = [{}, {col_name: 'b'}, {last_updated_time: '1'}];
	assert.equal(hasChanges((await planned(t, csv([one]), csv([retimed]))).plan), false, 'timestamps are no changes');
	assert.equal(hasChanges((await planned(t, csv([one, hidden]), csv([one]))).plan), true);
	const resource = (id: string) =>
		JSON.stringify({databuilder_id: id, entity_type: 'table', title: id, description: 'x'});
	const edge = (from: string, to: string) => JSON.stringify({from_databuilder_id: from, to_databuilder_id: to});
	const files = (ids: readonly string[], edges: ReadonlyArray<readonly [string, string]>): FileTexts => ({
		'resources.jsonl': ids.map(id => `${resource(id)}\n`).join(''),
		'lineage.jsonl': edges.map(([from, to]) => `${edge(from, to)}\n`).join(''),
	});
	const plan = await planned(t, files(['a', 'b', 'c'], [['a', 'b']]), files(['a', 'b', 'd'], [['b', 'a']]));
	assert.deepEqual(planText(plan, 9).slice(2, -5), [
		'  tables: 1 to create, 1 to hide',
		'    - table c',
		'    + table d',
		'  edges: 1 to add, 1 to remove',
		'    - edge a -> b',
		'    + edge b -> a',
	]);
	assert.equal(planText(plan, 9).at(-1), 'Plan: 1 to create, 1 to hide, 1 edge to add, 1 edge to remove.');
	const {changes} = JSON.parse([...planJson({...plan, verdict: {kind: 'clear'}}, String)].join(''));
	assert.deepEqual(changes.at(-1), {action: 'removed', entity: 'edge', key: 'a -> b', fields: {}});
});

test('JSON has every change with its fields, in pieces', async t => {
	const {plan} = await planned(t, before, after);
	const pieces = [...planJson({plan, verdict: {kind: 'clear'}, notSent: ['x']}, String)];
	assert.ok(pieces.length > plan.changes.length);
	const {changes, counts, ...rest} = JSON.parse(pieces.join(''));
	assert.deepEqual(rest, {
		planId: plan.id,
		causes: [],
		verdict: {stopped: false, reasons: []},
		edges: null,
		edited: null,
		loss: null,
		notSent: ['x'],
	});
	const none = {created: 0, revived: 0, updated: 0, renamed: 0, hidden: 0, retimed: 0};
	assert.deepEqual(counts, {
		...none,
		...{created: 4, updated: 2, hidden: 3, retimed: 1},
		types: {
			tables: {file: 4, catalog: 4, ...none, created: 1, updated: 1, hidden: 1, retimed: 1},
			columns: {file: 8, catalog: 7, ...none, created: 3, updated: 1, hidden: 2},
		},
	});
	assert.equal(changes.length, plan.changes.length);
	const ofKey = (key: string) => changes.find((change: {readonly key: string}) => change.key === key);
	assert.deepEqual(ofKey('DB.sales.t.c2'), {
		action: 'updated',
		entity: 'column',
		key: 'DB.sales.t.c2',
		fields: {col_description: {before: 'The id', after: null}, col_type: {before: 'INT', after: 'TEXT'}},
	});
	assert.deepEqual(ofKey('DB.sales.gone'), {action: 'hidden', entity: 'table', key: 'DB.sales.gone', fields: {}});
});

test('JSON ends with the error where a name cannot be read', async t => {
	const {plan} = await planned(t, before, after);
	const sides = {...plan.sides, hidden: {nameOf: () => assert.fail('torn'), fieldsOf: () => []}};
	const pieces: string[] = [];
	assert.throws(() => {
		for (const piece of planJson({plan: {...plan, sides}, verdict: {kind: 'clear'}, notSent: []}, String))
			pieces.push(piece);
	}, /torn/);
	assert.match(JSON.parse(pieces.join('')).error, /torn/);
});

test('Markdown has counts, folded trees and the counts of all changes last', async t => {
	const text = planMarkdown(await planned(t, before, after));
	assert.equal(
		text,
		`### Secoda plan

|  | in the file | before | create | update | hide | timestamp only |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| tables | 4 | 4 | 1 | 1 | 1 | 1 |
| columns | 8 | 7 | 3 | 1 | 2 | 0 |

\`\`\`text
Compared: w.csv (3 rows, 4.0 kB) with main.csv (3 rows, 4.0 kB).
Safety stop: an upload would send nothing, because
  the file has 3 rows, fewer than the minimum of 9
To send it anyway:
  secoda-upload x
\`\`\`

<details><summary><code>DB.other</code>: 1 to update</summary>

\`\`\`diff
! table u: description: "Old" -> "New"
\`\`\`

</details>

<details><summary><code>DB.sales</code>: 4 to create, 1 to update, 3 to hide, 1 timestamp to update</summary>

\`\`\`diff
- table gone, with 2 columns
+ table made, with 2 columns
  table t: 1 to create, 1 to update
!   column c2
      col_description: "The id" -> (empty)
      col_type: "INT" -> "TEXT"
+   column new
! table timed: last_updated_time: "1700000000" -> "1700000001"
\`\`\`

</details>

Plan: 4 to create, 2 to update, 3 to hide, 1 timestamp to update.
`,
	);
});

test('Markdown stays within the limit of GitHub, and no name or value breaks out of it', async t => {
	const hostile = [
		'</summary><script>',
		'```',
		'````\n# x',
		'@team',
		'| a',
		'<!--',
		'--> ',
		'[x](http://x)',
		'*b*',
		'&amp;',
	];
	const rows = (description: string): readonly Row[] =>
		hostile.flatMap((name, at) =>
			Array.from({length: 100}, (_, table) => ({
				schema: quoted(`${name}${at}`),
				name: quoted(`${name} ${table}`),
				col_name: quoted(`${name} c`),
				description: quoted(`${name.repeat(20)} ${description}`),
				col_description: quoted(`${name}\n\`\`\`\n${description}`),
			})),
		);
	const reported = await planned(t, csv(rows('Old')), csv([...rows('New'), ...columns('made', 50)]));
	const text = planMarkdown(reported);
	assert.ok(text.length <= 60_000 && text.length > 30_000, String(text.length));
	let fence = '';
	for (const line of text.split('\n')) {
		const [, mark = ''] = /^(`{3,})(?:diff|text)?$/.exec(line) ?? [];
		if (fence === '') {
			fence = mark;
			const known =
				/^(?:<details><summary><code>[^<>`]*<\/code>: [\w ,]+<\/summary>|<\/details>|### .*|\| [\w |:,-]+\||Plan: .*|and [\d,]+ more .*|)$/;
			assert.ok(mark !== '' || known.test(line), line);
		} else if (line === fence) fence = '';
	}

	assert.equal(fence, '');
	assert.match(text, /and [\d,]+ more \(all: --json\)/);
	assert.match(text.trimEnd(), /\nPlan: 51 to create, 2,000 to update\.$/);
});

function quoted(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}
