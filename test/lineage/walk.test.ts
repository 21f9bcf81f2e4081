import assert from 'node:assert/strict';
import test from 'node:test';
import {type Direction, LineageGraph} from '../../source/lineage/graph.ts';
import {type Branch, walk} from '../../source/lineage/walk.ts';

/** Draws a tree in one line: children in brackets, `+` for more behind the depth, `^` for a node shown elsewhere, `@` for a cycle. */
function drawn(branches: readonly Branch[], names: readonly string[]): string {
	return branches
		.map(({node, state, children}) => {
			const mark = {shown: '', cut: '+', repeated: '^', cycle: '@'}[state];
			const inner = children.length === 0 ? '' : `(${drawn(children, names)})`;
			return `${names[node - 1]}${mark}${inner}`;
		})
		.join(' ');
}

/** Builds a graph from edges such as `a>b`, one in each row, and walks from its first node. */
function walked(edges: readonly string[], direction: Direction, depth: number): string {
	const names: string[] = ['a'];
	const numberOf = (name: string) => (names.includes(name) ? names.indexOf(name) + 1 : names.push(name));
	const pairs = edges.map(edge => edge.split('>').map(name => (name === '' ? 0 : numberOf(name))));
	const ends = {
		source: Int32Array.from([0, ...pairs.map(([from = 0]) => from)]),
		target: Int32Array.from([0, ...pairs.map(([, to = 0]) => to)]),
	};
	const graph = LineageGraph.of({ends, endCount: names.length});
	return drawn(walk(graph, 1, {up: depth, down: depth})[direction], names);
}

const cases: ReadonlyArray<readonly [title: string, edges: string, direction: Direction, depth: number, tree: string]> =
	[
		['nothing is downstream', 'b>a', 'down', 2, ''],
		['upstream is the other way', 'b>a c>b', 'up', 2, 'b(c)'],
		['children keep the order of their rows', 'a>c a>b', 'down', 1, 'c b'],
		['an edge that is in two rows is drawn once', 'a>b a>b', 'down', 2, 'b'],
		['nodes behind the depth are marked', 'a>b b>c', 'down', 1, 'b+'],
		['a depth of zero shows nothing', 'a>b', 'down', 0, ''],
		['a node that appears twice is drawn once', 'a>b a>c b>d c>d d>e', 'down', 3, 'b(d(e)) c(d^)'],
		['and where it is nearest', 'a>b b>c a>c c>d', 'down', 3, 'b(c^) c(d)'],
		['an edge to the node itself is a cycle', 'a>a a>b', 'down', 2, 'a@ b'],
		['a cycle through the start is marked', 'a>b b>a', 'down', 5, 'b(a@)'],
		['a cycle behind the start is marked', 'a>b b>c c>b', 'down', 5, 'b(c(b@))'],
		['a node on another way is no cycle', 'a>b a>c b>c c>b', 'down', 5, 'b(c^) c(b^)'],
		['rows without two ends are no edges', 'a> >b a>c', 'down', 2, 'c'],
	];

for (const [title, edges, direction, depth, tree] of cases) {
	test(title, () => {
		assert.equal(walked(edges.split(' '), direction, depth), tree);
	});
}

/** Walks downstream from the first node, to a number of branches. */
function limited(edges: string, limit: number): readonly [tree: string, isLimited: boolean] {
	const numbers = edges.split(' ').map(edge => edge.split('>').map(name => Number.parseInt(name, 36) - 9));
	const ends = {
		source: Int32Array.from([0, ...numbers.map(([from = 0]) => from)]),
		target: Int32Array.from([0, ...numbers.map(([, to = 0]) => to)]),
	};
	const {down, limited: directions} = walk(LineageGraph.of({ends, endCount: 26}), 1, {up: 9, down: 9}, limit);
	return [drawn(down, [...'abcdefghijklmnopqrstuvwxyz']), directions.includes('down')];
}

test('a limit keeps the branches that are nearest, and marks those with more behind them', () => {
	const edges = 'a>b a>c b>d b>e d>f c>g';
	assert.deepEqual(limited(edges, 6), ['b(d(f) e) c(g)', false]);
	assert.deepEqual(limited(edges, 5), ['b(d+ e) c(g)', true]);
	assert.deepEqual(limited(edges, 3), ['b+(d+) c+', true]);
	assert.deepEqual(limited(edges, 1), ['b+', true]);
});

test('a graph is built in many steps, which yield the part that is done', () => {
	const count = 100_000;
	const rows = Int32Array.from({length: count}, (_, row) => row);
	const parts = [...LineageGraph.build({ends: {source: rows, target: rows}, endCount: count})];
	assert.ok(parts.length > 20);
	assert.deepEqual(
		parts,
		parts.toSorted((one, other) => one - other),
	);
	assert.equal(parts.at(-1), 1);
});

test('neighbours keep the order of their rows in a graph of many steps', () => {
	const count = 100_000;
	const source = new Int32Array(count).fill(1, 1);
	const target = Int32Array.from({length: count}, (_, row) => row);
	const graph = LineageGraph.of({ends: {source, target}, endCount: count});
	assert.deepEqual(
		graph.neighbours(1, 'down').map(({node}) => node),
		[...target.subarray(1)],
	);
	assert.deepEqual(
		graph.neighbours(1, 'down', 2).map(({row}) => row),
		[1, 2],
	);
});

test('a hundred thousand nodes in a row are walked', () => {
	const count = 100_000;
	const from = Int32Array.from({length: count}, (_, row) => row);
	const to = Int32Array.from({length: count}, (_, row) => (row === 0 ? 0 : row + 1));
	const graph = LineageGraph.of({ends: {source: from, target: to}, endCount: count});
	let branch = walk(graph, 1, {up: 0, down: count}).down[0];
	let depth = 0;
	for (; branch !== undefined; branch = branch.children[0]) depth++;
	assert.equal(depth, count - 1);
});
