import type {EntityType} from '../../kinds/resources.ts';
import type {ChangeList} from '../changes/change-list.ts';
import type {EntityCount} from '../counts.ts';
import type {Inventory} from '../inventory.ts';
import type {Explained} from './cause.ts';

/** The hidden and created resources that no cause explains yet, by their numbers. A renamed one is both. */
export class Claims {
	readonly entities: readonly EntityType[];
	readonly #hidden: ReadonlyMap<EntityType, Uint8Array>;
	readonly #created: ReadonlyMap<EntityType, Uint8Array>;
	/** The resources of the snapshot that the catalog does not show. */
	readonly #isNew: ReadonlyMap<EntityType, Uint8Array>;

	constructor(changes: ChangeList, after: Inventory, before: Inventory) {
		this.entities = changes.entities;
		const flags = (inventory: Inventory) =>
			new Map(changes.entities.map(entity => [entity, new Uint8Array(inventory.of(entity).count + 1)]));
		const [hidden, created, isNew] = [flags(before), flags(after), flags(after)];
		for (let at = 0; at < changes.length; at++) {
			const action = changes.actionAt(at);
			const entity = changes.entityAt(at);
			const isRenamed = action === 'renamed';
			if (isRenamed || action === 'hidden') setFlag(hidden.get(entity), changes.beforeAt(at));
			if (isRenamed || action === 'created') setFlag(created.get(entity), changes.afterAt(at));
			if (isRenamed || action === 'created' || action === 'revived') setFlag(isNew.get(entity), changes.afterAt(at));
		}

		this.#hidden = hidden;
		this.#created = created;
		this.#isNew = isNew;
	}

	/** True if the catalog shows a resource of the snapshot. */
	isKept(entity: EntityType, after: number): boolean {
		return this.#isNew.get(entity)?.[after] === 0;
	}

	isHidden(entity: EntityType, before: number): boolean {
		return this.#hidden.get(entity)?.[before] === 1;
	}

	isCreated(entity: EntityType, after: number): boolean {
		return this.#created.get(entity)?.[after] === 1;
	}

	/** Returns the numbers in the baseline of the hidden resources of a type. */
	hiddenOf(entity: EntityType): readonly number[] {
		return numbersIn(this.#hidden.get(entity));
	}

	/** Returns the numbers in the snapshot of the created resources of a type. */
	createdOf(entity: EntityType): readonly number[] {
		return numbersIn(this.#created.get(entity));
	}

	/** Starts the claim of one cause. */
	start(): ClaimedResources {
		return new ClaimedResources(this);
	}

	/** Removes a resource. Returns true if it was hidden, and not claimed before. */
	removeHidden(entity: EntityType, before: number): boolean {
		return clearFlag(this.#hidden.get(entity), before);
	}

	removeCreated(entity: EntityType, after: number): boolean {
		return clearFlag(this.#created.get(entity), after);
	}
}

/** The resources that one cause explains. */
export class ClaimedResources {
	readonly #claims: Claims;
	readonly #hidden = new Map<EntityType, number>();
	readonly #created = new Map<EntityType, number>();

	constructor(claims: Claims) {
		this.#claims = claims;
	}

	addHidden(entity: EntityType, before: number): void {
		if (this.#claims.removeHidden(entity, before)) increment(this.#hidden, entity);
	}

	addCreated(entity: EntityType, after: number): void {
		if (this.#claims.removeCreated(entity, after)) increment(this.#created, entity);
	}

	/** Adds all hidden and created resources that no cause explains yet. */
	addAll(): this {
		for (const entity of this.#claims.entities) {
			for (const number of this.#claims.hiddenOf(entity)) this.addHidden(entity, number);
			for (const number of this.#claims.createdOf(entity)) this.addCreated(entity, number);
		}

		return this;
	}

	get explained(): Explained {
		return {hidden: this.#countsOf(this.#hidden), created: this.#countsOf(this.#created)};
	}

	/** The number of resources. */
	get size(): number {
		return [...this.#hidden.values(), ...this.#created.values()].reduce((sum, count) => sum + count, 0);
	}

	#countsOf(counts: ReadonlyMap<EntityType, number>): readonly EntityCount[] {
		return this.#claims.entities
			.map(entity => ({entity, count: counts.get(entity) ?? 0}))
			.filter(({count}) => count > 0);
	}
}

function setFlag(flags: Uint8Array | undefined, number: number): void {
	if (flags !== undefined) flags[number] = 1;
}

function clearFlag(flags: Uint8Array | undefined, number: number): boolean {
	if (flags?.[number] !== 1) return false;
	flags[number] = 0;
	return true;
}

function numbersIn(flags: Uint8Array = new Uint8Array()): readonly number[] {
	const numbers: number[] = [];
	for (let at = flags.indexOf(1); at !== -1; at = flags.indexOf(1, at + 1)) numbers.push(at);
	return numbers;
}

function increment(counts: Map<EntityType, number>, entity: EntityType): void {
	counts.set(entity, (counts.get(entity) ?? 0) + 1);
}
