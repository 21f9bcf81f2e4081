import type {EdgeSide, EdgeSource} from '../kinds/edges.ts';

/** Upstream: where data comes from. Downstream: where it goes to. */
export type Direction = 'up' | 'down';

/** The side of an edge that is farther from the start, in each direction. */
export const farSide: Readonly<Record<Direction, EdgeSide>> = {up: 'source', down: 'target'};

/** A neighbour of a node, and the row of the edge to it. */
export type Neighbour = {readonly node: number; readonly row: number};

/** The edges of a file as numbers. */
type Edges = Pick<EdgeSource, 'ends' | 'endCount'>;

/** The rows of each node, in one array: those of `node` are from `starts[node]` to `starts[node + 1]`. */
type Adjacency = {readonly starts: Int32Array; readonly rows: Int32Array};

/** The number of rows or nodes of one step. */
const stepSize = 16_384;

/** The edges of a file as a graph. Its nodes are the numbers of their ends. Valid until the next edit. */
export class LineageGraph {
	readonly #ends: EdgeSource['ends'];
	readonly #adjacent: Readonly<Record<Direction, Adjacency>>;

	private constructor(ends: EdgeSource['ends'], adjacent: Readonly<Record<Direction, Adjacency>>) {
		this.#ends = ends;
		this.#adjacent = adjacent;
	}

	/** Builds a graph at once. */
	static of(edges: Edges): LineageGraph {
		const steps = LineageGraph.build(edges);
		for (;;) {
			const {done, value} = steps.next();
			if (done) return value;
		}
	}

	/** Builds a graph in short steps. Yields the part that is done, from 0 to 1. */
	static *build(edges: Edges): Generator<number, LineageGraph, void> {
		const down = yield* rowsByEnd(edges, 'source', 0);
		const up = yield* rowsByEnd(edges, 'target', 0.5);
		return new LineageGraph(edges.ends, {down, up});
	}

	/** True if a node has neighbours in a direction. */
	hasNeighbours(node: number, direction: Direction): boolean {
		const {starts} = this.#adjacent[direction];
		return (starts[node + 1] ?? 0) > (starts[node] ?? 0);
	}

	/** Returns the neighbours of a node in one direction, each once, in the order of their rows; at most `most`. */
	neighbours(node: number, direction: Direction, most = Number.POSITIVE_INFINITY): readonly Neighbour[] {
		const {starts, rows} = this.#adjacent[direction];
		const others = this.#ends[farSide[direction]];
		const found = new Map<number, Neighbour>();
		for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0) && found.size < most; at++) {
			const row = rows[at] ?? 0;
			const other = others[row] ?? 0;
			if (!found.has(other)) found.set(other, {node: other, row});
		}

		return [...found.values()];
	}
}

/** Sorts the rows with two ends by one of them. Yields the part that is done, from `from` to `from` + 0.5. */
function* rowsByEnd({ends, endCount}: Edges, side: EdgeSide, from: number): Generator<number, Adjacency, void> {
	const own = ends[side];
	const other = ends[side === 'source' ? 'target' : 'source'];
	const starts = new Int32Array(endCount + 2);
	const total = 2 * own.length + starts.length;
	const part = (done: number) => from + done / total / 2;
	for (const {start, end} of slices(own.length)) {
		count(own, other, starts, start, end);
		yield part(end);
	}

	for (const {start, end} of slices(starts.length)) {
		addUp(starts, start, end);
		yield part(own.length + end);
	}

	const rows = new Int32Array(starts[endCount] ?? 0);
	for (const {start, end} of slices(own.length)) {
		// From the last row to the first one, so that the rows of a node are in order.
		place(own, other, {starts, rows}, own.length - end, own.length - start);
		yield part(own.length + starts.length + end);
	}

	return {starts, rows};
}

function* slices(length: number): Generator<{readonly start: number; readonly end: number}, void, void> {
	for (let start = 0; start < length; start += stepSize) yield {start, end: Math.min(length, start + stepSize)};
}

/** Counts the rows of each end. */
function count(own: Int32Array, other: Int32Array, counts: Int32Array, start: number, end: number): void {
	for (let row = start; row < end; row++) {
		if (own[row] && other[row]) counts[own[row] as number] = (counts[own[row] as number] as number) + 1;
	}
}

/** Adds to each number those before it. */
function addUp(numbers: Int32Array, start: number, end: number): void {
	for (let at = Math.max(1, start); at < end; at++) numbers[at] = (numbers[at] as number) + (numbers[at - 1] as number);
}

/** Places rows, the last one first, before the end of the rows of their node, which moves to their start. */
function place(own: Int32Array, other: Int32Array, {starts, rows}: Adjacency, start: number, end: number): void {
	for (let row = end - 1; row >= start; row--) {
		if (!own[row] || !other[row]) continue;
		const at = (starts[own[row] as number] as number) - 1;
		starts[own[row] as number] = at;
		rows[at] = row;
	}
}
