import type {EntityType, ResourceName} from '../kinds/resources.ts';
import type {CatalogComparison} from './comparison.ts';
import {countIn, countKey, countsOf, type EntityCount, type ResourceCounts} from './counts.ts';
import {type PlanTarget, planId} from './plan-id.ts';
import type {PlannedEdges} from './planned-edges.ts';

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
	/** In the file, not in the catalog. */
	readonly created: ResourceCounts;
	/** In both. Changes of their texts are not detected yet. */
	readonly kept: ResourceCounts;
	/** In the catalog, not in the file: Secoda archives and hides them [doc]. */
	readonly hidden: ResourceCounts;
	/** The first hidden resources of each type by name, by `countKey`. */
	readonly hiddenSamples: Readonly<Record<string, readonly ResourceName[]>>;
	/** The edges of the file; absent if it has none. */
	readonly edges?: PlannedEdges | undefined;
};

/** Returns the plan of a comparison. The edges do not change its id, because it is not known whether an upload removes some. */
export function makePlan(before: CatalogComparison, target: PlanTarget, edges?: PlannedEdges): Plan {
	const {inventory} = before;
	const inFile = (entity: EntityType) => inventory.of(entity).count;
	return {
		id: planId(target, before.differences()),
		entities: inventory.pageTypes,
		file: countsOf(inventory.entities, inFile),
		catalog: before.counts(entity => before.foundOf(entity) + before.othersOf(entity)),
		created: before.counts(entity => inFile(entity) - before.foundOf(entity)),
		kept: before.counts(entity => before.foundOf(entity)),
		hidden: before.counts(entity => before.othersOf(entity)),
		hiddenSamples: before.otherSamples,
		edges,
	};
}

/** Returns the types that a list of the catalog shows. */
export function comparedEntities({entities, catalog}: Plan): readonly EntityType[] {
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

/** Returns the first hidden resources of a type by name. */
export function samplesOf({hiddenSamples}: Plan, entity: EntityType): readonly ResourceName[] {
	return hiddenSamples[countKey(entity)] ?? [];
}
