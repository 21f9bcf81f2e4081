import type {EntityType} from '../kinds/resources.ts';

/** How many resources there are of each type, by `countKey`. A type is missing where that is not known. */
export type ResourceCounts = Readonly<Record<string, number>>;

/** The effect of an upload on a resource. */
export type PlanAction = 'created' | 'hidden';

/** Returns the name of a type in JSON: `tables`, `dashboardGroups`. */
export function countKey({plural}: EntityType): string {
	return plural.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Returns the name in JSON of what an upload does with a type: `hiddenTables`. */
export function actionKey(action: PlanAction, entity: EntityType): string {
	const key = countKey(entity);
	return `${action}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** Counts the resources of each type. */
export function countsOf(entities: readonly EntityType[], countOf: (entity: EntityType) => number): ResourceCounts {
	return Object.fromEntries(entities.map(entity => [countKey(entity), countOf(entity)]));
}

/** Returns the number of resources of a type; 0 where it is not known. */
export function countIn(counts: ResourceCounts, entity: EntityType): number {
	return counts[countKey(entity)] ?? 0;
}

/** Returns the number of resources of all types. */
export function sumCounts(counts: ResourceCounts): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
