import type {ResourceKey} from '../kinds/keys/key-hash.ts';
import type {EdgeSample} from './edge-sample.ts';

/** The maximum number of pages of an integration for which all edges are read. */
const maxPages = 1000;

/** The IDs of two pages with an edge. */
export type PagePair = {readonly fromId: string; readonly toId: string};

/** The pages at the ends of edges, as far as the lists of an integration show them. It is unknown whether archived pages keep edges. */
export class EdgePages {
	readonly sample: EdgeSample;
	/** The ID of the page of each end. */
	readonly #ids: string[] = [];
	/** The keys of all pages by their IDs; `undefined` if there are too many. */
	#all: Map<string, ResourceKey> | undefined = new Map();

	constructor(sample: EdgeSample) {
		this.sample = sample;
	}

	/** Adds a page that is shown. */
	add(id: string, key: ResourceKey): void {
		const end = this.sample.endOf(key);
		if (end !== 0) this.#ids[end] = id;
		this.#all?.set(id, key);
		if (this.#all !== undefined && this.#all.size > maxPages) this.#all = undefined;
	}

	/** The pages of each edge of the sample; `undefined` for an edge without a page at an end. */
	get pairs(): ReadonlyArray<PagePair | undefined> {
		return this.sample.edges.map(({from, to}) => {
			const fromId = this.#ids[from];
			const toId = this.#ids[to];
			return fromId === undefined || toId === undefined ? undefined : {fromId, toId};
		});
	}

	/** The pages where edges of the sample end. */
	get targets(): readonly string[] {
		return [...new Set(this.pairs.flatMap(pair => pair?.toId ?? []))];
	}

	/** The keys of all pages by their IDs; `undefined` if there are too many. */
	get all(): ReadonlyMap<string, ResourceKey> | undefined {
		return this.#all;
	}
}
