import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {sumActions} from '../../../source/plan/changes/action.ts';
import {betweenInventories, diff} from '../../../source/plan/changes/diff.ts';
import type {ResourceSide} from '../../../source/plan/changes/side.ts';
import {findRenames} from '../../../source/plan/renames/find-renames.ts';
import {buildTree} from '../../../source/plan/tree/build-tree.ts';
import type {TreeNode} from '../../../source/plan/tree/change-tree.ts';
import {type ColumnNames, listed} from '../../support/resources.ts';

type Text = `${string}.${string}.${string}.${string}`;

function columnsOf(texts: readonly Text[]): ColumnNames[] {
	return texts.map(text => {
		const [database = '', schema = '', table = '', column = ''] = text.split('.');
		return {database, schema, table, column};
	});
}

/** Draws the tree of changes from one list of columns to another, one line for each node. */
function draw(
	before: readonly Text[],
	after: readonly Text[],
	renames: 'with renames' | 'without renames' = 'without renames',
): readonly string[] {
	const [from, to] = [listed(columnsOf(before)), listed(columnsOf(after))];
	const sides = {after: to.inventory, before: from.inventory, values: undefined};
	const found = diff(betweenInventories(to.inventory, from.inventory));
	const changes = renames === 'with renames' ? findRenames(found, sides) : found;
	const tree = buildTree(changes, to.inventory, from.inventory);
	return Array.from({length: tree.length}, (_, node) => {
		const {created, hidden} = tree.countsAt(node);
		const text = textOf(tree.at(node), {from, to});
		return `${'  '.repeat(tree.depthAt(node))}${text} +${created} -${hidden} ${tree.endAt(node) - node - 1}`;
	});
}

function textOf(node: TreeNode, {from, to}: {readonly from: ResourceSide; readonly to: ResourceSide}): string {
	switch (node.kind) {
		case 'group':
			return node.name.join('.');
		case 'type':
			return node.entity.plural;
		case 'resource': {
			const {entity, after, before, change} = node;
			const name = after > 0 ? to.nameOf(entity, after) : from.nameOf(entity, before);
			return `${change?.action ?? 'in'} ${name.at(-1)}`;
		}
	}
}

test('a tree has databases, schemas, tables and columns with their counts', () => {
	const before = ['A.s.t.x', 'A.s.t.y', 'A.s.gone.z', 'B.s.t.x', 'B.old.u.v'] as const;
	const after = ['A.s.t.x', 'A.s.t.new', 'B.s.t.x', 'A.new.w.a'] as const;
	assert.deepEqual(draw(before, after), [
		'A +3 -3 9',
		'  A.new +2 -0 2',
		'    created w +2 -0 1',
		'      created a +1 -0 0',
		'  A.s +1 -3 5',
		'    in t +1 -1 2',
		'      created new +1 -0 0',
		'      hidden y +0 -1 0',
		'    hidden gone +0 -2 1',
		'      hidden z +0 -1 0',
		'B +0 -2 3',
		'  B.old +0 -2 2',
		'    hidden u +0 -2 1',
		'      hidden v +0 -1 0',
	]);
});

test('what changes in a renamed table is below it', () => {
	const before = ['A.s.old.a', 'A.s.old.b', 'A.s.old.c', 'A.s.old.gone'] as const;
	const after = ['A.s.new.a', 'A.s.new.b', 'A.s.new.c', 'A.s.new.d'] as const;
	assert.deepEqual(draw(before, after, 'with renames'), [
		'A +1 -1 7',
		'  A.s +1 -1 6',
		'    renamed new +1 -1 5',
		'      renamed a +0 -0 0',
		'      renamed b +0 -0 0',
		'      renamed c +0 -0 0',
		'      created d +1 -0 0',
		'      hidden gone +0 -1 0',
	]);
});

test('a tree of equal inventories is empty', () => {
	assert.deepEqual(draw(['A.s.t.x'], ['A.s.t.x']), []);
});

const part = fc.constantFrom('a', 'b', 'ü');
const column = fc.tuple(part, part, part, part).map(names => names.join('.') as Text);

test('each change of random inventories is one node below the names that it has', () => {
	fc.assert(
		fc.property(fc.array(column), fc.array(column), (before, after) => {
			const [from, to] = [listed(columnsOf(before)), listed(columnsOf(after))];
			const changes = diff(betweenInventories(to.inventory, from.inventory));
			const tree = buildTree(changes, to.inventory, from.inventory);
			const path: string[] = [];
			let found = 0;
			for (let node = 0; node < tree.length; node++) {
				const {name, isChange} = described(node);
				path.length = tree.depthAt(node);
				path.push(name.at(-1) ?? '');
				assert.deepEqual(path, name);
				if (isChange) found++;
			}

			assert.equal(found, changes.length);
			const top: number[] = [];
			for (let node = 0; node < tree.length; node = tree.endAt(node)) top.push(sumActions(tree.countsAt(node)));
			assert.equal(
				top.reduce((sum, count) => sum + count, 0),
				changes.length,
			);

			function described(node: number) {
				const shown = tree.at(node);
				if (shown.kind === 'group') return {name: shown.name, isChange: false};
				assert.equal(shown.kind, 'resource');
				const {entity, after, before, change} = shown;
				return {
					name: (after > 0 ? to : from).nameOf(entity, after > 0 ? after : before),
					isChange: change !== undefined,
				};
			}
		}),
	);
});

test('counts of large nodes are those of all changes below them', () => {
	const names = Array.from({length: 4000}, (_, at) => `A.s${at % 3}.t${at % 700}.c${at}` as const);
	const [from, to] = [listed(columnsOf(names.slice(0, 2500))), listed(columnsOf(names.slice(900)))];
	const tree = buildTree(diff(betweenInventories(to.inventory, from.inventory)), to.inventory, from.inventory);
	for (let node = 0; node < tree.length; node++) {
		const counted = {hidden: 0, created: 0};
		for (let below = node; below < tree.endAt(node); below++) {
			const shown = tree.at(below);
			const action = shown.kind === 'resource' ? shown.change?.action : undefined;
			if (action === 'hidden' || action === 'created') counted[action]++;
		}

		const {hidden, created} = tree.countsAt(node);
		assert.deepEqual({hidden, created}, counted);
	}
});
