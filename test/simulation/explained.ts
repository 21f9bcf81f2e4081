import {pagesOf} from './pages.ts';
import type {Ended, RunResult} from './run.ts';
import type {PageName, World} from './world.ts';

/** Returns the pages of the file that lists show. */
export function listedPages({kind, file}: World): readonly PageName[] {
	const {judged, typeOf} = pagesOf[kind];
	return file.pages.filter(page => judged.has(typeOf(page)));
}

/** Returns the pages that belong to the file: its own, and those that it implies. */
export function ownPages({kind, file: {pages}}: World): ReadonlySet<PageName> {
	return new Set([...pages, ...pagesOf[kind].implied(pages)]);
}

/** True if others did what the catalog shows, and nothing in it shows that it was not this upload. */
export function isExplainedByOthers(
	{world, before}: RunResult,
	{otherChanges, shown, shownSince, ending}: Ended,
): boolean {
	if (otherChanges === 0 || ending.outcome === 'unseen') return false;
	const pages = pagesOf[world.kind];
	const own = ownPages(world);
	const {lost} = world.reads;
	const isForeign = (page: PageName) =>
		pages.judged.has(pages.typeOf(page)) && !own.has(page) && !before.shown.has(page) && page !== lost?.page;
	return listedPages(world).every(page => shownSince.has(page)) && ![...shown].some(isForeign);
}
