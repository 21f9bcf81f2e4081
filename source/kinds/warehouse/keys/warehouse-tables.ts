import type {Renumbering} from '../../../records/renumbering.ts';
import {enlarged} from '../../keys/enlarged.ts';
import {NameIds} from '../../keys/name-ids.ts';
import {RowRings} from '../../keys/row-rings.ts';

/** Stands between the parts of a name: a byte that no UTF-8 text holds. */
const separator = 0xff;

/** The warehouse tables of a file, numbered from 1: their names, and the rows of each. */
export class WarehouseTables {
	readonly rows = new RowRings();
	readonly #names = new NameIds();
	readonly #lowerNames = new NameIds();
	#name: Buffer = Buffer.alloc(256);
	#length = 0;
	#firstRow = new Int32Array(1024);
	/** For each table the number of its lower-cased name, and the table before it that has the same. */
	#lower = new Int32Array(1024);
	#sibling = new Int32Array(1024);
	/** For each lower-cased name the table that was the last to come with it. */
	#lastSibling = new Int32Array(1024);
	#live = 0;

	/** How many tables have rows. */
	get count(): number {
		return this.#live;
	}

	/** The last number given; a table that has lost all its rows keeps its own. */
	get lastNumber(): number {
		return this.#names.count;
	}

	/** Begins the name that `number` answers for. */
	startName(): void {
		this.#length = 0;
	}

	/** Adds a part: database, schema, table. */
	addPart(bytes: Buffer, start: number, end: number): void {
		const length = this.#length + end - start + 1;
		if (length > this.#name.length) this.#name = Buffer.concat([this.#name], length * 2);
		bytes.copy(this.#name, this.#length, start, end);
		this.#name[length - 1] = separator;
		this.#length = length;
	}

	/** The number of the table whose name was built last. */
	number(): number {
		const known = this.#names.count;
		const number = this.#names.put(this.#name, 0, this.#length);
		if (number > known) this.#addLower(number);
		return number;
	}

	/** Whether there is another table whose name differs in upper and lower case alone. */
	hasSibling(table: number): boolean {
		const last = this.#lastSibling[this.lower(table)] ?? 0;
		return last !== table || this.#sibling[table] !== 0;
	}

	/** The number that a table has in common with its siblings. */
	lower(table: number): number {
		return this.#lower[table] ?? 0;
	}

	/** The tables whose names are the same in lower case, this one too. */
	*siblings(table: number): Generator<number, void, void> {
		const last = this.#lastSibling[this.lower(table)] ?? 0;
		for (let sibling = last; sibling !== 0; sibling = this.#sibling[sibling] ?? 0) yield sibling;
	}

	/** Database, schema and table. */
	parts(table: number): readonly string[] {
		const bytes = this.#names.bytesOf(table);
		const parts: string[] = [];
		for (let start = 0; start < bytes.length; ) {
			const end = bytes.indexOf(separator, start);
			parts.push(bytes.toString('utf8', start, end));
			start = end + 1;
		}

		return parts;
	}

	/** Puts a row into its table. */
	add(table: number, row: number): void {
		const first = this.firstRow(table);
		if (first === 0) this.#live++;
		this.#firstRow[table] = this.rows.insert(first, row);
	}

	/** Takes a row out of its table. */
	remove(table: number, row: number): void {
		const first = this.rows.remove(this.firstRow(table), row);
		if (first === 0) this.#live--;
		this.#firstRow[table] = first;
	}

	/** Gives rows their new numbers: `rowsAfter` has them by the old ones. */
	renumber(renumbering: Renumbering, rowsAfter: Int32Array, lastRow: number): void {
		this.rows.renumber(renumbering, rowsAfter, lastRow);
		for (let table = 1; table <= this.lastNumber; table++) {
			this.#firstRow[table] = rowsAfter[this.firstRow(table)] ?? 0;
		}
	}

	/** The first row of a table; 0 when it has none. */
	firstRow(table: number): number {
		return this.#firstRow[table] ?? 0;
	}

	/** The rows of a table, in order. */
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

		const end = Buffer.of(separator);
		const lowered = Buffer.concat(this.parts(number).flatMap(part => [Buffer.from(part.toLowerCase()), end]));
		const lower = this.#lowerNames.put(lowered, 0, lowered.length);
		this.#lower[number] = lower;
		this.#sibling[number] = this.#lastSibling[lower] ?? 0;
		this.#lastSibling[lower] = number;
	}
}
