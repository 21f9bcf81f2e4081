import type {EntityType} from '../kinds/resources.ts';
import type {ChangeAction} from './changes/action.ts';

/** The number of resources of each type, by `countKey`. A type is absent if its number is unknown. */
export type ResourceCounts = Readonly<Record<string, number>>;

/** The number of resources of a type. */
export type EntityCount = {readonly entity: EntityType; readonly count: number};

/** Returns the name of a type in JSON: `tables`, `dashboardGroups`. */
export function countKey({plural}: EntityType): string {
	return plural.replaceAll(/ (.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Returns the JSON name of an effect on a type: `hiddenTables`. */
export function actionKey(action: ChangeAction, entity: EntityType): string {
	const key = countKey(entity);
	return `${action}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}

/** Counts the resources of each type. */
export function countsOf(entities: readonly EntityType[], countOf: (entity: EntityType) => number): ResourceCounts {
	return Object.fromEntries(entities.map(entity => [countKey(entity), countOf(entity)]));
}

/** Returns the number of resources of a type; 0 if it is unknown. */
export function countIn(counts: ResourceCounts, entity: EntityType): number {
	return counts[countKey(entity)] ?? 0;
}

/** Returns the number of resources of all types. */
export function sumCounts(counts: ResourceCounts): number {
	return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
