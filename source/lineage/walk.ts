import type {Direction, LineageGraph} from './graph.ts';

/** A node in a tree of lineage. */
export type Branch = {
	readonly node: number;
	/** The row of the edge that leads to it. */
	readonly row: number;
	/** Its own neighbours; none where it is only referred to, and behind the depth. */
	readonly children: readonly Branch[];
	readonly state: BranchState;
};

export type BranchState =
	/** Its neighbours are its children. */
	| 'shown'
	/** It has more neighbours: behind the depth, or more than there is room for. */
	| 'cut'
	/** Its neighbours are shown where the node is nearer to the start, or comes first. */
	| 'repeated'
	/** The way from the start to it contains it already. */
	| 'cycle';

/** The lineage of a node: what it comes from, and what comes from it. */
export type LineageTree = {
	readonly node: number;
	readonly up: readonly Branch[];
	readonly down: readonly Branch[];
	/** The directions that have more branches within the depth than the limit. */
	readonly limited: readonly Direction[];
};

/** How many steps to go in each direction. */
export type Depths = Readonly<Record<Direction, number>>;

/** Walks from a node in both directions, to at most `limit` branches in each: the nearest ones. */
export function walk(graph: LineageGraph, node: number, depths: Depths, limit = Number.POSITIVE_INFINITY): LineageTree {
	const up = branches(graph, node, 'up', {depth: depths.up, limit});
	const down = branches(graph, node, 'down', {depth: depths.down, limit});
	const limited: readonly Direction[] = [
		...(up.isLimited ? ['up' as const] : []),
		...(down.isLimited ? ['down' as const] : []),
	];
	return {node, up: up.branches, down: down.branches, limited};
}

/** A branch while the tree grows, and how it was reached. */
type GrowingBranch = {
	readonly node: number;
	readonly row: number;
	readonly depth: number;
	readonly parent: GrowingBranch | undefined;
	state: BranchState;
	readonly children: GrowingBranch[];
};

/** Goes level by level, so that a node that appears twice is shown where it is nearest. */
function branches(
	graph: LineageGraph,
	start: number,
	direction: Direction,
	{depth, limit}: {readonly depth: number; readonly limit: number},
): {readonly branches: readonly Branch[]; readonly isLimited: boolean} {
	const root: GrowingBranch = {node: start, row: 0, depth: 0, parent: undefined, state: 'shown', children: []};
	const shown = new Set([start]);
	const queue = [root];
	let room = limit;
	let isLimited = false;
	for (const branch of queue) {
		if (branch.depth === depth) {
			if (graph.hasNeighbours(branch.node, direction)) branch.state = 'cut';
			continue;
		}

		const neighbours = graph.neighbours(branch.node, direction, room + 1);
		if (neighbours.length > room) {
			branch.state = 'cut';
			isLimited = true;
		}

		for (const {node, row} of neighbours.slice(0, room)) {
			const child: GrowingBranch = {node, row, depth: branch.depth + 1, parent: branch, state: 'shown', children: []};
			branch.children.push(child);
			if (!shown.has(node)) queue.push(child);
			else child.state = isOnWay(branch, node) ? 'cycle' : 'repeated';
			shown.add(node);
		}

		room -= branch.children.length;
	}

	return {branches: root.children, isLimited};
}

/** True if the way from the start to a branch contains a node. */
function isOnWay(branch: GrowingBranch, node: number): boolean {
	for (let at: GrowingBranch | undefined = branch; at !== undefined; at = at.parent) if (at.node === node) return true;
	return false;
}
