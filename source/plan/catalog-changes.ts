import type {EntityType} from '../kinds/resources.ts';
import type {Baseline} from './baseline.ts';
import {IdSet} from './id-set.ts';
import type {Visibility} from './listing.ts';

/** A row of the file with another description: its number in the snapshot, and the description in Secoda. */
export type OtherTextRow = {readonly entity: EntityType; readonly number: number; readonly text: string};

/** The number of rows with another description that are kept. All are counted. */
const maxRows = 20;
const maxText = 1000;

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
	readonly #texts = new IdSet();
	readonly #otherTexts = new IdSet();
	/** The first rows of the file with another description. */
	readonly otherTextRows: OtherTextRow[] = [];

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

	/** Rows of the file that have its description, and had another one before. */
	get texts(): number {
		return this.#texts.count;
	}

	/** Rows of the file with another description. */
	get otherTexts(): number {
		return this.#otherTexts.count;
	}

	/** Adds a row of the file that has its description. */
	addSameText(id: string, list: number): void {
		if (this.#baseline?.otherTexts.has(id, list)) this.#texts.add(id, list);
	}

	/** Adds a row of the file that has another description. */
	addOtherText(id: string, list: number, {text, ...row}: OtherTextRow): void {
		const before = this.otherTexts;
		this.#otherTexts.add(id, list);
		if (this.otherTexts > before && before < maxRows) this.otherTextRows.push({...row, text: text.slice(0, maxText)});
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
