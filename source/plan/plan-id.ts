import {createHash} from 'node:crypto';
import type {EntityType} from '../kinds/resources.ts';
import type {ChangeAction} from './changes/action.ts';
import type {ChangeList} from './changes/change-list.ts';
import {actionKey} from './counts.ts';
import type {Inventory} from './inventory.ts';

/** The target of a plan. An approval is valid for one target only. */
export type PlanTarget = {
	readonly host: string;
	readonly integration: string;
	/** The name of the file kind. */
	readonly kind: string;
};

/** The inventories of a plan: the snapshot, and what the catalog shows that is not in it. */
export type PlanInventories = {readonly after: Inventory; readonly before: Inventory};

/**
Returns a short id of a plan: a hash of its target and of the sorted keys of all resources that it creates or hides, with the
action; a renamed resource counts as both. Neither the values of fields nor the order of the catalog's lists and of the file's rows
change the id.
*/
export function planId(
	{host, integration, kind}: PlanTarget,
	changes: ChangeList,
	{after, before}: PlanInventories,
): string {
	const hash = createHash('sha256').update(JSON.stringify([host, integration, kind]));
	const add = (action: 'created' | 'hidden', entity: EntityType, keys: BigUint64Array) => {
		// The number of keys separates the keys of one action from those of the next.
		hash
			.update(`\n${actionKey(action, entity)} ${keys.length}\n`)
			.update(new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
	};
	const {entities} = changes;
	const [created, hidden] = [flagsFor(entities, after), flagsFor(entities, before)];
	for (let at = 0; at < changes.length; at++) {
		const action = changes.actionAt(at);
		const entity = changes.entityAt(at);
		if (shows.has(action)) mark(created, entity, changes.afterAt(at));
		if (hides.has(action)) mark(hidden, entity, changes.beforeAt(at));
	}

	for (const entity of entities) add('created', entity, after.of(entity).sortedKeys(isMarked(created, entity)));
	for (const entity of entities) add('hidden', entity, before.of(entity).sortedKeys(isMarked(hidden, entity)));
	return hash.digest('hex').slice(0, 12);
}

/** The effects after which a page is shown that was not, and those after which one is not. */
const shows: ReadonlySet<ChangeAction> = new Set(['created', 'revived', 'renamed']);
const hides: ReadonlySet<ChangeAction> = new Set(['hidden', 'renamed']);

type Flags = ReadonlyMap<EntityType, Uint8Array>;

function flagsFor(entities: readonly EntityType[], inventory: Inventory): Flags {
	return new Map(entities.map(entity => [entity, new Uint8Array(inventory.of(entity).count + 1)]));
}

function mark(flags: Flags, entity: EntityType, number: number): void {
	const marked = flags.get(entity);
	if (marked !== undefined) marked[number] = 1;
}

function isMarked(flags: Flags, entity: EntityType): (number: number) => boolean {
	const marked = flags.get(entity);
	return number => marked?.[number] === 1;
}
