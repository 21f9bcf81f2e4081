import type {Renumbering} from '../../../records/renumbering.ts';
import {enlarged} from '../../keys/enlarged.ts';
import {RowRings} from '../../keys/row-rings.ts';

/** Groups of rows by a number, from 1, each in row order. */
export class RowGroups {
	readonly #rings = new RowRings();
	#first = new Int32Array(1024);
	#lastGroup = 0;

	reserve(rows: number): void {
		this.#rings.reserve(rows);
		this.#first = enlarged(this.#first, rows);
	}

	/** Returns the first row of a group, or 0 if it has none. */
	first(group: number): number {
		return this.#first[group] ?? 0;
	}

	/** Returns the second row of a group, or 0 if it has none. */
	second(group: number): number {
		const first = this.first(group);
		return first === 0 ? 0 : this.#rings.after(first, first);
	}

	/** Lists the rows of a group, in order. */
	*rows(group: number): Generator<number, void, void> {
		const first = this.first(group);
		for (let row = first; row !== 0; row = this.#rings.after(first, row)) yield row;
	}

	/** Adds a row to a group; 0 is no group. */
	add(group: number, row: number): void {
		if (group === 0) return;
		if (group >= this.#first.length) this.#first = enlarged(this.#first, group * 2);
		if (group > this.#lastGroup) this.#lastGroup = group;
		this.#first[group] = this.#rings.insert(this.first(group), row);
	}

	/** Removes a row from its group. */
	remove(group: number, row: number): void {
		if (group !== 0) this.#first[group] = this.#rings.remove(this.first(group), row);
	}

	/** Renumbers the rows: `rowsAfter` maps old to new numbers. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.#rings.renumber(renumbering, rowsAfter, lastRow);
		for (let group = 1; group <= this.#lastGroup; group++) this.#first[group] = rowsAfter[this.first(group)] ?? 0;
	}
}
