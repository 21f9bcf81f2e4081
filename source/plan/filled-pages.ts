import type {EntityType} from '../kinds/resources.ts';

/** A page by its number in the snapshot. */
type FilledPage = {readonly entity: EntityType; readonly after: number};

/** The number of pages that are kept. All are counted. */
const maxPages = 1000;

/** The pages of a snapshot that have no description in it, and one in Secoda. One byte for each number, if there are any. */
export class FilledPages {
	/** The first of the pages. */
	readonly pages: FilledPage[] = [];
	count = 0;
	readonly #flags = new Map<EntityType, Uint8Array>();

	/** Adds a page by its number in the snapshot. A page that is listed again counts once. */
	add(entity: EntityType, after: number): void {
		if (this.has(entity, after)) return;
		const old = this.#flags.get(entity);
		const flags = old !== undefined && after < old.length ? old : new Uint8Array(Math.max(64, 2 * after));
		if (old !== undefined && flags !== old) flags.set(old);
		flags[after] = 1;
		this.#flags.set(entity, flags);
		this.count++;
		if (this.pages.length < maxPages) this.pages.push({entity, after});
	}

	has(entity: EntityType, after: number): boolean {
		return this.#flags.get(entity)?.[after] === 1;
	}
}
