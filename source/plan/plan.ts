import type {EntityType} from '../kinds/resources.ts';
import type {Cause} from './causes/cause.ts';
import type {ChangeList} from './changes/change-list.ts';
import {compareValues, diff} from './changes/diff.ts';
import type {PlanSides, ResourceSide} from './changes/side.ts';
import type {CatalogComparison} from './comparison.ts';
import {countIn, countKey, countsOf, type EntityCount, type ResourceCounts} from './counts.ts';
import {explainChanges} from './explain-changes.ts';
import type {FilledPages} from './filled-pages.ts';
import type {Inventory} from './inventory.ts';
import {type Loss, lossOf} from './loss.ts';
import type {EditedPage} from './marked-pages.ts';
import {type PlanTarget, planId} from './plan-id.ts';
import type {PlannedEdges} from './planned-edges.ts';
import {type HiddenShape, shapeOf} from './shape.ts';
import {buildTree} from './tree/build-tree.ts';
import type {ChangeTree} from './tree/change-tree.ts';

/** The changes that an upload would make in the catalog. */
export type Plan = {
	/** Identifies exactly this plan: its target, and every resource that it creates or hides. */
	readonly id: string;
	/** The types of pages, in display order. */
	readonly entities: readonly EntityType[];
	/** The resources in the file, also edges. */
	readonly file: ResourceCounts;
	/** The resources of this integration that the catalog shows now. */
	readonly catalog: ResourceCounts;
	/** In the file, not shown in the catalog. */
	readonly created: ResourceCounts;
	/** In both. */
	readonly kept: ResourceCounts;
	/** In the catalog, not in the file: Secoda archives and hides them [doc]. */
	readonly hidden: ResourceCounts;
	/** All changes, and the same as a tree. */
	readonly changes: ChangeList;
	readonly tree: ChangeTree;
	/** Probable reasons why pages are hidden or created; those that explain most first. */
	readonly causes: readonly Cause[];
	/** The names and values of changed resources. */
	readonly sides: PlanSides;
	/** The edges of the file; absent if it has none. */
	readonly edges?: PlannedEdges | undefined;
	/** The marks of people on the pages that are hidden, and the parts of the catalog that are. Absent if the catalog was not read. */
	readonly loss?: Loss | undefined;
	readonly shape?: HiddenShape | undefined;
	/** The pages of the file whose descriptions people changed in Secoda since the last upload. */
	readonly edited?: EditedPages | undefined;
	/** The pages of the file without a description that have one in Secoda. */
	readonly filled?: FilledPages | undefined;
};

/** The first edited pages, and the number of all. */
export type EditedPages = {readonly count: number; readonly pages: readonly EditedPage[]};

/** The snapshot that was sent last: which resources it has, and their values. */
export type SentValues = {readonly inventory: Inventory; readonly side: ResourceSide};

/** The inputs of a plan beside the comparison with the catalog. */
export type PlanInput = {
	readonly target: PlanTarget;
	/** The names and values of the snapshot. */
	readonly side: ResourceSide;
	/** The snapshot that was sent last. Absent if that is unknown: then no change of a value is found. */
	readonly sent?: SentValues | undefined;
	/** The kind of the last upload to the integration, if its pages may be others than those of this one. */
	readonly earlierKind?: string | undefined;
	readonly edges?: PlannedEdges | undefined;
};

/** Returns the plan of a comparison. The edges do not change its id, because it is not known whether an upload removes some. */
export function makePlan(before: CatalogComparison, {target, side, sent, earlierKind, edges}: PlanInput): Plan {
	const {inventory, listed} = before;
	const {changes, causes} = explainChanges(changesOf(before, sent?.inventory), {
		after: {inventory, side},
		before: {inventory: listed.inventory, side: listed},
		values: sent?.inventory,
		places: before.places,
		earlierKind,
	});
	const inFile = (entity: EntityType) => inventory.of(entity).count;
	return {
		id: planId(target, changes, {after: inventory, before: listed.inventory}),
		entities: inventory.pageTypes,
		file: countsOf(inventory.entities, inFile),
		catalog: before.counts(entity => before.foundOf(entity) + before.othersOf(entity)),
		created: before.counts(entity => inFile(entity) - before.foundOf(entity)),
		kept: before.counts(entity => before.foundOf(entity)),
		hidden: before.counts(entity => before.othersOf(entity)),
		changes,
		tree: buildTree(changes, inventory, listed.inventory),
		causes,
		sides: {hidden: listed, after: side, values: sent?.side},
		edges,
		loss: lossOf(changes, before.marked),
		shape: shapeOf(changes, before),
		edited: {count: before.marked.editedCount, pages: inFileOrder(before.marked.edited, inventory)},
		filled: before.marked.filled,
	};
}

/** Returns edited pages in the order of the file, because that of the lists is the catalog's. */
function inFileOrder(pages: readonly EditedPage[], {entities}: Inventory): readonly EditedPage[] {
	const typeOf = ({entity}: EditedPage) => entities.indexOf(entity);
	return pages.toSorted((one, other) => typeOf(one) - typeOf(other) || one.after - other.after);
}

/** Returns the changes of pages. Those of values are found by what was sent last, because the lists do not have all values. */
function changesOf(before: CatalogComparison, sent: Inventory | undefined): ChangeList {
	const {inventory: after, listed, entities} = before;
	const valuesOf = (entity: EntityType, number: number) =>
		sent === undefined || !sent.entities.includes(entity) ? 0 : sent.find(entity, after.of(entity).keyOf(number));
	return diff({
		entities,
		after,
		before: listed.inventory,
		valuesOf,
		stateOf(entity, number) {
			const presence = before.presenceOf(entity, number);
			if (presence !== 'shown') return presence;
			const earlier = valuesOf(entity, number);
			if (earlier === 0 || sent === undefined) return 'unchanged';
			return compareValues(after.of(entity), number, sent.of(entity), earlier);
		},
	});
}

/** Returns the types that a list of the catalog shows. */
function comparedEntities({entities, catalog}: Plan): readonly EntityType[] {
	return entities.filter(entity => countKey(entity) in catalog);
}

/** Returns the types that a list of the catalog shows, and that the file or the catalog has. */
export function occurringEntities(plan: Plan): readonly EntityType[] {
	return comparedEntities(plan).filter(entity => countIn(plan.file, entity) + countIn(plan.catalog, entity) > 0);
}

/** Returns the types that a list of the catalog shows and the file has; all that lists show if it has none of them. */
export function expectedEntities(plan: Plan): readonly EntityType[] {
	const compared = comparedEntities(plan);
	const expected = compared.filter(entity => countIn(plan.file, entity) > 0);
	return expected.length === 0 ? compared : expected;
}

/** Returns the resources of the file that no list of the catalog shows, by type. */
export function unlistedResources({entities, file, catalog}: Plan): readonly EntityCount[] {
	return entities
		.filter(entity => !(countKey(entity) in catalog))
		.map(entity => ({entity, count: countIn(file, entity)}))
		.filter(({count}) => count > 0);
}
