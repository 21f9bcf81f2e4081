import type {EntityType} from '../../kinds/resources.ts';
import {type ActionCounts, type ChangeAction, changeActions} from './action.ts';

/** A change of a resource. `after` is its number in the snapshot, `before` the one in the baseline; 0 where it is not. */
export type Change = {
	readonly action: ChangeAction;
	readonly entity: EntityType;
	readonly after: number;
	readonly before: number;
};

/** The changes of a plan, ten bytes each, in the order of their addition. */
export class ChangeList {
	/** The types of resources that were compared, in display order. */
	readonly entities: readonly EntityType[];
	#length = 0;
	#actions = new Uint8Array(64);
	#entities = new Uint8Array(64);
	#after = new Uint32Array(64);
	#before = new Uint32Array(64);

	constructor(entities: readonly EntityType[]) {
		this.entities = entities;
	}

	get length(): number {
		return this.#length;
	}

	add({action, entity, after, before}: Change): void {
		if (this.#length === this.#actions.length) this.#grow();
		const at = this.#length++;
		this.#actions[at] = changeActions.indexOf(action);
		this.#entities[at] = this.entities.indexOf(entity);
		this.#after[at] = after;
		this.#before[at] = before;
	}

	actionAt(at: number): ChangeAction {
		return member(changeActions, this.#actions[at]);
	}

	/** Returns the index of the action in `changeActions`. */
	actionIndexAt(at: number): number {
		return this.#actions[at] ?? 0;
	}

	entityAt(at: number): EntityType {
		return member(this.entities, this.#entities[at]);
	}

	/** Returns the number of the resource in the snapshot; 0 if it is hidden. */
	afterAt(at: number): number {
		return this.#after[at] ?? 0;
	}

	/** Returns the number of the resource in the baseline; 0 if it is not there. */
	beforeAt(at: number): number {
		return this.#before[at] ?? 0;
	}

	at(at: number): Change {
		return {
			action: this.actionAt(at),
			entity: this.entityAt(at),
			after: this.afterAt(at),
			before: this.beforeAt(at),
		};
	}

	/** Counts the changes of each effect, of all types or of one. */
	counts(entity?: EntityType): ActionCounts {
		const type = entity && this.entities.indexOf(entity);
		const counts = new Uint32Array(changeActions.length);
		for (let at = 0; at < this.#length; at++) {
			if (type !== undefined && this.#entities[at] !== type) continue;
			const action = this.#actions[at] as number;
			counts[action] = (counts[action] ?? 0) + 1;
		}

		return countsOf(counts);
	}

	#grow(): void {
		const length = 2 * this.#actions.length;
		const [actions, entities] = [new Uint8Array(length), new Uint8Array(length)];
		const [after, before] = [new Uint32Array(length), new Uint32Array(length)];
		actions.set(this.#actions);
		entities.set(this.#entities);
		after.set(this.#after);
		before.set(this.#before);
		this.#actions = actions;
		this.#entities = entities;
		this.#after = after;
		this.#before = before;
	}
}

/** Returns the counts of an array with one count for each effect, in the order of `changeActions`. */
export function countsOf(counts: Uint32Array): ActionCounts {
	const [hidden = 0, renamed = 0, created = 0, revived = 0, updated = 0, retimed = 0] = counts;
	return {hidden, renamed, created, revived, updated, retimed};
}

function member<Value>(values: readonly Value[], index: number | undefined): Value {
	const value = index === undefined ? undefined : values[index];
	if (value === undefined) throw new RangeError(`there is no member ${index}`);
	return value;
}
