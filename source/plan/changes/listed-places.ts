import {enlarged} from '../../kinds/keys/enlarged.ts';
import type {EntityType, NamedResource} from '../../kinds/resources.ts';

/** The places of columns in their tables, as the lists of the catalog show them; 0 if a place is unknown. */
export class ListedPlaces {
	readonly #own = new Map<EntityType, Int32Array<ArrayBuffer>>();
	readonly #others = new Map<EntityType, Int32Array<ArrayBuffer>>();

	/** Adds a page that is shown, by its number in the snapshot or, if that is 0, among the listed resources. */
	add({entity, place}: NamedResource, own: number, other: number): void {
		if (place === undefined || place <= 0) return;
		if (own > 0) setPlace(this.#own, entity, own, place);
		else if (other > 0) setPlace(this.#others, entity, other, place);
	}

	/** Returns the place of a resource of the snapshot. */
	ofOwn(entity: EntityType, number: number): number {
		return this.#own.get(entity)?.[number] ?? 0;
	}

	/** Returns the place of a resource that is not in the snapshot, by its number among the listed ones. */
	ofOther(entity: EntityType, number: number): number {
		return this.#others.get(entity)?.[number] ?? 0;
	}
}

function setPlace(
	places: Map<EntityType, Int32Array<ArrayBuffer>>,
	entity: EntityType,
	number: number,
	place: number,
): void {
	let known = places.get(entity) ?? new Int32Array(0);
	if (number >= known.length) {
		known = enlarged(known, Math.max(64, 2 * number));
		places.set(entity, known);
	}

	known[number] = place;
}
