import type {Renumbering} from '../../../records/renumbering.ts';
import {enlarged} from '../../keys/enlarged.ts';
import type {Field} from '../field.ts';

/** The fields that describe the warehouse table: all its rows must have the same value. */
export const tableFields = ['description', 'is_view', 'last_updated_time'] as const satisfies readonly Field[];

/** The facts of one row. */
export type RowFact = {
	readonly table: number;
	readonly low: number;
	readonly high: number;
	readonly named: number;
	readonly upperCase: number;
	readonly values: readonly [number, number, number];
};

/** The facts that rules about several rows need, as columns of numbers. */
export class RowFacts {
	/** The number of the row's warehouse table; 0 if a part of its name is missing. */
	tables = new Int32Array(1024);
	/** The hash of the lower-cased column name, if `named` is 1. */
	low = new Int32Array(1024);
	high = new Int32Array(1024);
	/** The number of the row's value in each of `tableFields`; 0 = no value. */
	readonly values: [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>] = [
		new Int32Array(1024),
		new Int32Array(1024),
		new Int32Array(1024),
	];
	/** 1 if the row has a column name. */
	named = new Uint8Array(1024);
	/** 1 if the column name has letters that Secoda lower-cases. */
	upperCase = new Uint8Array(1024);

	/** Reserves capacity for a number of rows. */
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

	/** Reserves capacity up to a row. */
	ensureRow(row: number): void {
		if (row >= this.tables.length) this.reserve(Math.ceil(row * 1.5));
	}

	/** Renumbers the rows after an insert or a removal; `lastRow` is the new last row. Inserted rows have no facts. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		this.ensureRow(Math.max(lastRow, renumbering.lastBefore(lastRow)));
		const columns = [this.tables, this.low, this.high, this.named, this.upperCase, ...this.values];
		for (const column of columns) renumbering.move(column, lastRow);
	}

	/** Returns the facts of a row; `set` restores them. */
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

	/** Clears the facts of a row. */
	clear(row: number): void {
		this.tables[row] = 0;
		for (const values of this.values) values[row] = 0;
		this.low[row] = 0;
		this.high[row] = 0;
		this.named[row] = 0;
		this.upperCase[row] = 0;
	}
}
