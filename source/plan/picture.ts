import {ResourceSet} from './resource-set.ts';

/** The names that lead to one column of the warehouse. */
export type ColumnNames = {
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly column: string;
};

/** The names that lead to one warehouse table. */
export type TableNames = Omit<ColumnNames, 'column'>;

/** Stands between the parts of a key: a character that no warehouse has in its names. */
const separator = '\u0000';

/** Every column and warehouse table that a snapshot holds, by number. */
export class Picture {
	readonly columns = new ResourceSet();
	readonly tables = new ResourceSet();

	/** Adds a column and its table; one without all its names is no resource. */
	add(names: ColumnNames): void {
		if (Object.values(names).includes('')) return;
		this.tables.add(tableKey(names));
		this.columns.add(columnKey(names));
	}
}

export function tableKey({database, schema, table}: ColumnNames): string {
	return [database, schema, table].join(separator);
}

/** Secoda lower-cases the names of columns [doc], so case does not count there. */
export function columnKey({database, schema, table, column}: ColumnNames): string {
	return [database, schema, table, column.toLowerCase()].join(separator);
}
