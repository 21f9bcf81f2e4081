import assert from 'node:assert/strict';
import test from 'node:test';
import {nameOfNode} from '../../../source/plan/change-names.ts';
import {betweenInventories, diff} from '../../../source/plan/changes/diff.ts';
import {inNaturalOrder} from '../../../source/plan/natural-order.ts';
import {buildTree} from '../../../source/plan/tree/build-tree.ts';
import {mostSortedNodes, sortTree} from '../../../source/plan/tree/sort-tree.ts';
import {type ColumnNames, listed} from '../../support/resources.ts';

test('names are in the order that people expect', () => {
	const names = ['a', 'A', 'a b', 'a2', 'a10', 'a010', 'a10b', 'B', 'b', '2', '10', 'z', 'é'];
	const expected = ['2', '10', 'A', 'a', 'a b', 'a2', 'a010', 'a10', 'a10b', 'B', 'b', 'z', 'é'];
	for (const shuffled of [names, names.toReversed(), names.toSorted()]) {
		assert.deepEqual(
			inNaturalOrder(shuffled, name => [name]),
			expected,
		);
	}

	const paths = [['a', 'x'], ['A', 'y'], ['a'], ['A', 'x']] as const;
	assert.deepEqual(
		inNaturalOrder(paths, path => path),
		[['A', 'x'], ['A', 'y'], ['a'], ['a', 'x']],
		'equal parents are together',
	);
});

/** Returns the sorted tree of a plan that creates columns and hides others, as lines with the number of nodes below. */
function sorted(after: readonly ColumnNames[], before: readonly ColumnNames[]): readonly string[] {
	const [to, from] = [listed(after), listed(before)];
	const changes = diff(betweenInventories(to.inventory, from.inventory));
	const sides = {after: to, hidden: from};
	const steps = sortTree({tree: buildTree(changes, to.inventory, from.inventory), sides});
	let step = steps.next();
	while (!step.done) step = steps.next();
	const tree = step.value;
	return Array.from({length: tree.length}, (_, node) => {
		const {created, hidden} = tree.countsAt(node);
		return `${'  '.repeat(tree.depthAt(node))}${nameOfNode({tree, sides}, node).at(-1)} +${created} -${hidden}`;
	});
}

const column = (text: string): ColumnNames => {
	const [schema = '', table = '', name = ''] = text.split('.');
	return {database: 'd', schema, table, column: name};
};

test('siblings of a tree are in the order of their names, whether they are in the file or in the catalog', () => {
	const after = ['s.t10.b', 's.t10.a', 's.t2.x', 'r.u.c10', 'r.u.c2'].map(column);
	const before = ['s.t10.aa', 's.t1.y', 'r.u.c1'].map(column);
	assert.deepEqual(sorted(after, before), [
		'd +6 -4',
		'  r +2 -1',
		'    u +2 -1',
		'      c1 +0 -1',
		'      c2 +1 -0',
		'      c10 +1 -0',
		'  s +4 -3',
		'    t1 +0 -2',
		'      y +0 -1',
		'    t2 +2 -0',
		'      x +1 -0',
		'    t10 +2 -1',
		'      a +1 -0',
		'      aa +0 -1',
		'      b +1 -0',
	]);
});

test('a large tree keeps the order of the file below schemas, and no name is read', () => {
	const many = Array.from({length: mostSortedNodes}, (_, at) => column(`s.t.c${mostSortedNodes - at}`));
	const [to, from] = [listed(many), listed([])];
	const tree = buildTree(diff(betweenInventories(to.inventory, from.inventory)), to.inventory, from.inventory);
	const unread = {nameOf: () => assert.fail('a name is read'), fieldsOf: () => []};
	assert.equal(sortTree({tree, sides: {after: unread, hidden: unread}}).next().value, tree);
});
