import {ContentHash} from '../kinds/keys/content-hash.ts';
import {KeyHash} from '../kinds/keys/key-hash.ts';
import type {EntityType, ResourceSink} from '../kinds/resources.ts';
import {ResourceIndex} from './resource-index.ts';

/**
The resources of a snapshot, or of the catalog: of each its type, its key, a hash of its content, and where in the snapshot a
record names it. Keys and contents come as bytes; only their hashes are kept.
*/
export class Inventory implements ResourceSink {
	/** Every type, in the order in which they are shown. */
	readonly entities: readonly EntityType[];
	readonly #indexes: ReadonlyMap<EntityType, ResourceIndex>;
	readonly #key = new KeyHash();
	readonly #content = new ContentHash();
	#index: ResourceIndex;
	#part = 0;
	#offset = 0;

	constructor(entities: readonly EntityType[]) {
		this.entities = entities;
		this.#indexes = new Map(entities.map(entity => [entity, new ResourceIndex()]));
		this.#index = new ResourceIndex();
	}

	/** Returns the resources of a type. */
	of(entity: EntityType): ResourceIndex {
		const index = this.#indexes.get(entity);
		if (index === undefined) throw new RangeError(`the inventory has no ${entity.plural}`);
		return index;
	}

	/** Begins a record: the part of the snapshot in which it is (from 0), and its offset. */
	startRecord(part: number, offset: number): void {
		this.#part = part;
		this.#offset = offset;
	}

	reserve(entity: EntityType, count: number): void {
		this.of(entity).reserve(count);
	}

	start(entity: EntityType): void {
		this.#index = this.of(entity);
		this.#key.start();
		this.#content.start();
	}

	addToKey(bytes: Uint8Array, start: number, end: number, map?: Uint8Array<ArrayBuffer>): void {
		this.#key.add(bytes, start, end, map);
	}

	keepKey(): void {
		this.#key.keep();
	}

	resumeKey(): void {
		this.#key.resume();
	}

	addField(bytes: Uint8Array, start: number, end: number): void {
		this.#content.addField(bytes, start, end);
	}

	end(): void {
		this.#index.add(this.#key.finish(), this.#content.finish(), this.#part, this.#offset);
	}

	/** Adds a resource of which the key alone is known. Returns its number; 0 if it was there before. */
	add(entity: EntityType, key: string): number {
		this.start(entity);
		return this.#index.add(this.#key.addText(key).finish(), this.#content.finish(), 0, 0);
	}

	/** Returns the number of a resource; 0 when it is not in the inventory. */
	find(entity: EntityType, key: string): number {
		return this.of(entity).find(this.#key.start().addText(key).finish());
	}
}
