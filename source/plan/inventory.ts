import type {ResourceKey} from '../kinds/keys/key-hash.ts';
import {KeyIds} from '../kinds/keys/key-ids.ts';
import type {
	EdgeTypes,
	EntityType,
	NamedResource,
	ResourceDetails,
	ResourceKind,
	ResourceName,
	ResourceSink,
} from '../kinds/resources.ts';
import {ResourceIndex} from './resource-index.ts';

/** The resources of a snapshot or of the catalog, each with its type and key. */
export class Inventory implements ResourceSink {
	/** All types, in display order. */
	readonly entities: readonly EntityType[];
	/** Those that are edges. */
	readonly edges: EdgeTypes | undefined;
	/** The names that several resources have in common, by number: the database and the schema of tables. Number 0 stands for none. */
	readonly groups: readonly ResourceName[];
	/** The number of bytes of the parts before the one whose resources are added. */
	partStart = 0;
	readonly #groups: ResourceName[] = [[]];
	readonly #groupNumbers = new Map<string, number>();
	readonly #indexes: ReadonlyMap<EntityType, ResourceIndex>;
	/** The names of parents that resources imply. */
	readonly #implied: ReadonlyMap<EntityType, KeyIds>;

	constructor(entities: readonly EntityType[], edges?: EdgeTypes) {
		this.entities = entities;
		this.edges = edges;
		this.groups = this.#groups;
		this.#indexes = new Map(entities.map(entity => [entity, new ResourceIndex()]));
		this.#implied = new Map(entities.map(entity => [entity, new KeyIds()]));
	}

	/** The types that are not edges: the catalog lists their pages. */
	get pageTypes(): readonly EntityType[] {
		const {entities, edges} = this;
		return entities.filter(entity => entity !== edges?.internal && entity !== edges?.external);
	}

	/** Returns the resources of a type. */
	of(entity: EntityType): ResourceIndex {
		const index = this.#indexes.get(entity);
		if (index === undefined) throw new RangeError(`the inventory has no ${entity.plural}`);
		return index;
	}

	reserve(entity: EntityType, count: number): void {
		this.of(entity).reserve(count);
	}

	/** Adds a resource. Returns its number; 0 if it exists already. */
	add(entity: EntityType, key: ResourceKey, details?: Readonly<ResourceDetails>): number {
		return this.of(entity).add(key, details, this.partStart);
	}

	/** Adds a resource whose number is not needed, which takes less time. */
	append(entity: EntityType, key: ResourceKey, details: Readonly<ResourceDetails>): void {
		this.of(entity).append(key, details, this.partStart);
	}

	groupNumber(names: ResourceName): number {
		const text = names.join('\u0000');
		const known = this.#groupNumbers.get(text);
		if (known !== undefined) return known;
		const number = this.#groups.push(names) - 1;
		this.#groupNumbers.set(text, number);
		return number;
	}

	implyParent(entity: EntityType, nameKey: ResourceKey): void {
		this.#implied.get(entity)?.put(nameKey);
	}

	/** True if resources imply a page that is not one of them. */
	implies({entity, key, nameKey}: NamedResource): boolean {
		if (nameKey === undefined || this.find(entity, key) !== 0) return false;
		return (this.#implied.get(entity)?.find(nameKey) ?? 0) !== 0;
	}

	/** Returns the number of a resource; 0 if it is not in the inventory. */
	find(entity: EntityType, key: ResourceKey): number {
		return this.of(entity).find(key);
	}
}

/** Returns an inventory for the resources of these kinds. */
export function emptyInventory(kinds: readonly Pick<ResourceKind, 'entities' | 'edges'>[]): Inventory {
	const [edges] = kinds.flatMap(kind => kind.edges ?? []);
	return new Inventory([...new Set(kinds.flatMap(({entities}) => entities))], edges);
}
