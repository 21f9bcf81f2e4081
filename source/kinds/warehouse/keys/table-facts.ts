import type {TableField} from './conflicts.ts';
import {type RowFacts, tableFields} from './row-facts.ts';
import type {WarehouseTables} from './warehouse-tables.ts';

/** The warehouse tables of checked rows. */
export class TableFacts {
	readonly #facts: RowFacts;
	readonly #tables: WarehouseTables;

	constructor(facts: RowFacts, tables: WarehouseTables) {
		this.#facts = facts;
		this.#tables = tables;
	}

	/** True if a row is the first of its table. */
	isFirst(row: number): boolean {
		return this.#tables.firstRow(this.#facts.tables[row] ?? 0) === row;
	}

	/** True if two rows describe the same table. */
	isSameTable(row: number, other: number): boolean {
		return this.#facts.tables[row] === this.#facts.tables[other];
	}

	/** Returns the first row of a row's table that has a value in a field; null marks are not values. */
	rowWithValue(row: number, field: TableField): number | undefined {
		const values = this.#facts.values[tableFields.indexOf(field)];
		for (const other of this.#tables.rowsOf(this.#facts.tables[row] ?? 0)) {
			if ((values?.[other] ?? 0) !== 0) return other;
		}

		return undefined;
	}
}
