/** Siblings as runs of nodes next to each other: for each run its first node, and the number of siblings up to its end. */
export type SiblingRuns = {readonly first: Uint32Array; readonly counts: Uint32Array};

/** Returns the siblings in a range of nodes in pre-order, without those below them. `ends` has the index after the last descendant of each. */
export function siblingRuns(ends: Uint32Array, from: number, to: number): SiblingRuns {
	// All runs but the last one end with a node that has another one below it.
	const most = ((to - from) >> 1) + 1;
	const first = new Uint32Array(most);
	const counts = new Uint32Array(most);
	let runs = 0;
	let siblings = 0;
	for (let node = from; node < to; ) {
		const start = node;
		while (node < to && ends[node] === node + 1) node++;
		siblings += node - start;
		if (node < to) {
			siblings++;
			node = ends[node] as number;
		}

		first[runs] = start;
		counts[runs++] = siblings;
	}

	return {first: first.subarray(0, runs), counts: counts.subarray(0, runs)};
}
