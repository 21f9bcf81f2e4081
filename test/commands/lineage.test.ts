import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';

const internal = (id: string) => ({type: 'internal_resource', databuilder_id: id});
const edges = [
	[internal('orders'), internal('revenue')],
	[{type: 'external_table', table: 'orders', schema: 'raw'}, internal('orders')],
	[{type: 'external_column', table: 'orders', column: 'id', database: 'lake'}, internal('orders')],
	[{type: 'tables_from_query', sql: 'select *\n from "x" where a < 1'}, internal('orders')],
	[internal('revenue'), internal('report')],
	[internal('report'), internal('orders')],
	[internal('revenue'), internal('a\u001b[31m"b"')],
] as const;

async function folderWithEdges(t: TestContext): Promise<string> {
	const folder = await temporaryFolder(t);
	const lines = edges.map(([from, to]) => JSON.stringify({from_identifier: from, to_identifier: to}));
	await writeFile(join(folder, 'lineage.jsonl'), `${lines.join('\n')}\n`);
	return folder;
}

test('draws both directions as a tree, with external ends, queries and cycles', async t => {
	const home = await folderWithEdges(t);
	const {code, stdout, stderr} = await runProgram(['lineage', 'orders', 'lineage.jsonl'], {home});
	assert.deepEqual([code, stderr], [0, '']);
	assert.deepEqual(stdout.split('\n'), [
		'orders',
		'Upstream',
		'├─ raw.orders (external table)',
		'├─ lake.orders.id (external column)',
		'├─ select * from "x" where a < 1 (query)',
		'└─ report',
		'   └─ revenue [more behind it]',
		'Downstream',
		'└─ revenue',
		'   ├─ report [more behind it]',
		'   └─ a␛[31m"b"',
		'',
	]);
});

test('shows titles and types with the resources file, and knows resources without edges', async t => {
	const home = await folderWithEdges(t);
	const dashboard = (id: string) => ({entity_type: 'dashboard_group', databuilder_id: id, title: `The ${id}`});
	const lines = ['orders', 'revenue', 'lonely'].map(id => JSON.stringify(dashboard(id)));
	await writeFile(join(home, 'resources.jsonl'), `${lines.join('\n')}\n`);
	const {stdout, stderr} = await runProgram(['lineage', 'orders', '.', '--up', '0'], {home});
	assert.equal(stderr, '');
	assert.deepEqual(stdout.split('\n').slice(0, 4), [
		'orders "The orders" (dashboard group)',
		'Upstream: none',
		'Downstream',
		'└─ revenue "The revenue" (dashboard group)',
	]);
	const {stdout: lonely} = await runProgram(['lineage', 'lonely', '.'], {home});
	assert.equal(lonely, 'lonely "The lonely" (dashboard group)\nUpstream: none\nDownstream: none\n');
	const {stderr: wrong} = await runProgram(['lineage', 'lonley', '.'], {home});
	assert.match(wrong, /No edge and no resource has the id "lonley"/);
	const {stderr: near} = await runProgram(['lineage', 'Order', '.'], {home});
	assert.doesNotMatch(near, /Did you mean/);
	const {stderr: nearest} = await runProgram(['lineage', 'orderz', '.'], {home});
	assert.match(nearest, /Did you mean "orders"/);
});

test('goes as many steps as the options say', async t => {
	const home = await folderWithEdges(t);
	const args = ['lineage', 'revenue', 'lineage.jsonl', '--up', '0', '--down', '3'];
	const {stdout} = await runProgram(args, {home});
	assert.deepEqual(stdout.split('\n').slice(0, 5), [
		'revenue',
		'Upstream: none',
		'Downstream',
		'├─ report',
		'│  └─ orders',
	]);
	assert.match(stdout, /│ {5}└─ revenue \[cycle\]/);
});

test('draws a flowchart for Mermaid, in which each node and each edge occurs once', async t => {
	const home = await folderWithEdges(t);
	const {stdout} = await runProgram(['lineage', 'orders', 'lineage.jsonl', '--format', 'mermaid', '--down', '5'], {
		home,
	});
	const lines = stdout.split('\n').map(line => line.trim());
	assert.equal(lines[0], 'flowchart LR');
	assert.equal(new Set(lines).size, lines.length);
	assert.ok(lines.some(line => /^n\d+\["raw\.orders<br\/>external table"\]$/.test(line)));
	assert.ok(lines.some(line => /^n\d+\{\{"select \* from #34;x#34; where a #60; 1<br\/>query"\}\}$/.test(line)));
	assert.equal(lines.filter(line => line.includes('-->')).length, edges.length);
});

test('prints the tree as JSON', async t => {
	const home = await folderWithEdges(t);
	const {stdout} = await runProgram(['lineage', 'report', 'lineage.jsonl', '--json', '--up', '1', '--down', '0'], {
		home,
	});
	assert.deepEqual(JSON.parse(stdout), {
		kind: 'resource',
		id: 'report',
		title: null,
		type: null,
		upstream: [{kind: 'resource', id: 'revenue', title: null, type: null, row: 5, state: 'cut', children: []}],
		downstream: [],
	});
});

const wrong: ReadonlyArray<readonly [args: readonly string[], error: RegExp]> = [
	[['none', 'lineage.jsonl'], /No edge and no resource has the id "none"/],
	[['orders', 'warehouse.csv'], /warehouse\.csv: no lineage/],
	[['orders', 'lineage.jsonl', '--up', '101'], /from 0 to 100/],
	[['orders'], /No file is given/],
];
for (const [args, error] of wrong) {
	test(`"lineage ${args.join(' ')}" is wrong usage`, async t => {
		const home = await folderWithEdges(t);
		await writeFile(join(home, 'warehouse.csv'), 'col_name,database,schema,name\nid,shop,sales,orders\n');
		const {code, stdout, stderr} = await runProgram(['lineage', ...args], {home});
		assert.deepEqual([code, stdout], [2, '']);
		assert.match(stderr, error);
	});
}
