import type {Baseline} from './baseline.ts';
import type {Visibility} from './listing.ts';
import {ResourceSet} from './resource-set.ts';

/** What one reading of the catalog shows otherwise than the baseline did. */
export class Changes {
	/** Columns of the file that are shown and were not. */
	appeared = 0;
	/** Rows of the file that are shown and were archived. */
	revived = 0;
	readonly #baseline: Baseline | undefined;
	readonly #archived = new ResourceSet();
	readonly #stillShown = new ResourceSet();

	constructor(baseline: Baseline | undefined) {
		this.#baseline = baseline;
	}

	/** Rows outside the file that are archived and were shown. */
	get archived(): number {
		return this.#archived.count;
	}

	/** Rows outside the file that are shown and were shown before. */
	get stillShown(): number {
		return this.#stillShown.count;
	}

	/** Takes the row of a column of the file that is shown. */
	addOwn(id: string, column: number): void {
		if (this.#baseline?.columns[column] === 0) this.appeared++;
		if (this.#baseline?.archivedOwn.find(id) !== undefined) this.revived++;
	}

	/** Takes a row outside the file. */
	addOther(id: string, visibility: Visibility): void {
		if (this.#baseline?.shownOthers.find(id) === undefined) return;
		(visibility === 'archived' ? this.#archived : this.#stillShown).add(id);
	}
}
