import {CsvFormat} from '../../records/csv/csv-format.ts';
import {delimiters} from '../../records/csv/dialect.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import {byteClass} from '../bytes/classes.ts';
import {Hash} from '../keys/hash.ts';
import type {EntityType, ListedPage, NamedResource, ResourceKind, ResourceReader, ResourceSink} from '../resources.ts';
import {Cell} from './bytes/cell.ts';
import {nameClasses} from './bytes/plausible.ts';
import {type Field, nameFields} from './field.ts';
import {readHeader} from './header.ts';
import {hashColumnName, WarehouseKeys} from './keys/resource-keys.ts';
import type {RowFacts} from './keys/row-facts.ts';
import type {WarehouseTables} from './keys/warehouse-tables.ts';
import {SameCells} from './same-cells.ts';

/** @forTests */
export const tableType: EntityType = {singular: 'table', plural: 'tables', isPlain: false};
export const columnType: EntityType = {singular: 'column', plural: 'columns', isPlain: true, container: tableType};

/** The fields that identify a table. */
const tableNameFields = ['database', 'schema', 'name'] as const satisfies readonly Field[];

/** Every record describes a column and its table. */
export const warehouseResources: ResourceKind = {
	entities: [tableType, columnType],
	sentFormat: new CsvFormat(delimiters.comma),
	// The list of columns shows the tables too, so no other list is read.
	readBack: [{name: 'columns', entities: [columnType], implied: [tableType], resources: resourcesOfColumn}],
	resources: (labels, sink) => new WarehouseResources(labels, sink),
};

/** Returns the resources of a page: a column, and the table that it implies. */
function resourcesOfColumn({database = '', schema = '', table = '', title}: ListedPage): readonly NamedResource[] {
	const keys = new WarehouseKeys();
	const tableName = [database, schema, table];
	keys.startTable();
	for (const part of tableName) keys.addPartText(part);
	keys.finishTable();
	// Secoda lower-cases the names of columns [doc].
	const column = Buffer.from(title.toLowerCase());
	const {low, high} = hashColumnName(new Hash(), column, 0, column.length);
	return [
		{entity: columnType, key: keys.columnKey(low, high), name: [...tableName, title]},
		{entity: tableType, key: keys.table, name: tableName},
	];
}

/** Returns a function that adds the table and the column of a checked row to the sink, by the facts of the row. */
export function resourcesOfRows(facts: RowFacts, tables: WarehouseTables, sink: ResourceSink): (row: number) => void {
	const keys = new WarehouseKeys();
	let last = 0;
	return row => {
		const table = facts.tables[row] ?? 0;
		if (table === 0 || facts.named[row] !== 1) return;
		if (table !== last) {
			keys.setTable(tables.nameBytes(table));
			sink.add(tableType, keys.table);
			last = table;
		}

		sink.add(columnType, keys.columnKey(facts.low[row] as number, facts.high[row] as number));
	};
}

/**
Reads the table and the column of a record from its bytes. The records of a table are mostly adjacent, so the key of a table is made
once for all of them. A record with a missing name has no resources.
*/
class WarehouseResources implements ResourceReader {
	readonly #sink: ResourceSink;
	readonly #tableName: readonly number[];
	readonly #columnName: number;
	/** The number of cells that a record must have. */
	readonly #width: number;
	readonly #sameTable: SameCells;
	readonly #cell = new Cell();
	readonly #keys = new WarehouseKeys();
	readonly #hash = new Hash();

	constructor(labels: readonly string[], sink: ResourceSink) {
		const {mapping} = readHeader(labels);
		const columnOf = (field: Field) => mapping[field] ?? noColumn;
		this.#sink = sink;
		this.#tableName = tableNameFields.map(columnOf);
		this.#columnName = columnOf('col_name');
		// Without a column for each name, no record has enough cells.
		this.#width = nameFields.every(field => mapping[field] !== undefined) ? labels.length : Number.POSITIVE_INFINITY;
		this.#sameTable = new SameCells(this.#tableName);
	}

	reserve(records: number): void {
		this.#sink.reserve(columnType, records);
	}

	forgetBytes(): void {
		this.#sameTable.forget();
	}

	read(record: RecordScanner): void {
		const same = this.#sameTable;
		if (record.readableCount < this.#width) return;
		if (this.#cell.of(record, this.#columnName).length === 0) return;
		if (!(same.same(record, 0) && same.same(record, 1) && same.same(record, 2))) {
			if (!this.#readTable(record)) {
				same.forget();
				return;
			}

			this.#sink.add(tableType, this.#keys.table);
		}

		this.#addColumn(record);
		same.remember(record);
	}

	/** Sets the key of the table. Returns true if no part of its name is missing. */
	#readTable(record: RecordScanner): boolean {
		const keys = this.#keys;
		keys.startTable();
		for (const column of this.#tableName) {
			const {bytes, start, end} = this.#cell.of(record, column);
			if (start === end) return false;
			keys.addPart(bytes, start, end);
		}

		keys.finishTable();
		return true;
	}

	#addColumn(record: RecordScanner): void {
		const name = this.#cell.of(record, this.#columnName);
		if ((nameClasses(name.bytes, name.start, name.end) & byteClass.wide) !== 0) name.lowerCase();
		const {low, high} = hashColumnName(this.#hash, name.bytes, name.start, name.end);
		this.#sink.add(columnType, this.#keys.columnKey(low, high));
	}
}

/** The column index of a field that the file does not have. */
const noColumn = -1;
