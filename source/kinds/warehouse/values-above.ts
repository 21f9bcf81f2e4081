import type {Records} from '../../records/records.ts';
import {trim} from '../values/trim.ts';
import type {Field} from './field.ts';
import type {WarehouseHeader} from './header.ts';
import {rowRules} from './row/index.ts';
import {RowView} from './row-view.ts';

/** The number of rows above that are read at most: a screen waits for them. */
const rowsRead = 2000;

/** Finds the nearest value above an empty cell. The last result is kept, so that a long run of empty cells is read once. */
export class ValuesAbove {
	readonly #records: Records;
	readonly #view: RowView;
	/** By field: a row whose cell is empty, and the value above it. */
	readonly #known = new Map<Field, {readonly row: number; readonly value: string}>();

	constructor(records: Records, header: WarehouseHeader) {
		this.#records = records;
		this.#view = new RowView(header, records);
	}

	/** Returns the trimmed value; empty without one. */
	get(row: number, field: Field): string {
		const known = this.#known.get(field);
		const value = known?.row === row ? known.value : this.#find(row, field, known);
		this.#known.set(field, {row, value});
		return value;
	}

	/** Called when a row has changed. */
	forget(): void {
		this.#known.clear();
	}

	#find(row: number, field: Field, known: {readonly row: number; readonly value: string} | undefined): string {
		const first = Math.max(this.#records.firstRow, row - rowsRead);
		for (let above = row - 1; above >= first; above--) {
			if (above === known?.row) return known.value;
			const value = this.#valueAt(above, field);
			if (value !== '') return value;
		}

		return '';
	}

	/** Returns the value of a row; empty if the row is skipped, or if no cell of it is checked. */
	#valueAt(row: number, field: Field): string {
		const records = this.#records;
		if (records.isTooLong(row)) return '';
		const record = records.currentBytes(row);
		const view = this.#view.read(row, record, 0, record.length);
		const value = trim(view.value(field));
		return value === '' || rowRules.some(({isBroken}) => isBroken(view)) ? '' : value;
	}
}
