import {hashText} from '../../kinds/keys/name-hashes.ts';
import type {EntityType, NamedResource, ResourceName} from '../../kinds/resources.ts';

/** The ids of listed tables by their names: the lists of columns have the names of their tables, and no ids of them. */
export class ListedParents {
	readonly #types: ReadonlySet<EntityType>;
	readonly #ids = new Map<number, number>();

	constructor(entities: readonly EntityType[]) {
		this.#types = new Set(entities.flatMap(({partOf}) => partOf ?? []));
	}

	/** Adds a resource if others can be parts of it. */
	add({entity, ids, name}: NamedResource): void {
		if (ids !== undefined && this.#types.has(entity)) this.#ids.set(keyOf(name), ids.own);
	}

	/** Returns a resource with the id of its parent, if that was added. */
	withParent(resource: NamedResource): NamedResource {
		const {entity, ids, name} = resource;
		if (ids === undefined || entity.partOf === undefined) return resource;
		const parentLow = this.#ids.get(keyOf(name.slice(0, -1)));
		return parentLow === undefined ? resource : {...resource, ids: {...ids, parentLow}};
	}
}

function keyOf(name: ResourceName): number {
	return hashText(name.join('\u0000'));
}
