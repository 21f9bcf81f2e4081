import {trim} from '../values/trim.ts';
import type {ResourceRelations} from './keys/relations.ts';
import type {ResourceIds} from './keys/resource-ids.ts';
import {idAtDistanceOne} from './keys/similar-id.ts';

/** Maximum number of results to keep: the columns of one table mostly miss the same parent. */
const maxKept = 64;

/** Finds the ids that are most likely meant by others, which the file does not have. */
export class SimilarIds {
	readonly #ids: ResourceIds;
	readonly #relations: ResourceRelations;
	readonly #idOf: (row: number) => string;
	readonly #found = new Map<string, string | undefined>();

	/** `idOf` reads the id of a row. */
	constructor(ids: ResourceIds, relations: ResourceRelations, idOf: (row: number) => string) {
		this.#ids = ids;
		this.#relations = relations;
		this.#idOf = idOf;
	}

	/** Called when ids have changed. */
	forget(): void {
		if (this.#found.size > 0) this.#found.clear();
	}

	/** Returns the id that is the same in lower case, without white space; otherwise the only one at edit distance 1. */
	find(id: string): string | undefined {
		if (this.#found.has(id)) return this.#found.get(id);
		if (this.#found.size >= maxKept) this.#found.clear();
		const similar = this.#findFolded(id) ?? this.#findNear(id);
		this.#found.set(id, similar);
		return similar;
	}

	#findFolded(id: string): string | undefined {
		const folded = this.#ids.folded(this.#ids.find(trim(id).toLowerCase()));
		const row = this.#relations.byFoldedId.first(folded);
		return row === 0 ? undefined : this.#idOf(row);
	}

	#findNear(id: string): string | undefined {
		const isId = (text: string) => this.#relations.byId.first(this.#ids.find(text)) !== 0;
		return idAtDistanceOne(id, this.#ids.characters, isId);
	}
}
