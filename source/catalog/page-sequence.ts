import {type CatalogError, catalogError} from './error.ts';
import type {ListPage} from './shapes.ts';

/** What one list may cost at most. */
export type ListLimits = {
	readonly pages: number;
	readonly items: number;
	/** Pages with hardly anything on them although another one follows. */
	readonly thinPages: number;
	readonly milliseconds: number;
};

export const defaultListLimits: ListLimits = {
	pages: 20_000,
	items: 10_000_000,
	thinPages: 200,
	milliseconds: 3_600_000,
};

/** Items below which a page is thin: the smallest page size that servers usually have. */
const thinPageSize = 10;
/** Empty pages in a row: a server may drop items after it has cut the list into pages. */
const maxEmptyPages = 5;
/** Items and pages beyond twice the announced number: a list can grow while it is read. */
const growth = {items: 1000, pages: 10} as const;
const pauseStepMs = 20;
const maxPauseMs = 100;

/** The pages of one list so far. It notices lists that do not end, and slows the reading of suspicious ones down. */
export class PageSequence<Item> {
	readonly #limits: ListLimits;
	readonly #start = performance.now();
	readonly #seen = new Set<string>();
	#pages = 0;
	#items = 0;
	#thin = 0;
	#emptyInARow = 0;
	#suspicious = 0;
	#announced: number | undefined;

	constructor(limits: ListLimits) {
		this.#limits = limits;
	}

	/** Takes a page that another one follows. Returns the pause before that one, in milliseconds. @throws CatalogError */
	add({items, expected, totalPages}: ListPage<Item>): number {
		this.#pages++;
		this.#items += items.length;
		if (items.length < thinPageSize) this.#thin++;
		this.#emptyInARow = items.length === 0 ? this.#emptyInARow + 1 : 0;
		const isOver = (expected !== undefined && this.#items > expected) || this.#pages > (totalPages ?? Infinity);
		const isSuspicious = items.length < thinPageSize || isOver || (this.#pages > 1 && expected !== this.#announced);
		this.#announced = expected;
		if (this.#isRepeated(items)) throw endlessListError('the same page comes again');
		if (this.#emptyInARow > maxEmptyPages) throw endlessListError('page after page is empty');
		if (this.#isBeyond(expected, totalPages)) throw endlessListError('it is longer than announced');
		this.#checkLimits();
		if (!isSuspicious) return 0;
		this.#suspicious++;
		return Math.min(maxPauseMs, pauseStepMs * this.#suspicious);
	}

	#checkLimits(): void {
		const {pages, items, thinPages, milliseconds} = this.#limits;
		if (this.#pages >= pages) throw endlessListError(`more than ${pages} pages`);
		if (this.#items >= items) throw endlessListError(`more than ${items} items`);
		if (this.#thin >= thinPages) throw endlessListError('its pages hold hardly anything');
		if (performance.now() - this.#start > milliseconds) throw endlessListError('reading it takes too long');
	}

	/** True if the page was there before, under whatever cursor. */
	#isRepeated(items: readonly Item[]): boolean {
		if (items.length === 0) return false;
		const middle = items[items.length >> 1];
		const fingerprint = JSON.stringify([items.length, items[0], middle, items.at(-1)]);
		if (this.#seen.has(fingerprint)) return true;
		this.#seen.add(fingerprint);
		return false;
	}

	#isBeyond(expected = Infinity, totalPages = Infinity): boolean {
		return this.#items > 2 * expected + growth.items || this.#pages > 2 * totalPages + growth.pages;
	}
}

export function endlessListError(why: string): CatalogError {
	return catalogError('unexpected-answer', `A list of the catalog does not end: ${why}.`, 'Run it again later.');
}
