import type {ResourceName} from '../../kinds/resources.ts';
import {type ActionCounts, type ChangeAction, changeActions, sumActions} from '../../plan/changes/action.ts';
import {inNaturalOrder} from '../../plan/natural-order.ts';
import type {ChangeTree} from '../../plan/tree/change-tree.ts';

/** A node to draw, and the number of lines for it and all below it. */
export type NodeOrder = {readonly node: number; readonly lines: number};

/** The nodes to draw, in the order of the tree, and the others. */
export type ChosenNodes = {
	readonly chosen: readonly NodeOrder[];
	/** The number of changes that are not drawn. */
	readonly others: number;
	readonly otherCounts: ActionCounts;
};

/** Fewer lines than these do not show anything below a node. */
const fewestBelow = 3;

/** The maximum number of siblings that are sorted by name: more names take too long to read. */
const mostSorted = 10_000;

/** The nodes from `start` to `end` that are not below others of them, and their names. */
export type Siblings = {
	readonly start: number;
	readonly end: number;
	nameOf(node: number): ResourceName;
};

/** Chooses which siblings to draw in a number of lines, by name: all if there is room, else the most severe. */
export function chooseNodes(tree: ChangeTree, siblings: Siblings, lines: number): ChosenNodes {
	const nodes = sortedNodes(tree, siblings);
	if (nodes.length <= lines) return {chosen: divide(tree, nodes, lines), others: 0, otherCounts: noCounts};
	const kept = mostSevere(tree, nodes, lines - 1);
	const otherCounts: Record<keyof ActionCounts, number> = {...noCounts};
	for (const node of nodes) {
		if (kept.has(node)) continue;
		const counts = tree.countsAt(node);
		for (const action of changeActions) otherCounts[action] += counts[action];
	}

	return {
		chosen: Array.from(kept, node => ({node, lines: 1})),
		others: sumActions(otherCounts),
		otherCounts,
	};
}

const noCounts: ActionCounts = {hidden: 0, renamed: 0, created: 0, revived: 0, updated: 0, retimed: 0};

/** Divides lines among nodes: small ones are drawn whole, large ones get equal shares of the rest. */
function divide(tree: ChangeTree, nodes: readonly number[], lines: number): readonly NodeOrder[] {
	const shares = new Map<number, number>();
	let spare = lines - nodes.length;
	const bySize = nodes
		.map(node => ({node, size: drawnSize(tree, node)}))
		.toSorted((one, other) => one.size - other.size);
	for (const [at, {node, size}] of bySize.entries()) {
		const below = Math.min(size - 1, Math.floor(spare / (nodes.length - at)));
		const share = below < Math.min(size - 1, fewestBelow) ? 0 : below;
		shares.set(node, 1 + share);
		spare -= share;
	}

	return nodes.map(node => ({node, lines: shares.get(node) ?? 1}));
}

/** Returns siblings by name, so that their order is not that of a list of the catalog. */
function sortedNodes(tree: ChangeTree, {start, end, nameOf}: Siblings): readonly number[] {
	const nodes: number[] = [];
	for (let node = start; node < end; node = tree.endAt(node)) nodes.push(node);
	if (nodes.length > mostSorted) return nodes;
	return inNaturalOrder(nodes, nameOf);
}

/** Returns the nodes with the most severe changes, in their order. */
function mostSevere(tree: ChangeTree, nodes: readonly number[], most: number): ReadonlySet<number> {
	const classes: number[][] = changeActions.map(() => []);
	for (const node of nodes) {
		const counts = tree.countsAt(node);
		const severest = changeActions.findIndex(action => counts[action] > 0);
		const members = classes[severest];
		if (members !== undefined && members.length < most) members.push(node);
	}

	const kept = new Set(classes.flat().slice(0, most));
	return new Set(nodes.filter(node => kept.has(node)));
}

/** Returns the number of lines that a node and all below it take. */
function drawnSize(tree: ChangeTree, node: number): number {
	return isWhole(tree, node) ? 1 : tree.endAt(node) - node;
}

/** The effects that a resource and all resources in it can share. */
const wholeActions: ReadonlySet<ChangeAction> = new Set(['created', 'hidden', 'renamed']);

/** True if a resource and all resources in it are created, all hidden or all renamed, so that one line is enough. */
export function isWhole(tree: ChangeTree, node: number): boolean {
	const shown = tree.at(node);
	if (shown.kind !== 'resource' || shown.change === undefined || !tree.hasChildren(node)) return false;
	const {action} = shown.change;
	return wholeActions.has(action) && tree.countsAt(node)[action] === tree.endAt(node) - node;
}
