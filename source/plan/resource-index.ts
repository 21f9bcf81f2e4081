import type {ResourceKey} from '../kinds/keys/key-hash.ts';
import type {NameHashes} from '../kinds/keys/name-hashes.ts';
import type {IdHashes, ResourceContent, ResourceDetails} from '../kinds/resources.ts';
import {NumberedKeys} from './numbered-keys.ts';
import {sortKeys} from './sort-keys.ts';
import {StoredDetails} from './stored-details.ts';

/**
The resources of one type, numbered from 1 in the order of their addition, in about 25 bytes each, and 20 to 48 more with details
(`ResourceDetails`). A key is a 128-bit hash
(`ResourceKey`), so no bytes are compared: with a million resources each in snapshot and catalog, the chance of a collision is 3·10⁻²⁷
(64 bits: 5·10⁻⁸).
*/
export class ResourceIndex {
	readonly #keys = new NumberedKeys();
	readonly #details = new StoredDetails();

	/** The number of resources, which is also the number of the last one. */
	get count(): number {
		return this.#placed().count;
	}

	/** Returns the number of a key; 0 if it has none. */
	find(key: ResourceKey): number {
		return this.#placed().find(key);
	}

	/**
	Returns the number of the key that a resource of another index has; 0 if it has none. `guess` is tried first: resources that are
	adjacent in one file are mostly adjacent in another version of it.
	*/
	findOf(other: ResourceIndex, otherNumber: number, guess: number): number {
		return this.#placed().findOf(other.#placed(), otherNumber, guess);
	}

	/** Returns the key of a resource by its number. */
	keyOf(number: number): ResourceKey {
		return this.#placed().keyOf(number);
	}

	/** Returns the offset in the parts, one behind the other, of the record that describes a resource first. */
	offsetOf(number: number): number {
		return this.#placedDetails().offsetOf(number);
	}

	/** Returns the number of the resource that it is a part of: the table of a column of the warehouse; 0 for other types. */
	parentOf(number: number): number {
		return this.#placedDetails().parentOf(number);
	}

	/** Returns the number in `Inventory.groups` of the names above a table of the warehouse; 0 for other types. */
	groupOf(number: number): number {
		return this.#placedDetails().groupOf(number);
	}

	/** Returns the hashes of the last part of the name of a table of the warehouse; zeros for other types. */
	namesOf(number: number): NameHashes {
		return this.#placedDetails().namesOf(number);
	}

	/** Returns the hashes of the id of a resource and of the one of its parent; zeros for types without ids. */
	idsOf(number: number): IdHashes {
		return this.#placedDetails().idsOf(number);
	}

	/** Returns the hashes of the values of a resource. */
	contentOf(number: number): ResourceContent {
		return this.#placedDetails().contentOf(number);
	}

	/** True if a resource of another index has the same values, without the names that make the key and without the time. */
	hasSameContent(number: number, other: ResourceIndex, otherNumber: number): boolean {
		return this.#placedDetails().hasSameContent(number, other.#placedDetails(), otherNumber);
	}

	/** True if the times of the last change are the same. */
	hasSameTime(number: number, other: ResourceIndex, otherNumber: number): boolean {
		return this.#placedDetails().timeOf(number) === other.#placedDetails().timeOf(otherNumber);
	}

	/** Reserves room for this number of resources, so that the index does not grow in steps. */
	reserve(count: number): void {
		this.#keys.reserve(count);
	}

	/** Adds a resource. Returns its number; 0 if it exists already. `partStart` is added to the offset in its details. */
	add(key: ResourceKey, details?: Readonly<ResourceDetails>, partStart = 0): number {
		const number = this.#placed().add(key);
		if (number !== 0 && details !== undefined) this.#setDetails(number, details, partStart);
		return number;
	}

	/** Adds a resource whose number is not needed: equal keys are found later, in many resources at once, which takes less time. */
	append(key: ResourceKey, details: Readonly<ResourceDetails>, partStart = 0): void {
		this.#setDetails(this.#keys.append(key), details, partStart);
	}

	/** Returns the first 64 bits of the keys of all resources, or of those whose numbers `isWanted`, in ascending order. */
	sortedKeys(isWanted: (number: number) => boolean = () => true): BigUint64Array {
		return sortKeys(this.#placed().halves(isWanted));
	}

	#setDetails(number: number, details: Readonly<ResourceDetails>, partStart: number): void {
		this.#details.reserve(this.#keys.capacity);
		this.#details.set(number, details, partStart);
	}

	/** Returns the keys, all with their final numbers. */
	#placed(): NumberedKeys {
		if (!this.#keys.arePlaced) this.#place();
		return this.#keys;
	}

	#placedDetails(): StoredDetails {
		if (!this.#keys.arePlaced) this.#place();
		return this.#details;
	}

	#place(): void {
		const appended = this.#keys.count;
		this.#keys.place((from, to) => this.#details.move(from, to));
		this.#details.clear(this.#keys.count + 1, appended);
	}
}
