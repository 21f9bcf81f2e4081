import type {EntityType} from '../../kinds/resources.ts';
import type {ChangeList} from '../changes/change-list.ts';
import type {ListedPlaces} from '../changes/listed-places.ts';
import type {ResourceSide} from '../changes/side.ts';
import type {Inventory} from '../inventory.ts';

/** The inventories of a plan, and the one that has the values of the baseline. */
export type RenameSides = {
	/** The snapshot. */
	readonly after: Inventory;
	/** The resources that the catalog shows and the snapshot does not have. */
	readonly before: Inventory;
	/** The inventory with the values and the order of the resources in `before`, as far as they are known. */
	readonly values: Inventory | undefined;
	/** The names of both sides; absent if names are not read. */
	readonly names?: {readonly after: ResourceSide; readonly before: ResourceSide} | undefined;
	/** The places of columns in the catalog; absent if it was not read. */
	readonly places?: ListedPlaces | undefined;
};

/** The created and the hidden resources of a type, and which of them are the same with another name. */
export class Matching {
	/** For each number in the snapshot: 1 if it is created. */
	readonly #created: Uint8Array;
	/** For each number in the baseline: 1 if it is hidden. */
	readonly #hidden: Uint8Array;
	readonly #beforeOf: Uint32Array;
	readonly #afterOf: Uint32Array;
	/** The number of pairs. */
	count = 0;

	constructor(changes: ChangeList, entity: EntityType, {after, before}: Pick<RenameSides, 'after' | 'before'>) {
		const [afterCount, beforeCount] = [after.of(entity).count + 1, before.of(entity).count + 1];
		this.#created = new Uint8Array(afterCount);
		this.#hidden = new Uint8Array(beforeCount);
		this.#beforeOf = new Uint32Array(afterCount);
		this.#afterOf = new Uint32Array(beforeCount);
		for (let at = 0; at < changes.length; at++) {
			if (changes.entityAt(at) !== entity) continue;
			const action = changes.actionAt(at);
			if (action === 'created') this.#created[changes.afterAt(at)] = 1;
			if (action === 'hidden') this.#hidden[changes.beforeAt(at)] = 1;
		}
	}

	/** Numbers are below this one. */
	get afterEnd(): number {
		return this.#created.length;
	}

	get beforeEnd(): number {
		return this.#hidden.length;
	}

	/** True if a resource of the snapshot is created, and in no pair. */
	isFreeAfter(number: number): boolean {
		return this.#created[number] === 1 && this.#beforeOf[number] === 0;
	}

	/** True if a resource of the baseline is hidden, and in no pair. */
	isFreeBefore(number: number): boolean {
		return this.#hidden[number] === 1 && this.#afterOf[number] === 0;
	}

	pair(after: number, before: number): void {
		this.#beforeOf[after] = before;
		this.#afterOf[before] = after;
		this.count++;
	}

	/** Returns the number in the baseline of a renamed resource; 0 if it is not renamed. */
	beforeOf(after: number): number {
		return this.#beforeOf[after] ?? 0;
	}

	/** Returns the number in the snapshot of a renamed resource; 0 if it is not renamed. */
	afterOf(before: number): number {
		return this.#afterOf[before] ?? 0;
	}
}
