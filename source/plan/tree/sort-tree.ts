import type {ResourceName} from '../../kinds/resources.ts';
import {nameOfNode} from '../change-names.ts';
import {inNaturalOrder} from '../natural-order.ts';
import type {Plan} from '../plan.ts';
import type {ChangeTree} from './change-tree.ts';

/** A tree with more nodes keeps the order of the file below schemas, because reading its names takes too long. @forTests */
export const mostSortedNodes = 10_000;

/** The names that are read between two returns to the caller. */
const stride = 128;

/** Returns the tree of a plan with siblings in the natural order of their names. Yields now and then, because it reads names. */
export function* sortTree(plan: Pick<Plan, 'tree' | 'sides'>): Generator<undefined, ChangeTree, undefined> {
	const {tree} = plan;
	if (tree.length > mostSortedNodes) return tree;
	const names: ResourceName[] = [];
	for (let node = 0; node < tree.length; node++) {
		names.push(nameOfNode(plan, node));
		if (node % stride === stride - 1) yield undefined;
	}

	return tree.reordered(preOrder(tree, 0, tree.length, node => names[node] ?? []));
}

/** Returns the nodes of a range with sorted siblings, each followed by those below it. */
function preOrder(
	tree: ChangeTree,
	start: number,
	end: number,
	nameOf: (node: number) => ResourceName,
): readonly number[] {
	const siblings: number[] = [];
	for (let node = start; node < end; node = tree.endAt(node)) siblings.push(node);
	return inNaturalOrder(siblings, nameOf).flatMap(node => [
		node,
		...preOrder(tree, node + 1, tree.endAt(node), nameOf),
	]);
}
