import type {ChangedIds, DefinedIds, DescribedResource, References} from '../cross-check.ts';
import type {EdgeFacts} from './edge-facts.ts';
import type {EndIds} from './end-ids.ts';

/** The internal ends of the edges, which refer to ids of a resources file. Without that file, no end is unknown. */
export class ResourceReferences implements References {
	#resources: DefinedIds | undefined;
	readonly #ends: EndIds;
	readonly #facts: EdgeFacts;

	constructor(ends: EndIds, facts: EdgeFacts) {
		this.#ends = ends;
		this.#facts = facts;
	}

	compareWith(ids: DefinedIds): readonly number[] {
		this.#resources = ids;
		return this.#rowsWith(end => this.isUnknown(end));
	}

	rowsReferringTo(changed: ChangedIds): readonly number[] {
		const ends = new Set<number>();
		changed.forEach((low, high) => {
			ends.add(this.#ends.findInternal(low, high));
		});
		ends.delete(0);
		return ends.size === 0 ? [] : this.#rowsWith(end => ends.has(end));
	}

	/** True if an end, by its number, is an internal resource that the resources file does not have. */
	isUnknown(end: number): boolean {
		const ends = this.#ends;
		const resources = this.#resources;
		if (resources === undefined || !ends.isInternal(end)) return false;
		const {low, high} = ends.hashOf(end);
		return !resources.has(low, high);
	}

	/** True once the edges are compared with a resources file. */
	get isCompared(): boolean {
		return this.#resources !== undefined;
	}

	/** Returns the resource of the resources file with an id; `undefined` without one. */
	describeId(id: string): DescribedResource | undefined {
		return this.#resources?.describeId(id);
	}

	/** Returns the id of the resources file that is most likely meant by another one. */
	similar(id: string): string | undefined {
		return this.#resources?.similar(id);
	}

	/** Returns the rows that have a chosen end, in order. Each end is asked for once, not each row. */
	#rowsWith(isChosen: (end: number) => boolean): readonly number[] {
		const chosen = Uint8Array.from({length: this.#ends.count + 1}, (_, end) => Number(isChosen(end)));
		const {from, to} = this.#facts;
		const rows: number[] = [];
		for (let row = 1; row < from.length; row++) {
			if (chosen[from[row] as number] === 1 || chosen[to[row] as number] === 1) rows.push(row);
		}

		return rows;
	}
}
