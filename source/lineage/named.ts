import type {DescribedResource} from '../kinds/cross-check.ts';
import type {EdgeSide, LineageEnd} from '../kinds/edges.ts';
import {type Direction, farSide} from './graph.ts';
import type {Branch, BranchState, LineageTree} from './walk.ts';

/** A node as an edge or the start of a lineage names it. */
export type NodeReference = {
	/** Distinguishes it from other nodes; 0 for a resource without edges. */
	readonly number: number;
	readonly end: LineageEnd;
};

/** A node with what is known of it. */
export type LineageNode = NodeReference & {
	/** A resource as its file describes it; `undefined` without one. */
	readonly resource: DescribedResource | undefined;
};

/** A node in a tree of lineage, and the row of the edge to it. */
export type LineageBranch = {
	readonly node: LineageNode;
	readonly row: number;
	readonly state: BranchState;
	readonly children: readonly LineageBranch[];
};

/** The lineage of a resource. */
export type Lineage = {readonly node: LineageNode} & Readonly<Record<Direction, readonly LineageBranch[]>>;

/** Reads what is known of nodes. */
export type NodeReader = {
	/** Returns an end of the edge in a row. */
	readEnd(row: number, side: EdgeSide): LineageEnd;
	/** Returns what a resources file says about an id. */
	resource(id: string): DescribedResource | undefined;
};

/** Reads nodes, each once. */
export class NodeNames {
	readonly #reader: NodeReader;
	readonly #known = new Map<number, LineageNode>();

	constructor(reader: NodeReader) {
		this.#reader = reader;
	}

	/** Returns a node where a lineage starts. */
	start({number, end}: NodeReference): LineageNode {
		return this.#known.get(number) ?? this.#note(number, end);
	}

	/** Returns the node of a branch. */
	branch({node, row}: Pick<Branch, 'node' | 'row'>, direction: Direction): LineageNode {
		return this.#known.get(node) ?? this.#note(node, this.#reader.readEnd(row, farSide[direction]));
	}

	#note(number: number, end: LineageEnd): LineageNode {
		const resource = end.kind === 'resource' ? this.#reader.resource(end.id) : undefined;
		const node = {number, end, resource};
		this.#known.set(number, node);
		return node;
	}
}

/** Adds to a tree what is known of its nodes. `id` is that of the node where it starts. */
export function nameNodes({node, up, down}: LineageTree, id: string, reader: NodeReader): Lineage {
	const names = new NodeNames(reader);
	const start = names.start({number: node, end: {kind: 'resource', id}});
	const named = (branches: readonly Branch[], direction: Direction): readonly LineageBranch[] =>
		branches.map(branch => ({
			node: names.branch(branch, direction),
			row: branch.row,
			state: branch.state,
			children: named(branch.children, direction),
		}));
	return {node: start, up: named(up, 'up'), down: named(down, 'down')};
}
