import type {ChangeTree} from '../../../plan/tree/change-tree.ts';

/** Nodes of a tree of changes in pre-order, each with an index: all of them, or those that a filter leaves. */
export interface Outline {
	readonly length: number;
	/** Returns the node of the tree at an index. */
	nodeAt(index: number): number;
	/** Returns the level of a node; 0 at the top. */
	depthAt(index: number): number;
	/** Returns the index after the last descendant. */
	endAt(index: number): number;
	/** Returns the index of a node of the tree, or else that of the nearest one before it. */
	near(node: number): number;
}

/** Returns the outline of all nodes of a tree. */
export function wholeOutline(tree: ChangeTree): Outline {
	return {
		length: tree.length,
		nodeAt: index => index,
		depthAt: index => tree.depthAt(index),
		endAt: index => tree.endAt(index),
		near: node => node,
	};
}

/** Returns the outline of some nodes of a tree, in ascending order. The ancestors of each must be among them. */
export function partialOutline(tree: ChangeTree, nodes: Uint32Array): Outline {
	const ends = new Uint32Array(nodes.length).fill(nodes.length);
	const open: number[] = [];
	for (const [index, node] of nodes.entries()) {
		for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
			if (tree.endAt(nodes[last] ?? 0) > node) break;
			ends[last] = index;
			open.pop();
		}

		open.push(index);
	}

	const nodeAt = (index: number) => nodes[index] ?? 0;
	return {
		length: nodes.length,
		nodeAt,
		depthAt: index => tree.depthAt(nodeAt(index)),
		endAt: index => ends[index] ?? nodes.length,
		near: node => Math.max(0, lastUpTo(nodes, node)),
	};
}

/** Returns the index of the last value up to `wanted`; -1 without one. */
function lastUpTo(ascending: Uint32Array, wanted: number): number {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ascending[middle] ?? 0) <= wanted) low = middle + 1;
		else high = middle;
	}

	return low - 1;
}

/** Returns the indexes of the nodes above a node, outermost first. */
export function ancestorsOf(outline: Outline, index: number): readonly number[] {
	const above: number[] = [];
	for (let at = 0; at < index; ) {
		const end = outline.endAt(at);
		if (end > index) above.push(at++);
		else at = end;
	}

	return above;
}
