import type {Clock} from '../clock.ts';
import {type CatalogError, catalogError} from './error.ts';
import {messages} from './messages.ts';
import type {ListPage} from './shapes.ts';

/** The limits for reading one list. */
export type ListLimits = {
	readonly pages: number;
	readonly items: number;
	/** Almost empty pages that are followed by another one. */
	readonly thinPages: number;
	readonly milliseconds: number;
};

export const defaultListLimits: ListLimits = {
	pages: 20_000,
	items: 10_000_000,
	thinPages: 200,
	milliseconds: 3_600_000,
};

/** A page with fewer items is thin: the smallest page size that servers usually have. */
const thinPageSize = 10;
/** In a row: a server may drop items after it has split the list into pages. */
const maxEmptyPages = 5;
/** Tolerance beyond twice the announced count: a list can grow while it is read. */
const growth = {items: 1000, pages: 10} as const;
const pauseStepMs = 20;
const maxPauseMs = 100;

/** Detects a list that does not end from its pages so far, and slows down the reading of a suspicious one. */
export class PageSequence<Item> {
	readonly #limits: ListLimits;
	readonly #clock: Clock;
	readonly #start: number;
	readonly #seen = new Set<string>();
	#pages = 0;
	#items = 0;
	#thin = 0;
	#emptyInARow = 0;
	#suspicious = 0;
	#announced: number | undefined;

	constructor(limits: ListLimits, clock: Clock) {
		this.#limits = limits;
		this.#clock = clock;
		this.#start = clock.elapsed();
	}

	/** Adds a page that is followed by another one. Returns the pause before the next one, in milliseconds. @throws CatalogError */
	add({items, expected, totalPages}: ListPage<Item>): number {
		this.#pages++;
		this.#items += items.length;
		if (items.length < thinPageSize) this.#thin++;
		this.#emptyInARow = items.length === 0 ? this.#emptyInARow + 1 : 0;
		const isOver = (expected !== undefined && this.#items > expected) || this.#pages > (totalPages ?? Infinity);
		const isSuspicious = items.length < thinPageSize || isOver || (this.#pages > 1 && expected !== this.#announced);
		this.#announced = expected;
		if (this.#isRepeated(items)) throw endlessListError(messages.repeatedPage);
		if (this.#emptyInARow > maxEmptyPages) throw endlessListError(messages.emptyPages);
		if (this.#isBeyond(expected, totalPages)) throw endlessListError(messages.longerThanCount);
		this.#checkLimits();
		if (!isSuspicious) return 0;
		this.#suspicious++;
		return Math.min(maxPauseMs, pauseStepMs * this.#suspicious);
	}

	#checkLimits(): void {
		const {pages, items, thinPages, milliseconds} = this.#limits;
		if (this.#pages >= pages) throw endlessListError(messages.tooManyPages(pages));
		if (this.#items >= items) throw endlessListError(messages.tooManyItems(items));
		if (this.#thin >= thinPages) throw endlessListError(messages.thinPages);
		if (this.#clock.elapsed() - this.#start > milliseconds) throw endlessListError(messages.tooSlow);
	}

	/** True if an equal page was read before, under any cursor. */
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

export function endlessListError(reason: string): CatalogError {
	return catalogError('unexpected-answer', ...messages.endlessList(reason));
}
