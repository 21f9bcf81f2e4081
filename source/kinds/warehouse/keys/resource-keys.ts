import {lowerCase} from '../../bytes/classes.ts';
import type {Hash} from '../../keys/hash.ts';
import {KeyHash, type ResourceKey} from '../../keys/key-hash.ts';

/** Ends each part of the name of a table: a byte that never occurs in UTF-8. */
export const partEnd = 0xff;
const partEndBytes = Buffer.of(partEnd);

/** Sets a hash to that of a column name. The bytes are lower-cased: those of other letters than A to Z must be already. */
export function hashColumnName(hash: Hash, bytes: Uint8Array, start: number, end: number): Hash {
	return hash.of(bytes, start, end, 0, lowerCase);
}

/** The keys of a table and of one of its columns. Reuse one instance. Case counts in names of tables, not of columns [doc]. */
export class WarehouseKeys {
	readonly #table = new KeyHash();
	readonly #column = new KeyHash();

	get table(): ResourceKey {
		return this.#table;
	}

	/** Starts the key of a table; its parts follow: database, schema, table. */
	startTable(): void {
		this.#table.start();
	}

	addPart(bytes: Uint8Array, start: number, end: number): void {
		this.#table.add(bytes, start, end).add(partEndBytes, 0, 1);
	}

	addPartText(part: string): void {
		this.#table.addText(part).add(partEndBytes, 0, 1);
	}

	finishTable(): void {
		this.#table.finish();
	}

	/** Sets the key of the table from its whole name, in which each part has its end. */
	setTable(name: Uint8Array): void {
		this.#table.start().add(name, 0, name.length).finish();
	}

	/** Returns the key of a column of the table, by the hash of its name. */
	columnKey(low: number, high: number): ResourceKey {
		return this.#column.ofMember(this.#table, low, high);
	}
}
