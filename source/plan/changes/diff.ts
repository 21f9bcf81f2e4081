import type {EntityType} from '../../kinds/resources.ts';
import type {Inventory} from '../inventory.ts';
import type {ResourceIndex} from '../resource-index.ts';
import type {ChangeAction} from './action.ts';
import {ChangeList} from './change-list.ts';

/**
The state of a resource of the snapshot in the baseline. `unchanged` also if nothing is known of its values. `archived`: it has a page,
which is not shown.
*/
export type ResourceState = 'absent' | 'archived' | 'updated' | 'retimed' | 'unchanged';

/** The resources that a plan compares. */
export type ComparedResources = {
	/** The types that can be compared, in display order. */
	readonly entities: readonly EntityType[];
	/** The snapshot. */
	readonly after: Inventory;
	/** The baseline: at least the resources that are not in the snapshot, and those that contain them. */
	readonly before: Inventory;
	/** Returns the state of a resource of the snapshot by its number. */
	stateOf(entity: EntityType, number: number): ResourceState;
	/** Returns its number where its earlier values are; 0 if they are unknown. */
	valuesOf(entity: EntityType, number: number): number;
};

/** Returns what an upload of the snapshot changes. */
export function diff({entities, after, before, stateOf, valuesOf}: ComparedResources): ChangeList {
	const changes = new ChangeList(entities);
	for (const entity of entities) {
		const own = after.of(entity);
		for (let number = 1; number <= own.count; number++) {
			const action = actionOf(stateOf(entity, number));
			if (action !== undefined) changes.add({action, entity, after: number, before: valuesOf(entity, number)});
		}

		const others = before.of(entity);
		let last = 0;
		for (let number = 1; number <= others.count; number++) {
			const found = own.findOf(others, number, last + 1);
			if (found === 0) changes.add({action: 'hidden', entity, after: 0, before: number});
			else last = found;
		}
	}

	return changes;
}

function actionOf(state: ResourceState): ChangeAction | undefined {
	switch (state) {
		case 'absent':
			return 'created';
		case 'archived':
			return 'revived';
		case 'updated':
		case 'retimed':
			return state;
		case 'unchanged':
			return undefined;
	}
}

/** Compares a snapshot with another one, which the catalog is taken to show. */
export function betweenInventories(after: Inventory, before: Inventory): ComparedResources {
	const entities = after.entities.filter(entity => before.entities.includes(entity));
	let last = 0;
	const valuesOf = (entity: EntityType, number: number) => {
		const found = before.of(entity).findOf(after.of(entity), number, last + 1);
		if (found !== 0) last = found;
		return found;
	};
	return {
		entities,
		after,
		before,
		valuesOf,
		stateOf(entity, number) {
			const earlier = valuesOf(entity, number);
			return earlier === 0 ? 'absent' : compareValues(after.of(entity), number, before.of(entity), earlier);
		},
	};
}

/** Returns the state of a resource that is in both snapshots. */
export function compareValues(
	after: ResourceIndex,
	number: number,
	before: ResourceIndex,
	earlier: number,
): 'updated' | 'retimed' | 'unchanged' {
	if (!after.hasSameContent(number, before, earlier)) return 'updated';
	return after.hasSameTime(number, before, earlier) ? 'unchanged' : 'retimed';
}
