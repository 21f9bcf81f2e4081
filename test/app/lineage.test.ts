import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import test, {type TestContext} from 'node:test';
import {enabledBindings, keyOf, keyText, shownKeys, unnamedKey} from '../../source/app/keys.ts';
import {runInSlices} from '../../source/app/run-in-slices.ts';
import {drawLineage} from '../../source/app/screens/lineage/draw.ts';
import {treeKeys} from '../../source/app/screens/lineage/keys.ts';
import {lineageReducer} from '../../source/app/screens/lineage/reducer.ts';
import {initialLineage, type LineageState} from '../../source/app/screens/lineage/state.ts';
import {edgeLine, LineageDesk, openFiles, tableLine} from '../support/lineage-desk.ts';
import {sizes} from '../support/sizes.ts';

const bucket = {type: 'external_table', cluster: 's3', table: 'orders'};
const resources = ['a', 'b', 'c', 'd'].map(id => tableLine(id, `Title ${id}`)).join('');
const edges = [
	edgeLine(bucket, 'a'),
	edgeLine('a', 'b'),
	edgeLine('a', 'c'),
	edgeLine('b', 'd'),
	edgeLine('c', 'd'),
	edgeLine('d', 'a'),
	edgeLine('d', 'e'),
].join('');

async function open(t: TestContext, id = 'a'): Promise<LineageDesk> {
	return new LineageDesk(await openFiles(t, {'resources.jsonl': resources, 'lineage.jsonl': edges}), id);
}

function tree({name, ...state}: LineageState) {
	assert.ok(name === 'tree' && 'tree' in state);
	return state;
}

test('draws upstream and downstream; a node is drawn once, and referred to where it appears again', async t => {
	const desk = await open(t);
	assert.deepEqual(desk.press('+').tree().filter(Boolean), [
		' ▸ Title a  table  a',
		'   Upstream',
		'   ├─ ○ s3.orders  external table',
		'   └─ Title d  table  d',
		'      ├─ Title b  table  b',
		'      │  └─ Title a  table  a [cycle]',
		'      └─ Title c  table  c',
		'         └─ Title a  table  a [cycle]',
		'   Downstream',
		'   ├─ Title b  table  b',
		'   │  └─ Title d  table  d',
		'   │     ├─ Title a  table  a [cycle]',
		'   │     └─ e  resource',
		'   └─ Title c  table  c',
		'      └─ Title d  table  d [see above]',
	]);
});

test('a changed depth keeps the selected node, or selects the one that leads to it', async t => {
	const desk = await open(t);
	desk.press('end', 'up', 'up');
	assert.equal(desk.selected(), '│  └─ Title d  table  d [more]');
	assert.equal(desk.press('+').selected(), '│  └─ Title d  table  d');
	desk.press('down', 'down');
	assert.equal(desk.selected(), '│     └─ e  resource');
	assert.equal(desk.press('-').selected(), '│  └─ Title d  table  d [more]');
	assert.equal(desk.press('-').selected(), '├─ Title b  table  b [more]');
	const before = desk.state;
	assert.notEqual(tree(desk.press('-').state).notice, undefined);
	assert.equal(tree(desk.state).tree, tree(before).tree);
});

test('the whole lineage cannot go deeper', async t => {
	const desk = await open(t);
	desk.press('+', '+');
	assert.deepEqual(tree(desk.state).tree.depths, {up: 3, down: 3});
	assert.notEqual(tree(desk.state).notice, undefined);
});

test('Enter walks to the selected node, and Backspace goes back to where it was selected', async t => {
	const desk = await open(t);
	desk.press('down');
	assert.equal(desk.press('enter').tree()[0], ' ▸ ○ s3.orders  external table');
	desk.press('down', 'enter');
	assert.equal(desk.tree()[0], ' ▸ Title a  table  a');
	desk.press('backspace', 'backspace');
	assert.equal(desk.selected(), '├─ ○ s3.orders  external table');
	assert.equal(tree(desk.press('backspace').state).former.length, 0);
	assert.notEqual(tree(desk.state).notice, undefined);
});

test('a cycle leads to no other start', async t => {
	const desk = await open(t);
	desk.press('+', 'end', 'up', 'up', 'up');
	assert.match(desk.selected(), /Title a .*\[cycle\]$/);
	assert.equal(tree(desk.press('enter').state).former.length, 0);
	assert.notEqual(tree(desk.state).notice, undefined);
});

test('the row of a resource is asked for, and nodes without one have none', async t => {
	const desk = await open(t);
	desk.press('r', 'down', 'r');
	assert.deepEqual(desk.effects, [{type: 'go-to-row', row: 1}]);
	assert.notEqual(tree(desk.state).notice, undefined);
	desk.press('end', 'r');
	assert.deepEqual(desk.effects.at(-1), {type: 'go-to-row', row: 4});
	desk.press('+', 'end', 'up', 'up', 'r');
	assert.match(desk.selected(), /e {2}resource$/);
	assert.equal(desk.effects.length, 2);
	assert.match(tree(desk.state).notice ?? '', /resources\.jsonl/);
});

test('without the resources file, nodes have their ids', async t => {
	const desk = new LineageDesk(await openFiles(t, {'lineage.jsonl': edges}), 'a');
	assert.equal(desk.tree()[0], ' ▸ a  resource');
	desk.press('r');
	assert.deepEqual(desk.effects, []);
	assert.match(tree(desk.state).notice ?? '', /resources\.jsonl/);
});

test('a resource without edges has an empty lineage', async t => {
	const bundle = await openFiles(t, {'resources.jsonl': resources, 'lineage.jsonl': edgeLine('x', 'y')});
	const desk = new LineageDesk(bundle, 'a');
	assert.deepEqual(desk.tree().slice(0, 3), [' ▸ Title a  table  a', '   Upstream: none', '   Downstream: none']);
	const before = desk.state;
	assert.equal(desk.press('down', 'up', 'end', 'pagedown').state, before);
});

test('rows that cannot be read do not end the lineage', async t => {
	const many = Array.from({length: 30_000}, (_, at) => tableLine(`n${at}`)).join('');
	const bundle = await openFiles(t, {'resources.jsonl': many, 'lineage.jsonl': edgeLine('n0', 'n29999')});
	await truncate(bundle.first.path, 100_000);
	const desk = new LineageDesk(bundle, 'n0');
	assert.equal(desk.press('end').selected(), '└─ cannot be read');
	for (const key of ['enter', 'r']) {
		assert.match(tree(desk.press(key).state).notice ?? '', /resources\.jsonl/);
		assert.deepEqual(desk.effects, []);
	}

	assert.equal(desk.press('home').tree()[0], ' ▸ n0  table');
});

test('names cannot draw outside of their line', async t => {
	const id = 'a\u001b[31m\n\u202e─';
	const desk = new LineageDesk(await openFiles(t, {'lineage.jsonl': edgeLine(id, 'b')}), id);
	const {lines} = drawLineage(desk.state, desk.context, {columns: 80, rows: 24}, (_style, text) => text);
	for (const line of lines) assert.doesNotMatch(String(line), /[\u0000-\u001f\u202e]/);
});

test('a long tree scrolls, and the title has the position', async t => {
	const chain = Array.from({length: 60}, (_, at) => edgeLine('a', `n${at + 1}`)).join('');
	const desk = new LineageDesk(await openFiles(t, {'lineage.jsonl': chain}), 'a', {columns: 60, rows: 16});
	const shown = desk.tree().length;
	assert.match(desk.press('pagedown').lines()[0] ?? '', new RegExp(` ${shown - 1} of 61$`));
	assert.equal(desk.selected(), `├─ n${shown - 2}  resource`);
	assert.match(desk.press('end').lines()[0] ?? '', / 61 of 61$/);
	assert.equal(desk.tree().at(-1), ' ▸ └─ n60  resource');
	desk.press('up');
	assert.equal(desk.tree().at(-1), '   └─ n60  resource');
	assert.match(desk.press('home').lines()[0] ?? '', / 1 of 61$/);
});

test('a long way is drawn without the start of its stem', async t => {
	const chain = Array.from({length: 60}, (_, at) => edgeLine(`n${at}`, `n${at + 1}`)).join('');
	const desk = new LineageDesk(await openFiles(t, {'lineage.jsonl': chain}), 'n0', {columns: 60, rows: 16});
	desk.press(...Array.from({length: 60}, () => '+'), 'end');
	assert.match(desk.selected(), /^…\s+└─ n60 {2}resource$/);
});

test('every key of a tree is handled, none is bound twice, and the key line has only enabled ones', async t => {
	const files = await openFiles(t, {'resources.jsonl': resources, 'lineage.jsonl': edges});
	for (const [columns, rows] of sizes) {
		for (const keys of [[], ['down', 'enter'], ['end', '+'], ['-']]) {
			const desk = new LineageDesk(files, 'a', {columns, rows}).press(...keys);
			const {state} = desk;
			assert.ok(state.name === 'tree');
			const bindings = enabledBindings(treeKeys, state);
			const bound = bindings.flatMap(binding => binding.keys);
			assert.deepEqual(bound, [...new Set(bound)]);
			const enabled = new Set(
				bindings.flatMap(binding => [binding.label, binding.short].map(label => `${shownKeys(binding)} ${label}`)),
			);
			const keyLine = desk.lines().at(-1) ?? '';
			assert.deepEqual(
				keyLine.split('  ').filter(word => !enabled.has(word)),
				[],
			);
			assert.ok(keyLine.includes('Esc'), keyLine);
			const notice = tree(desk.press(unnamedKey).state).notice ?? '';
			assert.ok(
				bindings.some(({keys: [key = '']}) => notice.startsWith(`${keyText(key)} `)),
				notice,
			);
		}
	}
});

test('the help opens on the keys of the tree, and returns to it', async t => {
	const desk = await open(t);
	const before = tree(desk.press('down').state);
	assert.equal(desk.press('?').state.name, 'help');
	assert.match(desk.lines()[2] ?? '', /Lineage of a resource/);
	assert.deepEqual(tree(desk.press('escape').state), before);
});

test('each key that goes back closes the lineage, also while the graph is built', async t => {
	for (const key of ['escape', 'q', 'L', 'ctrl+c'])
		assert.deepEqual((await open(t)).press(key).effects, [{type: 'close'}], key);
	const desk = await open(t);
	const building = initialLineage({number: 1, end: {kind: 'resource', id: 'a'}});
	const size = {columns: 80, rows: 24};
	const [half] = lineageReducer(building, {type: 'progress', part: 0.5}, desk.context);
	assert.match(drawLineage(half, desk.context, size, (_style, text) => text).lines.join('\n'), /50 %/);
	assert.deepEqual(lineageReducer(half, {type: 'key', key: 'escape', size}, desk.context), [half, {type: 'close'}]);
	const [hinted, ...effects] = lineageReducer(half, {type: 'key', key: 'x', size}, desk.context);
	assert.deepEqual(effects, []);
	assert.ok('notice' in hinted && hinted.notice?.startsWith(keyOf(treeKeys, 'back')));
});

/** Steps without an end. */
function* endless(): Generator<number, never, void> {
	for (;;) yield 0.5;
}

test('work in slices returns to the event loop, and stops there when it is aborted', async () => {
	const abort = new AbortController();
	let hasReturned = false;
	setImmediate(() => {
		hasReturned = true;
	});
	const stop = () => hasReturned && abort.abort();
	await assert.rejects(runInSlices(endless(), stop, abort.signal), {name: 'AbortError'});
	assert.ok(hasReturned);
});

test('short work in slices ends without progress', async () => {
	function* steps(): Generator<number, string, void> {
		yield 0.5;
		return 'done';
	}

	const {signal} = new AbortController();
	assert.equal(await runInSlices(steps(), () => assert.fail('progress'), signal), 'done');
});
