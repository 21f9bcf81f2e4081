import type {RecordScanner} from '../../records/record-scanner.ts';
import {enlarged} from '../keys/enlarged.ts';
import type {ResourceContent} from '../resources.ts';
import {StoredContents} from '../stored-contents.ts';
import {type ColumnOf, WarehouseContent} from './content.ts';

/**
The contents of canonical rows, read during the check, when their cells are known. A row has its number in the file, and what is
stored of it describes the file, so no edit changes it.
*/
export class CheckedContents {
	readonly #content: WarehouseContent;
	readonly #columns = new StoredContents();
	/** The contents of tables in their first canonical rows. */
	readonly #tables = new StoredContents();
	#tableRows = new Int32Array(1024);

	constructor(columnOf: ColumnOf) {
		this.#content = new WarehouseContent(columnOf);
	}

	reserve(rows: number): void {
		this.#columns.reserve(rows);
	}

	/** Reads the contents of a canonical row. */
	add(row: number, table: number, record: RecordScanner): void {
		this.#columns.set(row, this.#content.ofColumn(record, 0, 0));
		if (table >= this.#tableRows.length) this.#tableRows = enlarged(this.#tableRows, 2 * table);
		if (this.#tableRows[table] !== 0) return;
		this.#tableRows[table] = row;
		this.#tables.set(table, this.#content.ofTable(record, 0, 0, ''));
	}

	/** Copies the hashes of the column in a canonical row. */
	copyColumn(row: number, content: ResourceContent): void {
		this.#columns.copy(row, content);
	}

	/** Copies the hashes of a table as a canonical row has them. Returns false, and copies nothing, if they were read in another row. */
	copyTable(table: number, row: number, content: ResourceContent): boolean {
		if (this.#tableRows[table] !== row) return false;
		this.#tables.copy(table, content);
		return true;
	}
}
