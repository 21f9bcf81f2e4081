import type {Records} from '../../records/records.ts';
import type {JsonRow} from '../json/json-row.ts';
import {columnOf, type Key} from './field.ts';

/** Reads values of other rows for a screen. */
export class ResourceValues {
	readonly #records: Records;
	readonly #row: JsonRow;

	constructor(records: Records, row: JsonRow) {
		this.#records = records;
		this.#row = row;
	}

	/** Returns what reads the values of the current row. Those of a long row are cut, and are not found under misspelt keys. */
	of(row: number): (key: Key) => string {
		if (this.#records.isLong(row)) {
			const cells = this.#records.shownCells(row);
			return key => cells[columnOf(key)] ?? '';
		}

		const read = this.#row.read(row);
		return key => read.value(key);
	}
}
