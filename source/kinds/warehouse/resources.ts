import {CsvFormat} from '../../records/csv/csv-format.ts';
import {delimiters} from '../../records/csv/dialect.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import {byteClass} from '../bytes/classes.ts';
import {Content} from '../content.ts';
import {Hash} from '../keys/hash.ts';
import type {ResourceKey} from '../keys/key-hash.ts';
import type {
	EntityType,
	ListedPage,
	NamedResource,
	ResourceDetails,
	ResourceKind,
	ResourceName,
	ResourceReader,
	ResourceSink,
} from '../resources.ts';
import type {OnSentRecord, SentRecord} from '../sent-record.ts';
import {Cell} from './bytes/cell.ts';
import {nameClasses} from './bytes/plausible.ts';
import {SentCells} from './bytes/sent-cells.ts';
import type {CheckedContents} from './checked-contents.ts';
import {descriptionHash, WarehouseContent} from './content.ts';
import {WarehouseDescriber} from './describer.ts';
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
	// The list of columns shows the tables too, so no other list is compared.
	readBack: [
		{
			name: 'columns',
			entities: [columnType],
			implied: [tableType],
			resources: resourcesOfColumn,
			impliedPages: {name: 'tables', entities: [tableType], resources: resourcesOfTable},
		},
	],
	resources: (labels, sink) => new WarehouseResources(labels, sink),
	describer: labels => new WarehouseDescriber(labels, entity => entity === columnType),
};

/** Returns the resources of a page: a column, and the table that it implies. */
function resourcesOfColumn(page: ListedPage): readonly NamedResource[] {
	const {database = '', schema = '', table = '', title} = page;
	const tableName = [database, schema, table];
	const keys = keysOfTable(tableName);
	// Secoda lower-cases the names of columns [doc].
	const column = Buffer.from(title.toLowerCase());
	const {low, high} = hashColumnName(new Hash(), column, 0, column.length);
	return [
		{
			entity: columnType,
			key: keys.columnKey(low, high),
			name: [...tableName, title],
			place: page.sortOrder,
			text: descriptionHash('col_description', page),
		},
		{entity: tableType, key: keys.table, name: tableName},
	];
}

/** Returns the table of a page. */
function resourcesOfTable(page: ListedPage): readonly NamedResource[] {
	const {database = '', schema = '', title} = page;
	const name = [database, schema, title];
	return [{entity: tableType, key: keysOfTable(name).table, name, text: descriptionHash('description', page)}];
}

function keysOfTable(name: ResourceName): WarehouseKeys {
	const keys = new WarehouseKeys();
	keys.startTable();
	for (const part of name) keys.addPartText(part);
	keys.finishTable();
	return keys;
}

/** The facts of the check about each row, and the fields of the columns that are sent. */
type FactsOfRows = {
	readonly facts: RowFacts;
	readonly tables: WarehouseTables;
	/** The contents of canonical rows, if the check has read them. */
	readonly contents: CheckedContents | undefined;
	readonly sentFields: readonly Field[];
};

/**
Returns a function that adds the table and the column of a checked row to the sink. Only contents that the check has not read are read
from the record.
*/
export function resourcesOfRows({facts, tables, contents, sentFields}: FactsOfRows, sink: ResourceSink): OnSentRecord {
	const keys = new WarehouseKeys();
	const content = new WarehouseContent(field => sentFields.indexOf(field));
	const checked = new Content();
	const cells = new SentCells();
	/** The number in the sink of each table. */
	const numbers = new Int32Array(tables.lastNumber + 1);
	let last = 0;
	const tableDetails = ({rowInFile, offset, bytes, start, end}: SentRecord, table: number) => {
		const parts = tables.parts(table);
		const group = sink.groupNumber(parts.slice(0, -1));
		const name = parts.at(-1) ?? '';
		if (rowInFile !== 0 && contents?.copyTable(table, rowInFile, checked.start(offset, 0, group, name))) return checked;
		return content.ofTable(cells.of(bytes, start, end, content.tableWidth), offset, group, name);
	};
	const columnDetails = ({rowInFile, offset, bytes, start, end}: SentRecord, table: number) => {
		if (rowInFile === 0 || contents === undefined) {
			return content.ofColumn(cells.of(bytes, start, end, content.columnWidth), offset, table);
		}

		contents.copyColumn(rowInFile, checked.start(offset, table));
		return checked;
	};
	return record => {
		const {row} = record;
		const table = facts.tables[row] ?? 0;
		if (table === 0 || facts.named[row] !== 1) return;
		if (table !== last) {
			keys.setTable(tables.nameBytes(table));
			last = table;
			if (numbers[table] === 0) numbers[table] = addOrFind(sink, keys.table, tableDetails(record, table));
		}

		const key = keys.columnKey(facts.low[row] as number, facts.high[row] as number);
		sink.append(columnType, key, columnDetails(record, numbers[table] as number));
	};
}

/** Returns the number of a table, which another file may have too. */
function addOrFind(sink: ResourceSink, key: ResourceKey, details: ResourceDetails): number {
	return sink.add(tableType, key, details) || sink.find(tableType, key);
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
	readonly #content: WarehouseContent;
	/** The number of the table in the sink. */
	#table = 0;

	constructor(labels: readonly string[], sink: ResourceSink) {
		const {mapping} = readHeader(labels);
		const columnOf = (field: Field) => mapping[field] ?? noColumn;
		this.#sink = sink;
		this.#tableName = tableNameFields.map(columnOf);
		this.#columnName = columnOf('col_name');
		// Without a column for each name, no record has enough cells.
		this.#width = nameFields.every(field => mapping[field] !== undefined) ? labels.length : Number.POSITIVE_INFINITY;
		this.#sameTable = new SameCells(this.#tableName);
		this.#content = new WarehouseContent(columnOf);
	}

	reserve(records: number): void {
		this.#sink.reserve(columnType, records);
	}

	forgetBytes(): void {
		this.#sameTable.forget();
	}

	read(record: RecordScanner, offset: number): void {
		const same = this.#sameTable;
		if (record.readableCount < this.#width) return;
		if (this.#cell.of(record, this.#columnName).length === 0) return;
		if (!(same.same(record, 0) && same.same(record, 1) && same.same(record, 2))) {
			if (!this.#readTable(record, offset)) {
				same.forget();
				return;
			}
		}

		this.#addColumn(record, offset);
		same.remember(record);
	}

	/** Adds the table. Returns true if no part of its name is missing. */
	#readTable(record: RecordScanner, offset: number): boolean {
		const keys = this.#keys;
		keys.startTable();
		for (const column of this.#tableName) {
			const {bytes, start, end} = this.#cell.of(record, column);
			if (start === end) return false;
			keys.addPart(bytes, start, end);
		}

		keys.finishTable();
		const names = this.#tableName.map(column => this.#cell.of(record, column).text);
		const group = this.#sink.groupNumber(names.slice(0, -1));
		const details = this.#content.ofTable(record, offset, group, names.at(-1) ?? '');
		this.#table = addOrFind(this.#sink, keys.table, details);
		return true;
	}

	#addColumn(record: RecordScanner, offset: number): void {
		const name = this.#cell.of(record, this.#columnName);
		if ((nameClasses(name.bytes, name.start, name.end) & byteClass.wide) !== 0) name.lowerCase();
		const {low, high} = hashColumnName(this.#hash, name.bytes, name.start, name.end);
		const details = this.#content.ofColumn(record, offset, this.#table);
		this.#sink.append(columnType, this.#keys.columnKey(low, high), details);
	}
}

/** The column index of a field that the file does not have. */
const noColumn = -1;
