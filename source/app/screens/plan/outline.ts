import {sumActions} from '../../../plan/changes/action.ts';
import type {ChangeTree} from '../../../plan/tree/change-tree.ts';
import {type SiblingRuns, siblingRuns} from '../../../plan/tree/sibling-runs.ts';

/** Nodes of a tree of changes in pre-order, each with an index: all of them, or those that a filter leaves. */
export interface Outline {
	readonly length: number;
	/** Returns the node of the tree at an index. */
	nodeAt(index: number): number;
	/** Returns the level of a node; 0 at the top. */
	depthAt(index: number): number;
	/** Returns the index after the last descendant. */
	endAt(index: number): number;
	/** Returns the siblings between two indexes. */
	siblingsIn(from: number, to: number): SiblingRuns;
	/** Returns the number of changes at an index and below it. */
	changesAt(index: number): number;
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
		siblingsIn: (from, to) => tree.siblingsIn(from, to),
		changesAt: index => sumActions(tree.countsAt(index)),
		near: node => node,
	};
}

/** Nodes of a tree in ascending order, with the ancestors of each. `isShown`: 1 for a node whose change is shown, not only some below it. */
export type FilteredNodes = {readonly nodes: Uint32Array; readonly isShown: Uint8Array};

/** The nodes between two returns to the caller. */
const stride = 4096;

/** Makes the outline of some nodes of a tree. Yields now and then. */
export function* partialOutline(
	tree: ChangeTree,
	{nodes, isShown}: FilteredNodes,
): Generator<undefined, Outline, void> {
	const {length} = nodes;
	const ends = new Uint32Array(length).fill(length);
	/** The number of changes before each index. */
	const changes = new Uint32Array(length + 1);
	const open: number[] = [];
	for (let index = 0; index < length; index++) {
		if (index % stride === stride - 1) yield undefined;
		const node = nodes[index] ?? 0;
		changes[index + 1] = (changes[index] ?? 0) + (isShown[index] ?? 0);
		for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
			if (tree.endAt(nodes[last] ?? 0) > node) break;
			ends[last] = index;
			open.pop();
		}

		open.push(index);
	}

	const nodeAt = (index: number) => nodes[index] ?? 0;
	const endAt = (index: number) => ends[index] ?? length;
	return {
		length,
		nodeAt,
		depthAt: index => tree.depthAt(nodeAt(index)),
		endAt,
		siblingsIn: (from, to) => siblingRuns(ends, from, to),
		changesAt: index => (changes[endAt(index)] ?? 0) - (changes[index] ?? 0),
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
