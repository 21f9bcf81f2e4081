import {cellKind} from '../../records/cell-spans.ts';
import {CsvFormat} from '../../records/csv/csv-format.ts';
import {delimiters} from '../../records/csv/dialect.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import {byteClass, lowerCase} from '../bytes/classes.ts';
import type {
	EntityType,
	ListedPage,
	NamedResource,
	ResourceKind,
	ResourceName,
	ResourceReader,
	ResourceSink,
} from '../resources.ts';
import {Cell} from './bytes/cell.ts';
import {nameClasses} from './bytes/plausible.ts';
import {type Field, nameFields} from './field.ts';
import {readHeader} from './header.ts';
import {tableFields} from './keys/row-facts.ts';
import {SameCells} from './same-cells.ts';

/** @forTests */
export const tableType: EntityType = {singular: 'table', plural: 'tables', isPlain: false};
/** @forTests */
export const columnType: EntityType = {singular: 'column', plural: 'columns', isPlain: true};

/** Separates the parts of a key: a character that does not occur in names of warehouses. */
const separator = '\u0000';
const separatorBytes = Buffer.from(separator);

/** The fields that identify a table. */
const tableNameFields = ['database', 'schema', 'name'] as const satisfies readonly Field[];

/** The fields that describe only the column. */
const columnFields = ['col_description', 'col_type', 'sort_order'] as const satisfies readonly Field[];

/** Every record describes a column and its table. */
export const warehouseResources: ResourceKind = {
	entities: [tableType, columnType],
	sentFormat: new CsvFormat(delimiters.comma),
	// The list of columns shows the tables too, so no other list is read.
	readBack: [{name: 'columns', entities: [columnType], implied: [tableType], resources: resourcesOfColumn}],
	resources: (labels, sink) => new WarehouseResources(labels, sink),
};

function resourcesOfColumn({database, schema, table = '', title}: ListedPage): readonly NamedResource[] {
	return [columnResource([database, schema, table, title]), tableResource([database, schema, table])];
}

function tableResource(name: ResourceName): NamedResource {
	return {entity: tableType, key: name.join(separator), name};
}

/** Returns a column as a resource. Secoda lower-cases the names of columns [doc], so their case is ignored. */
function columnResource(name: ResourceName): NamedResource {
	const [database = '', schema = '', table = '', column = ''] = name;
	return {entity: columnType, key: [database, schema, table, column.toLowerCase()].join(separator), name};
}

/**
Reads the table and the column of a record from its bytes. The records of a table are mostly adjacent, so a table is read once for
all of them. A record with a missing name has no resources.
*/
class WarehouseResources implements ResourceReader {
	readonly #sink: ResourceSink;
	readonly #tableName: readonly number[];
	readonly #columnName: number;
	readonly #tableFields: readonly number[];
	readonly #columnFields: readonly number[];
	/** The number of cells that a record must have. */
	readonly #width: number;
	readonly #sameTable: SameCells;
	readonly #database = new Cell();
	readonly #schema = new Cell();
	readonly #table = new Cell();
	readonly #column = new Cell();

	constructor(labels: readonly string[], sink: ResourceSink) {
		const {mapping} = readHeader(labels);
		const columnOf = (field: Field) => mapping[field] ?? noColumn;
		this.#sink = sink;
		this.#tableName = tableNameFields.map(columnOf);
		this.#columnName = columnOf('col_name');
		this.#tableFields = tableFields.map(columnOf);
		this.#columnFields = columnFields.map(columnOf);
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
		if (same.same(record, 0) && same.same(record, 1) && same.same(record, 2)) {
			if (this.#column.of(record, this.#columnName).length === 0) return;
		} else {
			if (!this.#readNames(record)) return;
			this.#addTable(record);
		}

		this.#addColumn(record);
		same.remember(record);
	}

	nameIn(record: RecordScanner, entity: EntityType): ResourceName | undefined {
		if (!this.#readNames(record)) return undefined;
		const table = [this.#database.text, this.#schema.text, this.#table.text];
		return entity === columnType ? [...table, this.#column.text] : table;
	}

	/** Reads the names of a record. Returns true if none is missing. */
	#readNames(record: RecordScanner): boolean {
		if (record.readableCount < this.#width) return false;
		const [database, schema, table] = this.#tableName;
		return (
			this.#database.of(record, database ?? noColumn).length > 0 &&
			this.#schema.of(record, schema ?? noColumn).length > 0 &&
			this.#table.of(record, table ?? noColumn).length > 0 &&
			this.#column.of(record, this.#columnName).length > 0
		);
	}

	#addTable(record: RecordScanner): void {
		this.#sink.start(tableType);
		this.#addTableName();
		// The keys of its columns start with that of the table.
		this.#sink.keepKey();
		this.#addFields(record, this.#tableFields);
		this.#sink.end();
	}

	#addColumn(record: RecordScanner): void {
		const sink = this.#sink;
		const name = this.#column;
		sink.start(columnType);
		sink.resumeKey();
		sink.addToKey(separatorBytes, 0, 1);
		if ((nameClasses(name.bytes, name.start, name.end) & byteClass.wide) !== 0) name.lowerCase();
		sink.addToKey(name.bytes, name.start, name.end, lowerCase);
		this.#addFields(record, this.#columnFields);
		sink.end();
	}

	#addTableName(): void {
		this.#addNamePart(this.#database);
		this.#sink.addToKey(separatorBytes, 0, 1);
		this.#addNamePart(this.#schema);
		this.#sink.addToKey(separatorBytes, 0, 1);
		this.#addNamePart(this.#table);
	}

	#addNamePart({bytes, start, end}: Cell): void {
		this.#sink.addToKey(bytes, start, end);
	}

	#addFields(record: RecordScanner, columns: readonly number[]): void {
		for (const column of columns) {
			if (column === noColumn) {
				this.#sink.addField(separatorBytes, 0, 0);
			} else if (record.kinds[column] === cellKind.escaped) {
				const bytes = Buffer.from(record.value(column));
				this.#sink.addField(bytes, 0, bytes.length);
			} else {
				this.#sink.addField(record.bytes, record.starts[column] ?? 0, record.ends[column] ?? 0);
			}
		}
	}
}

/** The column index of a field that the file does not have. */
const noColumn = -1;
