import type {EntityType, ResourceName} from '../kinds/resources.ts';
import type {ResourceSide} from './changes/side.ts';
import type {CatalogComparison} from './comparison.ts';

/** A page of the catalog, or one that is missing in it. */
export type NamedPage = {readonly entity: EntityType; readonly name: ResourceName};

/** A description that is another one in Secoda than in the file. */
export type OtherText = NamedPage & {readonly field: string; readonly sent: string; readonly secoda: string};

/** The first of some pages, and the number of all. */
export type FirstPages<Page extends NamedPage> = {readonly count: number; readonly first: readonly Page[]};

/** The differences of the catalog from what was sent. */
export type Differences = {
	readonly texts: FirstPages<OtherText>;
	/** The pages of the file that are not shown. */
	readonly missing: FirstPages<NamedPage>;
	/** The pages that are not in the file and are shown. */
	readonly stillShown: FirstPages<NamedPage>;
};

/** The number of pages of each difference. */
const maxPages = 20;

/** Returns how the catalog differs from a file whose values are read from `side`; `undefined` if it does not. */
export function findDifferences(comparison: CatalogComparison, side: ResourceSide): Differences | undefined {
	const {changes, missing, others} = comparison;
	if (changes.otherTexts + missing + others === 0) return undefined;
	const texts = changes.otherTextRows.slice(0, maxPages).map(({entity, number, text: secoda}) => {
		// Descriptions are the only values with a name that ends so.
		const sent = side.fieldsOf(entity, number).find(({field}) => field.endsWith('description'));
		return {
			entity,
			name: side.nameOf(entity, number),
			field: sent?.field ?? 'description',
			sent: sent?.value ?? '',
			secoda,
		};
	});
	return {
		texts: {count: changes.otherTexts, first: texts},
		missing: {count: missing, first: missing === 0 ? [] : missingPages(comparison, side)},
		stillShown: {count: others, first: others === 0 ? [] : otherPages(comparison)},
	};
}

function missingPages(comparison: CatalogComparison, side: ResourceSide): readonly NamedPage[] {
	const pages: NamedPage[] = [];
	for (const entity of comparison.entities) {
		const {count} = comparison.inventory.of(entity);
		for (let number = 1; number <= count && pages.length < maxPages; number++)
			if (comparison.presenceOf(entity, number) !== 'shown') pages.push({entity, name: side.nameOf(entity, number)});
	}

	return pages;
}

function otherPages({listed, inventory}: CatalogComparison): readonly NamedPage[] {
	const pages: NamedPage[] = [];
	for (const entity of listed.inventory.entities) {
		const index = listed.inventory.of(entity);
		for (let number = 1; number <= index.count && pages.length < maxPages; number++) {
			// The tables of listed columns are listed too, and can be in the file.
			if (inventory.find(entity, index.keyOf(number)) === 0) pages.push({entity, name: listed.nameOf(entity, number)});
		}
	}

	return pages;
}
