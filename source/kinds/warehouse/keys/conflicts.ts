import type {Renumbering} from '../../../records/renumbering.ts';
import {isEpoch} from '../../values/time.ts';
import {type RowFacts, tableFields} from './row-facts.ts';
import type {WarehouseTables} from './warehouse-tables.ts';

export type TableField = (typeof tableFields)[number];

/** A value that rows of a warehouse table have for one of its fields. */
export type TableValue = {readonly firstRow: number; readonly count: number};

/** A warehouse table whose rows do not agree on one of its fields. */
export type Conflict = {
	readonly field: TableField;
	/** The value that the others should have: the commonest, on a tie the first; of times the newest. */
	readonly proposal: TableValue;
	/** In the order in which the rows have them; the proposal is one of them. */
	readonly values: readonly TableValue[];
	/** The first row whose value differs from the proposal. */
	readonly row: number;
};

const none: readonly TableField[] = [];
const noConflicts: readonly Conflict[] = [];

/** Finds where the rows of a warehouse table contradict each other. */
export class Conflicts {
	readonly #facts: RowFacts;
	readonly #tables: WarehouseTables;
	/** The trimmed value of a row's cell as it stands now. */
	readonly #textOf: (row: number, field: TableField) => string;
	/** For each row that reports conflicts, the tables' fields. */
	#fieldsAt = new Map<number, readonly TableField[]>();
	/** For each warehouse table with conflicts, the rows that report them. */
	#rowsOf = new Map<number, readonly number[]>();

	constructor(facts: RowFacts, tables: WarehouseTables, textOf: (row: number, field: TableField) => string) {
		this.#facts = facts;
		this.#tables = tables;
		this.#textOf = textOf;
	}

	/** The fields about which a row reports a conflict. */
	fieldsAt(row: number): readonly TableField[] {
		return this.#fieldsAt.get(row) ?? none;
	}

	/** The warehouse tables that contradict themselves. */
	tables(): Iterable<number> {
		return this.#rowsOf.keys();
	}

	/** Looks at every warehouse table. Answers the rows that report something, in order. */
	findAll(): number[] {
		for (let table = 1; table <= this.#tables.lastNumber; table++) this.#report(table, this.#find(table));
		return [...this.#fieldsAt.keys()].sort((one, other) => one - other);
	}

	/** Checks warehouse tables again, unless a value cannot be read. Returns the rows that reported something before or do now. */
	recheck(tables: ReadonlySet<number>): Set<number> {
		const found = Array.from(tables, table => [table, this.#find(table)] as const);
		const reporting = new Set<number>();
		const note = (table: number) => {
			for (const row of this.#rowsOf.get(table) ?? []) reporting.add(row);
		};
		// All of it is forgotten first: a row that has moved may report for its new table what it did for the old one.
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

	/** Gives rows their new numbers; those that are removed report nothing. Returns what brings the old numbers back. */
	renumber(renumbering: Renumbering): () => void {
		const [fieldsAt, rowsOf] = [this.#fieldsAt, this.#rowsOf];
		this.#fieldsAt = renumbering.keys(fieldsAt);
		this.#rowsOf = new Map(Array.from(rowsOf, ([table, rows]) => [table, renumbering.renumbered(rows)]));
		return () => {
			this.#fieldsAt = fieldsAt;
			this.#rowsOf = rowsOf;
		};
	}

	/** The conflict of a warehouse table in a field. */
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

	/** The conflicts of a warehouse table. */
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

	/** Whether two rows of a table have different values: the quick look that nearly all tables pass. */
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
Returns the value that all rows of a warehouse table should have: the commonest, on a tie the first; of times the newest.
`textOf` returns the trimmed value of a row's cell.
*/
export function proposalOf<Value extends TableValue>(
	field: TableField,
	values: readonly [Value, ...Value[]],
	textOf: (row: number, field: TableField) => string,
): Value {
	const newest = field === 'last_updated_time' ? newestOf(values, row => textOf(row, field)) : undefined;
	return newest ?? values.reduce((best, value) => (value.count > best.count ? value : best));
}

/** Returns the value with the latest time; `undefined` when one of them is no time. */
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

/** Returns the first row whose value is not the proposal: it reports the conflict. */
export function reportingRow(values: readonly TableValue[], proposal: TableValue): number {
	return Math.min(...values.filter(value => value !== proposal).map(({firstRow}) => firstRow));
}
