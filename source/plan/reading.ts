import type {Baseline} from './baseline.ts';
import {Changes} from './changes.ts';
import {Listing} from './listing.ts';
import {type ColumnNames, columnKey, type Picture, type TableNames, tableKey} from './picture.ts';
import {ResourceSet} from './resource-set.ts';
import {Samples} from './samples.ts';

/** How many names of pages that are not in the file are kept to be shown. */
const sampleSize = 200;

/** A column as the catalog lists it. */
export type ListedColumn = {readonly names: ColumnNames; readonly id: string; readonly archived: boolean};

/** One reading of the catalog, compared with a picture and with what the catalog showed before. Takes every listed column. */
export class Reading {
	/** Columns of the file that the catalog shows. */
	foundColumns = 0;
	/** Warehouse tables of the file of which the catalog shows a column. */
	foundTables = 0;
	readonly listing = new Listing();
	readonly changes: Changes;
	readonly #picture: Picture;
	/** Whether the catalog shows a column of the picture, by its number. */
	readonly #columns: Uint8Array;
	readonly #tables: Uint8Array;
	readonly #otherColumns = new ResourceSet();
	readonly #otherTables = new ResourceSet();
	readonly #samples = new Samples<ColumnNames>(sampleSize, compareNames);
	readonly #tableSamples = new Samples<TableNames>(sampleSize, compareTables);
	readonly #shownOthers = new ResourceSet();
	readonly #archivedOwn = new ResourceSet();

	constructor(picture: Picture, baseline?: Baseline) {
		this.#picture = picture;
		this.changes = new Changes(baseline);
		this.#columns = new Uint8Array(picture.columns.count + 1);
		this.#tables = new Uint8Array(picture.tables.count + 1);
	}

	/** Takes a listed column. An archived one is not shown. */
	add({names, id, archived}: ListedColumn): void {
		const key = id === '' ? columnKey(names) : id;
		const visibility = archived ? 'archived' : 'shown';
		this.listing.addRow(key, visibility);
		const column = archived ? this.#picture.columns.find(columnKey(names)) : this.see(names);
		if (column === undefined) {
			this.changes.addOther(key, visibility);
			if (!archived) this.#shownOthers.add(key);
		} else if (archived) {
			this.#archivedOwn.add(key);
		} else {
			this.changes.addOwn(key, column);
		}
	}

	/** Returns what later readings are compared with. `isDependable`: another reading has shown the same. */
	baseline({isDependable}: Pick<Baseline, 'isDependable'>): Baseline {
		return {
			isDependable,
			columns: this.#columns,
			shownOthers: this.#shownOthers,
			archivedOwn: this.#archivedOwn,
		};
	}

	/** Takes a column that is shown. Returns its number in the picture; `undefined` when the file does not hold it. */
	see(names: ColumnNames): number | undefined {
		const table = tableKey(names);
		const inTable = this.#picture.tables.find(table);
		if (inTable !== undefined && this.#tables[inTable] === 0) {
			this.#tables[inTable] = 1;
			this.foundTables++;
		}

		const column = columnKey(names);
		const inColumn = this.#picture.columns.find(column);
		if (inColumn === undefined) {
			this.#seeOther(names, inTable === undefined ? table : undefined, column);
		} else if (this.#columns[inColumn] === 0) {
			this.#columns[inColumn] = 1;
			this.foundColumns++;
		}

		return inColumn;
	}

	/** Columns that the catalog shows and the file does not hold. */
	get otherColumns(): number {
		return this.#otherColumns.count;
	}

	/** Warehouse tables that the catalog shows and of which the file holds no column. */
	get otherTables(): number {
		return this.#otherTables.count;
	}

	/** The first of the columns that the catalog shows and the file does not hold, by name. */
	get otherSamples(): readonly ColumnNames[] {
		return this.#samples.values;
	}

	/** The first of the warehouse tables of which the file holds no column, by name. */
	get otherTableSamples(): readonly TableNames[] {
		return this.#tableSamples.values;
	}

	/** Tables and columns of the file that the catalog shows. */
	get found(): number {
		return this.foundColumns + this.foundTables;
	}

	/** Tables and columns of the file that the catalog does not show. */
	get missing(): number {
		return this.#picture.columns.count + this.#picture.tables.count - this.found;
	}

	/** Tables and columns that the catalog shows and the file does not hold. */
	get others(): number {
		return this.otherColumns + this.otherTables;
	}

	/** Returns the hashes of what the file holds and the catalog does not show, or the other way round, each sorted. */
	differences(): Differences {
		return {
			createdTables: this.#picture.tables.sortedHashes(table => this.#tables[table] === 0),
			createdColumns: this.#picture.columns.sortedHashes(column => this.#columns[column] === 0),
			hiddenTables: this.#otherTables.sortedHashes(),
			hiddenColumns: this.#otherColumns.sortedHashes(),
		};
	}

	#seeOther(names: ColumnNames, table: string | undefined, column: string): void {
		const tables = this.#otherTables.count;
		if (table !== undefined && this.#otherTables.add(table) > tables) this.#tableSamples.add(names);
		const before = this.#otherColumns.count;
		// A list that moves while it is read can show a column twice.
		if (this.#otherColumns.add(column) > before) this.#samples.add(names);
	}
}

/** Hashes of the keys of the resources that an upload creates or hides. */
export type Differences = {
	readonly [Action in 'createdTables' | 'createdColumns' | 'hiddenTables' | 'hiddenColumns']: BigUint64Array;
};

const parts = ['database', 'schema', 'table'] as const;

function compareNames(one: ColumnNames, other: ColumnNames): number {
	return compareTables(one, other) || compareText(one.column, other.column);
}

function compareTables(one: TableNames, other: TableNames): number {
	const part = parts.find(name => one[name] !== other[name]);
	return part === undefined ? 0 : compareText(one[part], other[part]);
}

function compareText(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
