import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import {type ActionCounts, changeActions} from '../changes/action.ts';
import {type Change, type ChangeList, countsOf} from '../changes/change-list.ts';
import {type SiblingRuns, siblingRuns} from './sibling-runs.ts';

/** A node of a tree of changes. */
export type TreeNode =
	/** A database or a schema: the parts of the name that its resources share. */
	| {readonly kind: 'group'; readonly name: ResourceName}
	/** The resources of a type that are in no group. */
	| {readonly kind: 'type'; readonly entity: EntityType}
	/** A resource; without a change if only resources in it change. */
	| {
			readonly kind: 'resource';
			readonly entity: EntityType;
			readonly change: Change | undefined;
			/** Its number in the snapshot; 0 if it is not there. */
			readonly after: number;
			/** Its number in the baseline; 0 if it is not there, or has another name in the snapshot. */
			readonly before: number;
	  };

/** Nodes in pre-order, nine bytes each: a node is followed by those below it. */
export type TreeNodes = {
	readonly length: number;
	/** For each node its level; 0 at the top. */
	readonly depths: Uint8Array;
	/** For each node the index after its last descendant. */
	readonly ends: Uint32Array;
	/** For each node the index of its change plus one; above those of changes the number of its container, below zero of its heading. */
	readonly refs: Int32Array;
};

/** The resource of a node whose own values do not change. */
export type Container = Pick<Extract<TreeNode, {kind: 'resource'}>, 'entity' | 'after' | 'before'>;

/** The parts that nodes refer to. */
export type TreeParts = {
	readonly changes: ChangeList;
	readonly headings: readonly Exclude<TreeNode, {kind: 'resource'}>[];
	/** Returns a container by its number, which follows those of the changes. */
	container(number: number): Container;
};

/** The nodes between two sums of changes: at most twice as many are counted for a node. */
const stride = 512;

/** The changes of a plan as a tree: database, schema, table, column; or type and resource. Nodes are indexes in pre-order. */
export class ChangeTree {
	readonly #nodes: TreeNodes;
	readonly #parts: TreeParts;
	/** The counts of all changes before each node whose index is a multiple of the stride. */
	readonly #sums: Uint32Array;

	constructor(nodes: TreeNodes, parts: TreeParts) {
		this.#nodes = nodes;
		this.#parts = parts;
		this.#sums = this.#makeSums();
	}

	/** The number of nodes. */
	get length(): number {
		return this.#nodes.length;
	}

	/** Returns the level of a node; 0 at the top. */
	depthAt(node: number): number {
		return this.#nodes.depths[node] ?? 0;
	}

	/** Returns the index after the last descendant of a node: that of its next sibling, if it has one. */
	endAt(node: number): number {
		return this.#nodes.ends[node] ?? this.length;
	}

	/** Returns the siblings in a range of nodes. */
	siblingsIn(from: number, to: number): SiblingRuns {
		const {depths, ends} = this.#nodes;
		// Mostly all are leaves, which a search for a byte finds sooner than a loop.
		const inner = from < to ? depths.indexOf(this.depthAt(from) + 1, from) : from;
		if (inner === -1 || inner > to) return {first: Uint32Array.of(from), counts: Uint32Array.of(to - from)};
		return siblingRuns(ends, from, to);
	}

	hasChildren(node: number): boolean {
		return this.endAt(node) > node + 1;
	}

	at(node: number): TreeNode {
		const ref = this.#nodes.refs[node] ?? 0;
		const {changes, headings, container} = this.#parts;
		if (ref < 0) {
			const heading = headings[-1 - ref];
			if (heading !== undefined) return heading;
		} else if (ref > 0 && ref <= changes.length) {
			const change = changes.at(ref - 1);
			const {entity, action, after, before} = change;
			return {kind: 'resource', entity, change, after, before: action === 'hidden' ? before : 0};
		} else if (ref > changes.length) {
			return {kind: 'resource', change: undefined, ...container(ref)};
		}

		throw new RangeError(`there is no node ${node}`);
	}

	/** Returns the same tree with its nodes in another order, in which each is still followed by those below it. */
	reordered(order: readonly number[]): ChangeTree {
		const depths = Uint8Array.from(order, node => this.depthAt(node));
		const refs = Int32Array.from(order, node => this.#nodes.refs[node] ?? 0);
		const ends = Uint32Array.from(order, (node, at) => at + this.endAt(node) - node);
		return new ChangeTree({length: order.length, depths, ends, refs}, this.#parts);
	}

	/** Counts the changes of a node and of all below it, in constant time. */
	countsAt(node: number): ActionCounts {
		const end = this.endAt(node);
		const counts = new Uint32Array(changeActions.length);
		const [from, to] = [Math.ceil(node / stride), Math.floor(end / stride)];
		if (from >= to) {
			this.#count(node, end, counts);
			return countsOf(counts);
		}

		const sums = this.#sums;
		for (let action = 0; action < counts.length; action++)
			counts[action] = (sums[to * counts.length + action] ?? 0) - (sums[from * counts.length + action] ?? 0);
		this.#count(node, from * stride, counts);
		this.#count(to * stride, end, counts);
		return countsOf(counts);
	}

	#makeSums(): Uint32Array {
		const actions = changeActions.length;
		const sums = new Uint32Array((Math.floor(this.length / stride) + 1) * actions);
		const counts = new Uint32Array(actions);
		for (let start = 0, at = actions; at < sums.length; start += stride, at += actions) {
			this.#count(start, start + stride, counts);
			sums.set(counts, at);
		}

		return sums;
	}

	/** Adds the changes of nodes to counts. */
	#count(start: number, end: number, counts: Uint32Array): void {
		const {changes} = this.#parts;
		const {refs} = this.#nodes;
		for (let node = start; node < end; node++) {
			const ref = refs[node] ?? 0;
			if (ref <= 0 || ref > changes.length) continue;
			const action = changes.actionIndexAt(ref - 1);
			counts[action] = (counts[action] ?? 0) + 1;
		}
	}
}
