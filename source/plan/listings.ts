import type {EntityType} from '../kinds/resources.ts';
import {type Completeness, Listing} from './listing.ts';

/** A list that could not be read completely. */
export type IncompleteList = {
	/** The types of its pages. */
	readonly entities: readonly EntityType[];
	readonly listed: number;
	/** The number of its pages; that of the listed ones if it is unknown. */
	readonly announced: number;
	/** Why the rest could not be read; absent if the list ended early. */
	readonly problem?: string | undefined;
};

/** The lists that show the resources of an inventory. */
export class Listings {
	readonly lists: readonly Listing[];

	constructor(count: number) {
		this.lists = Array.from({length: count}, () => new Listing());
	}

	/** Returns a list by its index. */
	at(list: number): Listing {
		const listing = this.lists[list];
		if (listing === undefined) throw new RangeError(`there is no list ${list}`);
		return listing;
	}

	/** The number of distinct rows. */
	get rows(): number {
		return this.lists.reduce((sum, {rows}) => sum + rows, 0);
	}

	/** The reliability of all lists: that of the worst one. */
	get completeness(): Completeness {
		if (this.lists.some(({completeness}) => completeness === 'inconsistent')) return 'inconsistent';
		return this.lists.every(({completeness}) => completeness === 'counted') ? 'counted' : 'uncounted';
	}

	/** True if all listings are consistent and have the same rows as the others. */
	agreesWith(others: Listings): boolean {
		return this.lists.every((listing, list) => listing.agreesWith(others.at(list)));
	}
}
