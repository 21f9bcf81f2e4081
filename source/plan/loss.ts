import type {EntityType, ResourceName} from '../kinds/resources.ts';
import type {ChangeList} from './changes/change-list.ts';
import type {ResourceSide} from './changes/side.ts';
import type {EntityCount} from './counts.ts';
import {type MarkedPages, type MarkName, markNames} from './marked-pages.ts';

/** A page that people worked on and that the plan hides. */
export type LostPage = {
	readonly entity: EntityType;
	/** Its number among the listed pages. */
	readonly before: number;
	/** Heaviest first. */
	readonly marks: readonly MarkName[];
};

/** The marks of people on the pages that a plan hides. */
export type Loss = {
	/** All pages that are hidden, by type. */
	readonly hidden: readonly EntityCount[];
	/** The number of hidden pages that people worked on. */
	readonly pages: number;
	/** The number of hidden pages with each mark; marks without a page are absent. Heaviest first. */
	readonly counts: ReadonlyArray<{readonly mark: MarkName; readonly pages: number}>;
	/** The marks that could not be read of all hidden pages. */
	readonly unknown: readonly MarkName[];
	/** The first pages that people worked on: those with the heaviest marks first, then by type and number. */
	readonly ranked: readonly LostPage[];
};

/** The number of ranked pages. */
const maxRanked = 200;

/** Returns the marks of people on the pages that changes hide. */
export function lossOf(changes: ChangeList, marked: MarkedPages): Loss {
	const hidden = new Map<EntityType, number>();
	const counts = new Map<MarkName, number>();
	/** The pages by their bits: a heavier mark has a higher bit. */
	const byBits = new Map<number, LostPage[]>();
	let pages = 0;
	for (let at = 0; at < changes.length; at++) {
		const action = changes.actionAt(at);
		if (action !== 'hidden' && action !== 'renamed') continue;
		const entity = changes.entityAt(at);
		hidden.set(entity, (hidden.get(entity) ?? 0) + 1);
		const bits = marked.bitsOf(entity, changes.beforeAt(at));
		if (bits === 0) continue;
		pages++;
		const marks = markNames.filter((_, bit) => ((bits >> bit) & 1) === 1).reverse();
		for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
		const same = byBits.get(bits) ?? [];
		byBits.set(bits, same);
		if (same.length < maxRanked) same.push({entity, before: changes.beforeAt(at), marks});
	}

	const ranked = [...byBits].sort(([one], [other]) => other - one).flatMap(([, same]) => same);
	return {
		hidden: Array.from(hidden, ([entity, count]) => ({entity, count})),
		pages,
		counts: markNames.toReversed().flatMap(mark => {
			const marked = counts.get(mark);
			return marked === undefined ? [] : [{mark, pages: marked}];
		}),
		unknown: hidden.size === 0 ? [] : marked.unknown,
		ranked: ranked.slice(0, maxRanked),
	};
}

/** Returns the names of the first pages that people worked on. */
export function lostNames({ranked}: Loss, hidden: ResourceSide, most: number): readonly ResourceName[] {
	return ranked.slice(0, most).map(({entity, before}) => hidden.nameOf(entity, before));
}
