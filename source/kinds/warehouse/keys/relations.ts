import type {Renumbering} from '../../../records/renumbering.ts';
import {RowKeys} from '../../keys/row-keys.ts';
import {Conflicts, type TableField} from './conflicts.ts';
import type {RowFacts} from './row-facts.ts';
import {WarehouseTables} from './warehouse-tables.ts';

/** An earlier row that describes the same column. */
export type Duplicate = {readonly code: 'duplicate-row' | 'case-collision'; readonly row: number};

/** The salts of a removed row in its groups: enough to restore it without reading a name. */
export type KeySalts = {
	/** The salt in the groups of equal names. */
	readonly salt: number;
	/** The salt in the groups of names without regard to case; `undefined` if the row is not in one. */
	readonly lowerSalt: number | undefined;
};

/** Reads current values of a row. */
export type RowTexts = {
	/** Returns the trimmed, lower-cased name of the column. */
	columnName(row: number): string;
	/** Returns the trimmed value of a field of the table. */
	tableValue(row: number, field: TableField): string;
};

/** The relations between rows: the rows of each warehouse table, and the rows that describe the same column. */
export class Relations {
	readonly tables = new WarehouseTables();
	readonly conflicts: Conflicts;
	readonly #facts: RowFacts;
	readonly #keys: RowKeys;
	/** The same keys without regard to case; only for rows of tables that have a sibling. */
	readonly #lowerKeys: RowKeys;
	/** The numbers of the lower-cased table names whose rows are in `#lowerKeys`. */
	readonly #lowered = new Set<number>();

	constructor(facts: RowFacts, texts: RowTexts) {
		this.#facts = facts;
		this.conflicts = new Conflicts(facts, this.tables, (row, field) => texts.tableValue(row, field));
		const sameName = (one: number, other: number) => texts.columnName(one) === texts.columnName(other);
		const tableOf = (row: number) => facts.tables[row] as number;
		this.#keys = new RowKeys(facts, tableOf, sameName);
		this.#lowerKeys = new RowKeys(facts, row => this.tables.lower(tableOf(row)), sameName);
	}

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		this.tables.rows.reserve(rows);
		this.#keys.reserve(rows);
	}

	/** Adds a row by its facts. Returns the earlier row that describes the same column. Changes nothing if a name cannot be read. */
	add(row: number): Duplicate | undefined {
		const table = this.#facts.tables[row] as number;
		if (table === 0) return undefined;
		if (this.#facts.named[row] === 0) {
			this.tables.add(table, row);
			return undefined;
		}

		const first = this.#keys.add(row);
		this.tables.add(table, row);
		if (this.tables.hasSibling(table)) this.#addLower(row, table);
		return first < row ? {code: 'duplicate-row', row: first} : this.#lowerDuplicate(row, table);
	}

	/** Removes a row; its facts must be the same as when it was added. */
	remove(row: number): KeySalts {
		const salts = {
			salt: this.#keys.saltOf(row),
			lowerSalt: this.#isLowerKeyed(row) ? this.#lowerKeys.saltOf(row) : undefined,
		};
		const table = this.#facts.tables[row] ?? 0;
		if (table === 0) return salts;
		this.tables.remove(table, row);
		if (this.#facts.named[row] === 0) return salts;
		this.#keys.remove(row);
		if (salts.lowerSalt !== undefined) this.#lowerKeys.remove(row);
		return salts;
	}

	/** Restores a removed row by its facts, after all later changes were undone. Reads no names. */
	restore(row: number, {salt, lowerSalt}: KeySalts): void {
		const table = this.#facts.tables[row] ?? 0;
		if (table === 0) return;
		if (this.#facts.named[row] === 1) {
			this.#keys.restore(row, salt);
			if (lowerSalt !== undefined) this.#lowerKeys.restore(row, lowerSalt);
			else if (this.#isLowered(table)) this.#removeLower(table);
		}

		this.tables.add(table, row);
	}

	/**
	Renumbers the rows after an insert or a removal; `lastRow` is the new last row. Inserted rows are not in any group. Returns a
	function that restores the old numbers.
	*/
	renumber(renumbering: Renumbering, lastRow: number): () => void {
		const revertConflicts = this.conflicts.renumber(renumbering);
		this.#renumberKeys(renumbering, lastRow);
		return () => {
			this.#renumberKeys(renumbering.inverse, renumbering.lastBefore(lastRow));
			revertConflicts();
		};
	}

	#renumberKeys(renumbering: Renumbering, lastRow: number): void {
		const rowsAfter = renumbering.rowsAfter(renumbering.lastBefore(lastRow));
		this.tables.renumber(renumbering, rowsAfter, lastRow);
		this.#keys.renumber(renumbering, rowsAfter, lastRow);
		if (this.#lowered.size > 0) this.#lowerKeys.renumber(renumbering, rowsAfter, lastRow);
	}

	/** Returns the earlier row that describes the same column. */
	duplicate(row: number): Duplicate | undefined {
		if (!this.#isKeyed(row)) return undefined;
		const table = this.#facts.tables[row] as number;
		const first = this.#keys.first(row);
		return first === row ? this.#lowerDuplicate(row, table) : {code: 'duplicate-row', row: first};
	}

	/** Returns the next row that describes the same column, if a row is the first that does; otherwise 0. */
	successor(row: number): number {
		return this.#isKeyed(row) ? this.#keys.successor(row) : 0;
	}

	/** Returns the successor without regard to case. */
	lowerSuccessor(row: number): number {
		return this.#isLowerKeyed(row) ? this.#lowerKeys.successor(row) : 0;
	}

	#isKeyed(row: number): boolean {
		return (this.#facts.tables[row] ?? 0) !== 0 && this.#facts.named[row] === 1;
	}

	#isLowerKeyed(row: number): boolean {
		return this.#isKeyed(row) && this.#isLowered(this.#facts.tables[row] ?? 0);
	}

	#lowerDuplicate(row: number, table: number): Duplicate | undefined {
		if (!this.#isLowered(table)) return undefined;
		const first = this.#lowerKeys.first(row);
		return first === row ? undefined : {code: 'case-collision', row: first};
	}

	#isLowered(table: number): boolean {
		return this.#lowered.size > 0 && this.#lowered.has(this.tables.lower(table));
	}

	/**
	Adds a row to the keys without regard to case. If a name cannot be read, the row is removed from all groups. When a table gets its
	first sibling, the earlier rows of both are added too.
	*/
	#addLower(row: number, table: number): void {
		const rows = this.#isLowered(table) ? [row] : this.#namedRows(table);
		const added: number[] = [];
		try {
			for (const other of rows) {
				this.#lowerKeys.add(other);
				added.push(other);
			}

			this.#lowered.add(this.tables.lower(table));
		} catch (error) {
			for (const other of added) this.#lowerKeys.remove(other);
			this.#keys.remove(row);
			this.tables.remove(table, row);
			throw error;
		}
	}

	/** Removes the rows of a table and its siblings from the keys without regard to case. */
	#removeLower(table: number): void {
		for (const row of this.#namedRows(table)) this.#lowerKeys.remove(row);
		this.#lowered.delete(this.tables.lower(table));
	}

	/** Returns the rows with a column name, of a table and its siblings. */
	*#namedRows(table: number): Generator<number, void, void> {
		for (const sibling of this.tables.siblings(table)) {
			for (const row of this.tables.rowsOf(sibling)) if (this.#facts.named[row] === 1) yield row;
		}
	}
}
