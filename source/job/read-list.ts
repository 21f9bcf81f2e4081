import type {Catalog} from '../catalog/client.ts';
import {isCatalogError} from '../catalog/error.ts';
import {type CatalogListName, parentList} from '../catalog/lists.ts';
import type {ListedPage, ReadBackList} from '../kinds/resources.ts';
import type {CatalogComparison} from '../plan/comparison.ts';
import {Listing} from '../plan/listing.ts';

/** The lists of an integration. */
export type ListReader = {
	readonly catalog: Catalog;
	readonly integration: string;
	/** Called after each page of a list with the number of all rows that it announces, and its own. */
	onPage(expected: number | undefined, rows: number): void;
};

/** The maximum number of readings of a list whose pages repeat and skip rows. */
const maxReadings = 4;

/**
Reads a list into a comparison, which has it at an index: again if its pages repeat and skip rows, and by the parents of its pages if it
seems to end early. Its listing has the result. @throws CatalogError
*/
export async function readList(
	reader: ListReader,
	{name, resources}: ReadBackList,
	{comparison, at}: {readonly comparison: CatalogComparison; readonly at: number},
	signal: AbortSignal,
): Promise<void> {
	const listing = comparison.listings.at(at);
	const add = (page: ListedPage) =>
		comparison.add(at, {
			id: rowId(page),
			archived: page.archived,
			resources: resources(page),
			marks: page.marks,
		});
	await readPages(reader, {name, listing, add}, signal);
	const {rows} = listing;
	if (rows !== reader.catalog.listCap) return;
	const areWhole = await readByParents(reader, name, add, signal);
	if (!areWhole) listing.cutOff();
	// A list that ends early can announce what it shows.
	if (listing.rows > rows && listing.announced === rows) listing.distrustCount();
}

/** Reads a list by the parents of its pages. Returns false if pages can be missing. */
async function readByParents(
	reader: ListReader,
	name: CatalogListName,
	add: (page: ListedPage) => void,
	signal: AbortSignal,
): Promise<boolean> {
	const parents = await readParents(reader, name, signal);
	let areWhole = parents.areWhole;
	for (const parent of parents.ids) areWhole = (await readWhole(reader, {name, parent, add}, signal)) && areWhole;
	return areWhole;
}

/** Returns the IDs of all possible parents of the pages of a list. */
async function readParents(
	reader: ListReader,
	list: CatalogListName,
	signal: AbortSignal,
): Promise<{readonly ids: ReadonlySet<string>; readonly areWhole: boolean}> {
	const name = parentList(list);
	const ids = new Set<string>();
	if (name === undefined) return {ids, areWhole: false};
	const add = ({id}: ListedPage) => ids.add(id);
	const areWhole = (await readWhole(reader, {name, add}, signal)) || (await readByParents(reader, name, add, signal));
	return {ids, areWhole};
}

type Pages = {
	readonly name: CatalogListName;
	/** The ID of their parent, if not all pages of the list are read. */
	readonly parent?: string;
	readonly add: (page: ListedPage) => void;
};

/** Reads pages. Returns false if some can be missing. */
async function readWhole(reader: ListReader, {add, ...pages}: Pages, signal: AbortSignal): Promise<boolean> {
	const listing = new Listing();
	const addRow = (page: ListedPage) => {
		listing.addRow(rowId(page), page.archived ? 'archived' : 'shown');
		add(page);
	};
	await readPages(reader, {...pages, listing, add: addRow}, signal);
	return listing.completeness !== 'inconsistent' && listing.rows !== reader.catalog.listCap;
}

/** Reads pages, and again while they repeat and skip rows. */
async function readPages(
	{catalog, integration, onPage}: ListReader,
	{name, parent, listing, add}: Pages & {readonly listing: Listing},
	signal: AbortSignal,
): Promise<void> {
	for (let times = 1; times <= maxReadings; times++) {
		listing.startReading();
		for await (const {items, expected} of catalog.list(name, integration, signal, parent)) {
			listing.startPage(expected);
			for (const page of items) add(page);
			onPage(expected, items.length);
		}

		if (!listing.canHaveSkippedRows) return;
	}
}

function rowId({id, databuilderId = ''}: ListedPage): string {
	return id === '' ? databuilderId : id;
}

/**
Reads what people left on the pages that those of a list imply, such as tables, and those that none of them implies, such as tables whose
columns are all hidden. Returns false if some could not be read: no upload depends on them.
*/
export async function readImplied(
	reader: ListReader,
	{impliedPages}: ReadBackList,
	comparison: CatalogComparison,
	signal: AbortSignal,
): Promise<boolean> {
	if (impliedPages === undefined) return true;
	const {name, resources} = impliedPages;
	const add = (page: ListedPage) => {
		const [own] = resources(page);
		const {marks, archived} = page;
		if (own === undefined || archived) return;
		const number = comparison.inventory.find(own.entity, own.key);
		if (number === 0) comparison.show(own);
		if (marks !== undefined) comparison.marked.add(own, number, marks);
	};
	try {
		return (await readWhole(reader, {name, add}, signal)) || (await readByParents(reader, name, add, signal));
	} catch (error) {
		if (isCatalogError(error) && !signal.aborted) return false;
		throw error;
	}
}
