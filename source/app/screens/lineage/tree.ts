import type {Direction, LineageGraph} from '../../../lineage/graph.ts';
import type {NodeReference} from '../../../lineage/named.ts';
import {type TreeLine, treeLines} from '../../../lineage/tree-lines.ts';
import {type Branch, type BranchState, type Depths, walk} from '../../../lineage/walk.ts';

/** The most branches of one direction. */
export const branchLimit = 2000;

/** A line of the tree. Headings cannot be selected. */
export type Line =
	| {readonly kind: 'start'}
	| {readonly kind: 'heading'; readonly direction: Direction; readonly isEmpty: boolean}
	| BranchLine;

export type BranchLine = TreeLine<Branch> & {
	readonly kind: 'branch';
	readonly direction: Direction;
	/** The state of the branch; a repeated node is shown above or below. */
	readonly mark: Exclude<BranchState, 'repeated'> | 'above' | 'below';
};

/** The lineage of a node as lines. */
export type Tree = {
	readonly start: NodeReference;
	readonly depths: Depths;
	readonly lines: readonly Line[];
	/** True if a greater depth shows more nodes. */
	readonly isCut: boolean;
	/** True if there are more nodes within the depth than the screen shows. */
	readonly isLimited: boolean;
};

/** Draws the lineage of a node. */
export function growTree(graph: LineageGraph, start: NodeReference, depths: Depths): Tree {
	const {up, down, limited} = walk(graph, start.number, depths, branchLimit);
	const lines: readonly Line[] = [{kind: 'start'}, ...section(up, 'up'), ...section(down, 'down')];
	const isCut = lines.some(
		line => line.kind === 'branch' && line.branch.state === 'cut' && !limited.includes(line.direction),
	);
	return {start, depths, lines, isCut, isLimited: limited.length > 0};
}

function section(branches: readonly Branch[], direction: Direction): readonly Line[] {
	const lines = treeLines(branches);
	const places = new Map<number, number>();
	for (const [at, {branch}] of lines.entries()) if (hasOwnPlace(branch)) places.set(branch.node, at);
	const mark = ({node, state}: Branch, at: number) => {
		if (state !== 'repeated') return state;
		return (places.get(node) ?? 0) < at ? 'above' : 'below';
	};
	return [
		{kind: 'heading', direction, isEmpty: lines.length === 0},
		...lines.map((line, at) => ({...line, kind: 'branch', direction, mark: mark(line.branch, at)}) as const),
	];
}

/** True if the neighbours of the node are shown here. */
function hasOwnPlace({state}: Branch): boolean {
	return state === 'shown' || state === 'cut';
}

/** Returns the first line that can be selected from a wanted one on, or else the last one before it. */
export function selectableFrom({lines}: Tree, wanted: number, step: -1 | 1): number {
	const first = Math.max(0, Math.min(lines.length - 1, wanted));
	for (const way of [step, -1])
		for (let at = first; at < lines.length; at += way)
			if (at <= 0 || lines[at]?.kind !== 'heading') return Math.max(0, at);
	return 0;
}

/** Returns the place of a line among those that can be selected, from 1, and their number. */
export function placeOf({lines}: Tree, selected: number): {readonly place: number; readonly all: number} {
	const headings = (end: number) => lines.slice(0, end).filter(({kind}) => kind === 'heading').length;
	return {place: selected + 1 - headings(selected), all: lines.length - headings(lines.length)};
}

/** Returns the line in another tree that shows what a line shows, or else what leads to it. */
export function sameLine(before: Tree, selected: number, after: Tree): number {
	const line = before.lines[selected];
	if (line?.kind !== 'branch') return 0;
	const at = after.lines.findIndex(
		other => other.kind === 'branch' && other.direction === line.direction && other.branch.row === line.branch.row,
	);
	return at === -1 ? sameLine(before, parentOf(before, selected, line), after) : at;
}

function parentOf({lines}: Tree, selected: number, {depth}: BranchLine): number {
	return lines.findLastIndex((line, at) => at < selected && line.kind === 'branch' && line.depth < depth);
}
