import type {EdgeSide, EdgeSource} from '../kinds/edges.ts';

/** Upstream: where data comes from. Downstream: where it goes to. */
export type Direction = 'up' | 'down';

/** A neighbour of a node, and the row of the edge to it. */
export type Neighbour = {readonly node: number; readonly row: number};

/** The rows of each node, in one array: those of `node` are from `starts[node]` to `starts[node + 1]`. */
type Adjacency = {readonly starts: Int32Array; readonly rows: Int32Array};

/** The edges of a file as a graph. Its nodes are the numbers of their ends. */
export class LineageGraph {
	readonly #ends: EdgeSource['ends'];
	readonly #adjacent: Readonly<Record<Direction, Adjacency>>;

	constructor({ends, endCount}: Pick<EdgeSource, 'ends' | 'endCount'>) {
		this.#ends = ends;
		this.#adjacent = {down: rowsByEnd(ends, 'source', endCount), up: rowsByEnd(ends, 'target', endCount)};
	}

	/** Returns the neighbours of a node in one direction, each once, in the order of their rows. */
	neighbours(node: number, direction: Direction): readonly Neighbour[] {
		const {starts, rows} = this.#adjacent[direction];
		const others = this.#ends[direction === 'down' ? 'target' : 'source'];
		const found = new Map<number, Neighbour>();
		for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at++) {
			const row = rows[at] ?? 0;
			const other = others[row] ?? 0;
			if (!found.has(other)) found.set(other, {node: other, row});
		}

		return [...found.values()];
	}
}

/** Sorts the rows with two ends by one of them. */
function rowsByEnd(ends: EdgeSource['ends'], side: EdgeSide, endCount: number): Adjacency {
	const own = ends[side];
	const other = ends[side === 'source' ? 'target' : 'source'];
	const starts = new Int32Array(endCount + 2);
	for (let row = 1; row < own.length; row++) if (own[row] && other[row]) bump(starts, (own[row] as number) + 1);
	for (let end = 1; end < starts.length; end++) starts[end] = (starts[end] as number) + (starts[end - 1] as number);
	const next = starts.slice();
	const rows = new Int32Array(starts[endCount + 1] ?? 0);
	for (let row = 1; row < own.length; row++) {
		if (own[row] && other[row]) rows[bump(next, own[row] as number)] = row;
	}

	return {starts, rows};
}

/** Adds 1 to a number of an array. Returns it as it was before. */
function bump(numbers: Int32Array, at: number): number {
	const before = numbers[at] as number;
	numbers[at] = before + 1;
	return before;
}
