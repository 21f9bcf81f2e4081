import type {DescribedResource} from '../kinds/cross-check.ts';
import type {EdgeSide, LineageEnd} from '../kinds/edges.ts';
import type {Direction} from './graph.ts';
import type {Branch, BranchState, LineageTree} from './walk.ts';

/** A node with what is known of it. */
export type LineageNode = {
	/** Distinguishes it from other nodes. */
	readonly number: number;
	readonly end: LineageEnd;
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

/** Adds to a tree what is known of its nodes. Each node is read once. `id` is that of the node where it starts. */
export function nameNodes({node, up, down}: LineageTree, id: string, reader: NodeReader): Lineage {
	const known = new Map<number, LineageNode>();
	const note = (number: number, end: LineageEnd): LineageNode => {
		const resource = end.kind === 'resource' ? reader.resource(end.id) : undefined;
		const node = {number, end, resource};
		known.set(number, node);
		return node;
	};
	const start = note(node, {kind: 'resource', id});
	const named = (branches: readonly Branch[], side: EdgeSide): readonly LineageBranch[] =>
		branches.map(({node: number, row, state, children}) => ({
			node: known.get(number) ?? note(number, reader.readEnd(row, side)),
			row,
			state,
			children: named(children, side),
		}));
	return {node: start, up: named(up, 'source'), down: named(down, 'target')};
}
