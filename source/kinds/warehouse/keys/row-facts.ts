import type {Renumbering} from '../../../records/renumbering.ts';
import {enlarged} from '../../keys/enlarged.ts';
import type {Field} from '../field.ts';

/** The fields that belong to the warehouse table, so that all its rows should agree on them. */
export const tableFields = ['description', 'is_view', 'last_updated_time'] as const satisfies readonly Field[];

/** What is known of one row. */
export type RowFact = {
	readonly table: number;
	readonly low: number;
	readonly high: number;
	readonly named: number;
	readonly upperCase: number;
	readonly values: readonly [number, number, number];
};

/** What the rules that look at more than one row must know of each: numbers alone, in columns. */
export class RowFacts {
	/** The number of the row's warehouse table; 0 when a part of its name is missing. */
	tables = new Int32Array(1024);
	/** The hash of the lower-cased column name, where `named` holds. */
	low = new Int32Array(1024);
	high = new Int32Array(1024);
	/** For each of `tableFields` the number of the row's value; 0 = none. */
	readonly values: [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>] = [
		new Int32Array(1024),
		new Int32Array(1024),
		new Int32Array(1024),
	];
	/** Whether the row has a column name. */
	named = new Uint8Array(1024);
	/** Whether that holds letters that Secoda lower-cases. */
	upperCase = new Uint8Array(1024);

	/** Makes room for so many rows. */
	reserve(rows: number): void {
		if (rows <= this.tables.length) return;
		this.tables = enlarged(this.tables, rows);
		this.low = enlarged(this.low, rows);
		this.high = enlarged(this.high, rows);
		for (const [at, values] of this.values.entries()) this.values[at] = enlarged(values, rows);
		const {named, upperCase} = this;
		this.named = new Uint8Array(rows);
		this.upperCase = new Uint8Array(rows);
		this.named.set(named);
		this.upperCase.set(upperCase);
	}

	/** Makes room for a row, and all before it. */
	ensureRow(row: number): void {
		if (row >= this.tables.length) this.reserve(Math.ceil(row * 1.5));
	}

	/** Gives rows their new numbers after some were inserted, of which nothing is known, or removed; `lastRow` is the last one then. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		this.ensureRow(Math.max(lastRow, renumbering.lastBefore(lastRow)));
		const columns = [this.tables, this.low, this.high, this.named, this.upperCase, ...this.values];
		for (const column of columns) renumbering.move(column, lastRow);
	}

	/** All that is known of a row, to be put back with `set`. */
	get(row: number): RowFact {
		const [description, isView, lastUpdated] = this.values;
		return {
			table: this.tables[row] ?? 0,
			low: this.low[row] ?? 0,
			high: this.high[row] ?? 0,
			named: this.named[row] ?? 0,
			upperCase: this.upperCase[row] ?? 0,
			values: [description[row] ?? 0, isView[row] ?? 0, lastUpdated[row] ?? 0],
		};
	}

	set(row: number, fact: RowFact): void {
		this.tables[row] = fact.table;
		this.low[row] = fact.low;
		this.high[row] = fact.high;
		this.named[row] = fact.named;
		this.upperCase[row] = fact.upperCase;
		for (const [at, value] of fact.values.entries()) (this.values[at] as Int32Array)[row] = value;
	}

	/** Forgets what was known of a row. */
	clear(row: number): void {
		this.tables[row] = 0;
		for (const values of this.values) values[row] = 0;
		this.low[row] = 0;
		this.high[row] = 0;
		this.named[row] = 0;
		this.upperCase[row] = 0;
	}
}
