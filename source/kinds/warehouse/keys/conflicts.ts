import type {Renumbering} from '../../../records/renumbering.ts';
import {booleanOf} from '../../values/boolean.ts';
import {isEpoch} from '../../values/time.ts';
import {type RowFacts, tableFields} from './row-facts.ts';
import type {WarehouseTables} from './warehouse-tables.ts';

export type TableField = (typeof tableFields)[number];

/** A value of a field in the rows of a warehouse table. */
export type TableValue = {readonly firstRow: number; readonly count: number};

/** A field with different values in the rows of a warehouse table. */
export type Conflict = {
	readonly field: TableField;
	/** The value to use: the most common, the first on a tie; for times, the newest. */
	readonly proposal: TableValue;
	/** All values in row order, including the proposal. */
	readonly values: readonly TableValue[];
	/** The first row whose value differs from the proposal. */
	readonly row: number;
};

const none: readonly TableField[] = [];
const noConflicts: readonly Conflict[] = [];

/** Finds conflicts between the rows of each warehouse table. */
export class Conflicts {
	readonly #facts: RowFacts;
	readonly #tables: WarehouseTables;
	/** Returns the current, trimmed value of a cell. */
	readonly #textOf: (row: number, field: TableField) => string;
	/** The fields with a conflict, by the row that reports it. */
	#fieldsAt = new Map<number, readonly TableField[]>();
	/** The rows that report conflicts, by warehouse table. */
	#rowsOf = new Map<number, readonly number[]>();

	constructor(facts: RowFacts, tables: WarehouseTables, textOf: (row: number, field: TableField) => string) {
		this.#facts = facts;
		this.#tables = tables;
		this.#textOf = textOf;
	}

	/** Returns the fields with a conflict that a row reports. */
	fieldsAt(row: number): readonly TableField[] {
		return this.#fieldsAt.get(row) ?? none;
	}

	/** Returns the warehouse tables with conflicts. */
	tables(): Iterable<number> {
		return this.#rowsOf.keys();
	}

	/** Checks all warehouse tables. Returns the rows that report conflicts, in order. */
	findAll(): number[] {
		for (let table = 1; table <= this.#tables.lastNumber; table++) this.#report(table, this.#find(table));
		return [...this.#fieldsAt.keys()].sort((one, other) => one - other);
	}

	/** Rechecks warehouse tables. Returns the rows that reported or now report a conflict. Changes nothing if a value cannot be read. */
	recheck(tables: ReadonlySet<number>): Set<number> {
		const found = Array.from(tables, table => [table, this.#find(table)] as const);
		const reporting = new Set<number>();
		const note = (table: number) => {
			for (const row of this.#rowsOf.get(table) ?? []) reporting.add(row);
		};
		// Clear all tables first: a row that moved may report the conflicts of its new table.
		for (const table of tables) {
			note(table);
			for (const row of this.#rowsOf.get(table) ?? []) this.#fieldsAt.delete(row);
			this.#rowsOf.delete(table);
		}

		for (const [table, conflicts] of found) {
			this.#report(table, conflicts);
			note(table);
		}

		return reporting;
	}

	/** Renumbers the rows; removed rows report nothing. Returns a function that restores the old numbers. */
	renumber(renumbering: Renumbering): () => void {
		const [fieldsAt, rowsOf] = [this.#fieldsAt, this.#rowsOf];
		this.#fieldsAt = renumbering.keys(fieldsAt);
		this.#rowsOf = new Map(Array.from(rowsOf, ([table, rows]) => [table, renumbering.renumbered(rows)]));
		return () => {
			this.#fieldsAt = fieldsAt;
			this.#rowsOf = rowsOf;
		};
	}

	/** Returns the conflict of a warehouse table in a field. */
	conflictOf(table: number, field: TableField): Conflict | undefined {
		const numbers = this.#facts.values[tableFields.indexOf(field)];
		const found = new Map<number, {firstRow: number; count: number}>();
		for (const row of this.#tables.rowsOf(table)) {
			const number = numbers?.[row] ?? 0;
			if (number === 0) continue;
			const known = found.get(number);
			if (known !== undefined) known.count++;
			else found.set(number, {firstRow: row, count: 1});
		}

		const [first, ...others] = found.values();
		if (first === undefined || others.length === 0) return undefined;
		const values = [first, ...others] as const;
		const proposal = proposalOf(field, values, this.#textOf);
		return {field, values, proposal, row: reportingRow(values, proposal)};
	}

	/** Returns the conflicts of a warehouse table. */
	#find(table: number): readonly Conflict[] {
		let found = noConflicts;
		for (const [at, field] of tableFields.entries()) {
			if (!this.#differs(table, this.#facts.values[at])) continue;
			const conflict = this.conflictOf(table, field);
			if (conflict !== undefined) found = [...found, conflict];
		}

		return found;
	}

	#report(table: number, conflicts: readonly Conflict[]): void {
		for (const {row, field} of conflicts) {
			this.#fieldsAt.set(row, [...this.fieldsAt(row), field]);
			this.#rowsOf.set(table, [...(this.#rowsOf.get(table) ?? []), row]);
		}
	}

	/** True if two rows of a table have different values: a fast path, because nearly all tables have none. */
	#differs(table: number, values: Int32Array | undefined): boolean {
		const first = this.#tables.firstRow(table);
		let known = 0;
		for (let row = first; row !== 0; row = this.#tables.rows.after(first, row)) {
			const value = values?.[row] ?? 0;
			if (value === 0) continue;
			if (known === 0) known = value;
			else if (value !== known) return true;
		}

		return false;
	}
}

/**
Returns the value to use in all rows of a warehouse table: the most common, the first on a tie; for times, the newest.
`textOf` returns the trimmed value of a cell.
*/
export function proposalOf<Value extends TableValue>(
	field: TableField,
	values: readonly [Value, ...Value[]],
	textOf: (row: number, field: TableField) => string,
): Value {
	const newest = field === 'last_updated_time' ? newestOf(values, row => textOf(row, field)) : undefined;
	return newest ?? values.reduce((best, value) => (value.count > best.count ? value : best));
}

/** Returns the value with the latest time; `undefined` if one of them is not a time. */
function newestOf<Value extends TableValue>(
	values: readonly Value[],
	textOf: (row: number) => string,
): Value | undefined {
	let best: Value | undefined;
	let bestTime = -1;
	for (const value of values) {
		const text = textOf(value.firstRow);
		if (!isEpoch(text)) return undefined;
		if (Number(text) <= bestTime) continue;
		best = value;
		bestTime = Number(text);
	}

	return best;
}

/** Returns the value that the fix of a conflict writes, by the text of the proposal: for a word, the boolean that it stands for. */
export function proposedValue(field: TableField, text: string): string {
	return field === 'is_view' ? (booleanOf(text) ?? text.toLowerCase()) : text;
}

/** Returns the row that reports the conflict: the first whose value is not the proposal. */
export function reportingRow(values: readonly TableValue[], proposal: TableValue): number {
	return Math.min(...values.filter(value => value !== proposal).map(({firstRow}) => firstRow));
}
