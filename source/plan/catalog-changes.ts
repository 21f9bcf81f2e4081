import type {Baseline} from './baseline.ts';
import {IdSet} from './id-set.ts';
import type {Visibility} from './listing.ts';

/** The changes of the catalog since the baseline. */
export class CatalogChanges {
	/** Resources of the file that are newly shown. */
	appeared = 0;
	/** Rows of the file that are shown and were archived before. */
	revived = 0;
	readonly #baseline: Baseline | undefined;
	readonly #archived = new IdSet();
	readonly #stillShown = new IdSet();
	readonly #foreign = new IdSet();

	constructor(baseline: Baseline | undefined) {
		this.#baseline = baseline;
	}

	/** Rows outside the file that are archived and were shown before. */
	get archived(): number {
		return this.#archived.count;
	}

	/** Rows outside the file that are shown and were shown before. */
	get stillShown(): number {
		return this.#stillShown.count;
	}

	/** Rows outside the file that are shown and were not before: not from this upload. */
	get foreign(): number {
		return this.#foreign.count;
	}

	/** Adds the row of a resource of the file that is shown, with the index of its flag in the baseline. */
	addOwn(id: string, list: number, flag: number): void {
		if (this.#baseline?.shown[flag] === 0) this.appeared++;
		if (this.#baseline?.archivedOwn.has(id, list)) this.revived++;
	}

	/** Adds a row outside the file. */
	addOther(id: string, list: number, visibility: Visibility): void {
		const wasShown = this.#baseline?.shownOthers.has(id, list) === true;
		if (wasShown) (visibility === 'archived' ? this.#archived : this.#stillShown).add(id, list);
		else if (visibility === 'shown') this.#foreign.add(id, list);
	}
}
