import {HashIds} from './keys/hash-ids.ts';

/*
How rules compare a file with another that is sent with it: the records of one define ids, those of the other refer to them. Each id is
identified by the 64-bit hash of its UTF-8 bytes as they stand, without a seed (`Hash` in `kinds/keys/hash.ts`).
*/

/** A resource as the record in a row describes it; either text can be empty. */
export type DescribedResource = {readonly row: number; readonly title: string; readonly type: string};

/** The ids that the records of a file define. Skipped rows define none. Only `has` reads no records. */
export interface DefinedIds {
	/** True if a record defines the id with this hash. */
	has(low: number, high: number): boolean;
	/** Returns the id that is most likely meant by a text that no record defines. */
	similar(text: string): string | undefined;
	/** Returns the resource that the first record with an id describes; `undefined` without one. */
	describeId(id: string): DescribedResource | undefined;
	/** Returns the id that the record in a row defines; `undefined` if it defines none. */
	idAt(row: number): string | undefined;
}

/** The references of the records of a file to ids that another file defines. Reads no records. */
export interface References {
	/**
	Compares the references with these ids from now on, so that `relatedFindings` reports those without an id. Returns the rows that
	have such findings, in order.
	*/
	compareWith(ids: DefinedIds): Iterable<number>;
	/** Returns the rows that refer to one of these ids. */
	rowsReferringTo(changed: ChangedIds): Iterable<number>;
}

/** Ids that a change may have added or removed. */
export class ChangedIds {
	#hashes: HashIds | undefined;

	/** The number of different ids. */
	get count(): number {
		return this.#hashes?.count ?? 0;
	}

	/** Adds an id by its hash. */
	add(low: number, high: number): void {
		this.#hashes ??= new HashIds();
		this.#hashes.put(low, high);
	}

	/** True if the id with this hash was added. */
	has(low: number, high: number): boolean {
		return this.#hashes !== undefined && this.#hashes.find(low, high) > 0;
	}

	/** Calls `visit` with the hash of each id. */
	forEach(visit: (low: number, high: number) => void): void {
		this.#hashes?.forEach(visit);
	}
}
