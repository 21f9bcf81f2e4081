import {HashIds} from '../kinds/keys/hash-ids.ts';
import type {ResourceKey} from '../kinds/keys/key-hash.ts';
import type {ResourceIndex} from './resource-index.ts';

/** The maximum number of edges to look for: requests name the pages of their ends. */
const maxEdges = 1000;

/** An edge by the numbers of its ends. */
export type SampledEdge = {readonly from: number; readonly to: number};

/**
The internal edges of a snapshot that are looked for in the catalog: all of them, or an evenly spread sample of many. Equal snapshots have
the same sample.
*/
export class EdgeSample {
	readonly edges: readonly SampledEdge[];
	readonly #ends = new HashIds();

	constructor(edges: ResourceIndex) {
		const size = Math.min(edges.count, maxEdges);
		this.edges = Array.from({length: size}, (_, at) => {
			const {low, high, low2, high2} = edges.keyOf(1 + Math.floor((at * edges.count) / size));
			return {from: this.#ends.put(low, high), to: this.#ends.put(low2, high2)};
		});
	}

	/** Returns the number of the end that is a resource; 0 if no edge has it. */
	endOf({low, high}: ResourceKey): number {
		return this.#ends.find(low, high);
	}
}
