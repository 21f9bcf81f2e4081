import type {EntityType, ResourceName} from '../kinds/resources.ts';
import type {CatalogComparison} from './comparison.ts';
import {countKey, countsOf, type ResourceCounts} from './counts.ts';
import {type PlanTarget, planId} from './plan-id.ts';

/** The changes that an upload would make in the catalog. */
export type Plan = {
	/** Names exactly this plan: its target, and every resource that it creates or hides. */
	readonly id: string;
	/** The types of resources, in the order in which they are shown. */
	readonly entities: readonly EntityType[];
	/** The resources in the file. */
	readonly file: ResourceCounts;
	/** The resources that the catalog now shows of this integration. */
	readonly catalog: ResourceCounts;
	/** In the file, not in the catalog. */
	readonly created: ResourceCounts;
	/** In both. Whether their texts change cannot be seen yet. */
	readonly kept: ResourceCounts;
	/** In the catalog, not in the file: Secoda archives and hides them [doc]. */
	readonly hidden: ResourceCounts;
	/** The first hidden resources of each type by name, by `countKey`. */
	readonly hiddenSamples: Readonly<Record<string, readonly ResourceName[]>>;
};

/** Plans the upload of the snapshot of a comparison. */
export function makePlan(before: CatalogComparison, target: PlanTarget): Plan {
	const {inventory} = before;
	const inFile = (entity: EntityType) => inventory.of(entity).count;
	return {
		id: planId(target, before.differences()),
		entities: inventory.entities,
		file: countsOf(inventory.entities, inFile),
		catalog: before.counts(entity => before.foundOf(entity) + before.othersOf(entity)),
		created: before.counts(entity => inFile(entity) - before.foundOf(entity)),
		kept: before.counts(entity => before.foundOf(entity)),
		hidden: before.counts(entity => before.othersOf(entity)),
		hiddenSamples: before.otherSamples,
	};
}

/** Returns the types of which it is known what the catalog has. */
export function comparedEntities({entities, catalog}: Plan): readonly EntityType[] {
	return entities.filter(entity => countKey(entity) in catalog);
}

/** Returns the first hidden resources of a type by name. */
export function samplesOf({hiddenSamples}: Plan, entity: EntityType): readonly ResourceName[] {
	return hiddenSamples[countKey(entity)] ?? [];
}
