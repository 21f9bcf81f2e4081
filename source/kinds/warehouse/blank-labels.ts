import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import {trimmedStart} from '../bytes/classes.ts';
import type {FileProblem} from '../problem.ts';
import {describeFileProblem} from './file-problem.ts';

const none: readonly number[] = [];

/** Finds columns with values but no label. */
export class BlankLabels {
	readonly #columns: readonly BlankColumn[];

	/** `columns` are the columns without a label. */
	constructor(columns: readonly number[]) {
		this.#columns = columns.map(column => new BlankColumn(column));
	}

	get problems(): readonly FileProblem[] {
		return this.#columns.flatMap(({column, firstRow: row}) =>
			row === -1 ? [] : [describeFileProblem({code: 'blank-label', column, row})],
		);
	}

	/** Returns the columns in which a row has a value; `set` restores them. */
	get(row: number): readonly number[] {
		if (this.#columns.length === 0) return none;
		return this.#columns.filter(column => column.has(row)).map(({column}) => column);
	}

	set(row: number, columns: readonly number[]): void {
		for (const column of this.#columns) {
			if (columns.includes(column.column)) column.add(row);
			else column.remove(row);
		}
	}

	/** Adds the values of a row that has none yet. */
	add(row: number, record: RecordScanner): void {
		for (const column of this.#columns) {
			if (column.column >= record.readableCount) break;
			const end = record.ends[column.column] ?? 0;
			if (trimmedStart(record.bytes, record.starts[column.column] ?? 0, end) !== end) column.add(row);
		}
	}

	/** Renumbers the rows after an insert or a removal; `lastRow` is the new last row. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		for (const column of this.#columns) column.renumber(renumbering, lastRow);
	}
}

/** The rows that have a value in a column without a label. */
class BlankColumn {
	readonly column: number;
	/** The first row with a value, or -1. */
	firstRow = -1;
	/** 1 for a row with a value. */
	#rows = new Uint8Array(0);

	constructor(column: number) {
		this.column = column;
	}

	has(row: number): boolean {
		return this.#rows[row] === 1;
	}

	add(row: number): void {
		this.#ensureRow(row);
		this.#rows[row] = 1;
		if (this.firstRow === -1 || row < this.firstRow) this.firstRow = row;
	}

	remove(row: number): void {
		if (!this.has(row)) return;
		this.#rows[row] = 0;
		if (row === this.firstRow) this.firstRow = this.#rows.indexOf(1, row);
	}

	renumber(renumbering: Renumbering, lastRow: number): void {
		if (this.firstRow === -1) return;
		this.#ensureRow(Math.max(lastRow, renumbering.lastBefore(lastRow)));
		renumbering.move(this.#rows, lastRow);
		this.firstRow = this.#rows.indexOf(1);
	}

	#ensureRow(row: number): void {
		if (row < this.#rows.length) return;
		const rows = new Uint8Array(Math.ceil((row + 1) * 1.5));
		rows.set(this.#rows);
		this.#rows = rows;
	}
}
