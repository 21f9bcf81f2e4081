import type {EntityType, NamedResource, ResourceDetails, ResourceName} from '../../kinds/resources.ts';
import {Inventory} from '../inventory.ts';
import {PackedNames} from './packed-names.ts';
import type {FieldValue, ResourceSide} from './side.ts';

/** Resources that the catalog lists, with their names, and those that contain them. */
export class ListedResources implements ResourceSide {
	readonly inventory: Inventory;
	readonly #names: ReadonlyMap<EntityType, PackedNames>;

	constructor(entities: readonly EntityType[]) {
		this.inventory = new Inventory(entities);
		this.#names = new Map(entities.map(entity => [entity, new PackedNames()]));
	}

	/** Adds a resource and the one that contains it. Returns its number; 0 if it exists already. */
	add(resource: NamedResource, container?: NamedResource): number {
		const {entity, key} = resource;
		if (this.inventory.find(entity, key) !== 0) return 0;
		return this.#put(resource, container === undefined ? 0 : this.#numberOf(container));
	}

	nameOf(entity: EntityType, number: number): ResourceName {
		return this.#names.get(entity)?.at(number) ?? [];
	}

	/** Lists do not have the values. */
	fieldsOf(): readonly FieldValue[] {
		return [];
	}

	#numberOf(resource: NamedResource): number {
		return this.inventory.find(resource.entity, resource.key) || this.#put(resource, 0);
	}

	#put({entity, key, name, ids, text = 0}: NamedResource, parent: number): number {
		this.#names.get(entity)?.add(name);
		const isContainer = this.inventory.entities.some(({container}) => container === entity);
		if (!isContainer) return this.inventory.add(entity, key, {...noDetails, ids, text, parent});
		const group = this.inventory.groupNumber(name.slice(0, -1));
		return this.inventory.add(entity, key, {...noDetails, text, group, name: name.at(-1)});
	}
}

const noDetails: ResourceDetails = {offset: 0, parent: 0, group: 0, low: 0, high: 0, text: 0, time: 0};
