import type {PagePair} from './edge-pages.ts';
import type {Completeness} from './listing.ts';

/** An edge in the list of the catalog. */
export type ListedEdge = PagePair & {
	/** True if a person added it. */
	readonly isManual: boolean;
};

/** The edges that the catalog lists at some pages. For a limited number of pages: an edge takes about 200 bytes. */
export class ListedEdges {
	readonly #edges = new Map<string, ListedEdge>();
	/** The pages whose edges were all listed. */
	readonly #targets = new Map<string, Completeness>();

	/** Adds an edge. The same edge can be listed twice, because a person added it too. */
	add(edge: ListedEdge): void {
		const key = keyOf(edge);
		if (!edge.isManual || !this.#edges.has(key)) this.#edges.set(key, edge);
	}

	/** Adds pages of which the list was read to its end. */
	addTargets(ids: readonly string[], completeness: Completeness): void {
		for (const id of ids) this.#targets.set(id, completeness);
	}

	/** Returns how reliable the list of the edges to a page is; `undefined` if it was not read. */
	completenessAt(toId: string): Completeness | undefined {
		return this.#targets.get(toId);
	}

	find(pair: PagePair): ListedEdge | undefined {
		return this.#edges.get(keyOf(pair));
	}

	[Symbol.iterator](): Iterator<ListedEdge> {
		return this.#edges.values();
	}
}

/** The list of edges at some pages, or why it could not be read. */
export type EdgeReading =
	| {readonly kind: 'read'; readonly edges: ListedEdges}
	| {readonly kind: 'failed'; readonly problem: string};

function keyOf({fromId, toId}: PagePair): string {
	return `${fromId} ${toId}`;
}
