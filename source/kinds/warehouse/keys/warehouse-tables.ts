import type {Renumbering} from '../../../records/renumbering.ts';
import {lowerCase} from '../../bytes/classes.ts';
import {enlarged} from '../../keys/enlarged.ts';
import {NameIds} from '../../keys/name-ids.ts';
import {RowRings} from '../../keys/row-rings.ts';
import {partEnd} from './resource-keys.ts';

/** The warehouse tables of a file, numbered from 1, with their names and rows. */
export class WarehouseTables {
	readonly rows = new RowRings();
	readonly #names = new NameIds();
	readonly #lowerNames = new NameIds();
	#name: Buffer = Buffer.alloc(256);
	#length = 0;
	#firstRow = new Int32Array(1024);
	/** By table: the number of its lower-cased name, and the previous table with the same lower-cased name. */
	#lower = new Int32Array(1024);
	#sibling = new Int32Array(1024);
	/** By lower-cased name: the last table that has it. */
	#lastSibling = new Int32Array(1024);
	#live = 0;

	/** The number of tables with rows. */
	get count(): number {
		return this.#live;
	}

	/** The last table number. A table without rows keeps its number. */
	get lastNumber(): number {
		return this.#names.count;
	}

	/** Starts the name of a table. */
	startName(): void {
		this.#length = 0;
	}

	/** Adds a part of the name: database, schema, table. */
	addPart(bytes: Buffer, start: number, end: number): void {
		const length = this.#length + end - start + 1;
		if (length > this.#name.length) this.#name = Buffer.concat([this.#name], length * 2);
		bytes.copy(this.#name, this.#length, start, end);
		this.#name[length - 1] = partEnd;
		this.#length = length;
	}

	/** Returns the number of the table with the name that was built last. */
	number(): number {
		const known = this.#names.count;
		const number = this.#names.put(this.#name, 0, this.#length);
		if (number > known) this.#addLower(number);
		return number;
	}

	/** True if the name of another table differs only in case: a sibling. */
	hasSibling(table: number): boolean {
		const last = this.#lastSibling[this.lower(table)] ?? 0;
		return last !== table || this.#sibling[table] !== 0;
	}

	/** Returns the number of the lower-cased name, which a table shares with its siblings. */
	lower(table: number): number {
		return this.#lower[table] ?? 0;
	}

	/** Returns the siblings of a table, including the table. */
	*siblings(table: number): Generator<number, void, void> {
		const last = this.#lastSibling[this.lower(table)] ?? 0;
		for (let sibling = last; sibling !== 0; sibling = this.#sibling[sibling] ?? 0) yield sibling;
	}

	/** Returns the bytes of a name, in which each part has its end. */
	nameBytes(table: number): Buffer {
		return this.#names.bytesOf(table);
	}

	/** Returns the parts of a name: database, schema, table. */
	parts(table: number): readonly string[] {
		const bytes = this.nameBytes(table);
		const parts: string[] = [];
		for (let start = 0; start < bytes.length; ) {
			const end = bytes.indexOf(partEnd, start);
			parts.push(bytes.toString('utf8', start, end));
			start = end + 1;
		}

		return parts;
	}

	/** Adds a row to its table. */
	add(table: number, row: number): void {
		const first = this.firstRow(table);
		if (first === 0) this.#live++;
		this.#firstRow[table] = this.rows.insert(first, row);
	}

	/** Removes a row from its table. */
	remove(table: number, row: number): void {
		const first = this.rows.remove(this.firstRow(table), row);
		if (first === 0) this.#live--;
		this.#firstRow[table] = first;
	}

	/** Renumbers the rows: `rowsAfter` maps old to new numbers. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.rows.renumber(renumbering, rowsAfter, lastRow);
		for (let table = 1; table <= this.lastNumber; table++) {
			this.#firstRow[table] = rowsAfter[this.firstRow(table)] ?? 0;
		}
	}

	/** Returns the first row of a table, or 0 if it has no rows. */
	firstRow(table: number): number {
		return this.#firstRow[table] ?? 0;
	}

	/** Returns the rows of a table, in order. */
	*rowsOf(table: number): Generator<number, void, void> {
		const first = this.firstRow(table);
		for (let row = first; row !== 0; row = this.rows.after(first, row)) yield row;
	}

	#addLower(number: number): void {
		if (number >= this.#lower.length) {
			this.#lower = enlarged(this.#lower, number * 2);
			this.#sibling = enlarged(this.#sibling, number * 2);
			this.#lastSibling = enlarged(this.#lastSibling, number * 2);
			this.#firstRow = enlarged(this.#firstRow, number * 2);
		}

		const lowered = this.#lowered(number);
		const lower = this.#lowerNames.put(lowered, 0, lowered.length);
		this.#lower[number] = lower;
		this.#sibling[number] = this.#lastSibling[lower] ?? 0;
		this.#lastSibling[lower] = number;
	}

	/** Returns the bytes of a name in lower case. Nearly all names are ASCII, of which no text is made. */
	#lowered(number: number): Buffer {
		const name = this.nameBytes(number);
		const lowered = Buffer.allocUnsafe(name.length);
		for (let at = 0; at < name.length; at++) {
			const byte = name[at] as number;
			if (byte >= 0x80 && byte !== partEnd) {
				const end = Buffer.of(partEnd);
				return Buffer.concat(this.parts(number).flatMap(part => [Buffer.from(part.toLowerCase()), end]));
			}

			lowered[at] = lowerCase[byte] as number;
		}

		return lowered;
	}
}
