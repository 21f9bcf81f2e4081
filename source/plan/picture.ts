import {KeyChains} from '../rules/key-chains.ts';
import {joinKey} from '../rules/resource-key.ts';

/** The names that lead to one column of the warehouse. */
export type ColumnNames = {
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly column: string;
};

/** Every column and warehouse table that a snapshot holds, numbered from 1, without keeping their names. */
export class Picture {
	/** Number of columns. */
	columns = 0;
	/** Number of warehouse tables. */
	tables = 0;
	readonly #columnKeys = new KeyChains();
	readonly #tableKeys = new KeyChains();

	/** Adds a column; one that is there already changes nothing. */
	add(names: ColumnNames): void {
		const table = tableKey(names);
		const column = columnKey(names);
		if (table === undefined || column === undefined) return;
		if (this.#tableKeys.find(table) === undefined) this.#tableKeys.add(++this.tables, table);
		if (this.#columnKeys.find(column) === undefined) this.#columnKeys.add(++this.columns, column);
	}

	/** The number of a column; `undefined` when the snapshot does not hold it. */
	columnNumber(names: ColumnNames): number | undefined {
		const key = columnKey(names);
		return key === undefined ? undefined : this.#columnKeys.find(key);
	}

	/** The number of the warehouse table that holds a column. */
	tableNumber(names: ColumnNames): number | undefined {
		const key = tableKey(names);
		return key === undefined ? undefined : this.#tableKeys.find(key);
	}
}

/** The key of a warehouse table. */
export function tableKey({database, schema, table}: ColumnNames): string | undefined {
	return joinKey(database, schema, table);
}

/** Secoda lower-cases the names of columns [doc], so case does not count there. */
function columnKey({database, schema, table, column}: ColumnNames): string | undefined {
	return joinKey(database, schema, table, column.toLowerCase());
}
