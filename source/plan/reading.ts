import {type ColumnNames, type Picture, tableKey} from './picture.ts';

/** How many names of pages that are not in the file are kept to be shown. */
const sampleSize = 200;

/** One reading of the catalog, held against a picture. Feed it every visible column of the integration. */
export class Reading {
	/** Columns of the file that the catalog shows. */
	foundColumns = 0;
	/** Warehouse tables of the file of which the catalog shows a column. */
	foundTables = 0;
	/** Columns that the catalog shows and the file does not hold. */
	otherColumns = 0;
	/** Some of their names. */
	readonly otherSamples: ColumnNames[] = [];
	readonly #picture: Picture;
	readonly #columns: Uint8Array;
	readonly #tables: Uint8Array;
	readonly #otherTables = new Set<string>();

	constructor(picture: Picture) {
		this.#picture = picture;
		this.#columns = new Uint8Array(picture.columns + 1);
		this.#tables = new Uint8Array(picture.tables + 1);
	}

	see(names: ColumnNames): void {
		const table = this.#picture.tableNumber(names);
		const column = this.#picture.columnNumber(names);
		if (table !== undefined && this.#tables[table] === 0) {
			this.#tables[table] = 1;
			this.foundTables++;
		}

		if (column === undefined) {
			this.otherColumns++;
			if (table === undefined) this.#otherTables.add(tableKey(names) ?? '');
			if (this.otherSamples.length < sampleSize) this.otherSamples.push(names);
		} else if (this.#columns[column] === 0) {
			this.#columns[column] = 1;
			this.foundColumns++;
		}
	}

	/** Warehouse tables that the catalog shows and of which the file holds no column. */
	get otherTables(): number {
		return this.#otherTables.size;
	}

	/** Tables and columns of the file that the catalog shows. */
	get found(): number {
		return this.foundColumns + this.foundTables;
	}

	/** Tables and columns of the file that the catalog does not show. */
	get missing(): number {
		return this.#picture.columns + this.#picture.tables - this.found;
	}

	/** Tables and columns that the catalog shows and the file does not hold. */
	get others(): number {
		return this.otherColumns + this.otherTables;
	}
}
