import {Hash} from '../rules/keys/hash.ts';
import {HashNumbers} from '../rules/keys/hash-numbers.ts';

/** The names that lead to one column of the warehouse. */
export type ColumnNames = {
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly column: string;
};

/** Stands between the parts of a key: a character that no warehouse has in its names. */
const separator = '\u0000';

/** Every column and warehouse table that a snapshot holds, numbered from 1, by hashes of 64 bits instead of names. */
export class Picture {
	readonly #columns = new HashNumbers();
	readonly #tables = new HashNumbers();
	readonly #hash = new Hash();

	/** Number of columns. */
	get columns(): number {
		return this.#columns.count;
	}

	/** Number of warehouse tables. */
	get tables(): number {
		return this.#tables.count;
	}

	/** Adds a column; one that is there already changes nothing. */
	add(names: ColumnNames): void {
		const table = tableKey(names);
		const column = columnKey(names);
		if (table === undefined || column === undefined) return;
		this.#hashed(table, (low, high) => this.#tables.put(low, high));
		this.#hashed(column, (low, high) => this.#columns.put(low, high));
	}

	/** The number of a column; `undefined` when the snapshot does not hold it. */
	columnNumber(names: ColumnNames): number | undefined {
		return this.#hashed(columnKey(names), (low, high) => this.#columns.find(low, high));
	}

	/** The number of the warehouse table that holds a column. */
	tableNumber(names: ColumnNames): number | undefined {
		return this.#hashed(tableKey(names), (low, high) => this.#tables.find(low, high));
	}

	#hashed(key: string | undefined, number: (low: number, high: number) => number): number | undefined {
		if (key === undefined) return undefined;
		const bytes = Buffer.from(key);
		const {low, high} = this.#hash.of(bytes, 0, bytes.length);
		return number(low, high) || undefined;
	}
}

/** The key of a warehouse table; `undefined` when a part of its name is empty. */
export function tableKey({database, schema, table}: ColumnNames): string | undefined {
	return joined(database, schema, table);
}

/** Secoda lower-cases the names of columns [doc], so case does not count there. */
function columnKey({database, schema, table, column}: ColumnNames): string | undefined {
	return joined(database, schema, table, column.toLowerCase());
}

function joined(...names: readonly string[]): string | undefined {
	return names.includes('') ? undefined : names.join(separator);
}
