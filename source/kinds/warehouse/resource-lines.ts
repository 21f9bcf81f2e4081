import type {Records} from '../../records/records.ts';
import type {Conversion} from '../conversion.ts';
import {NameIds} from '../keys/name-ids.ts';
import {isNullMark} from '../values/null-mark.ts';
import {trim} from '../values/trim.ts';
import {canonicalValue} from './canonical.ts';
import type {WarehouseHeader} from './header.ts';
import type {TableField} from './keys/conflicts.ts';
import type {TableFacts} from './keys/table-facts.ts';
import {idOf, resourceLine, withDigits} from './resource-line.ts';
import {RowView} from './row-view.ts';

/** The open file, and the tables that its rows describe. */
export type CheckedSource = {readonly records: Records; readonly header: WarehouseHeader; readonly tables: TableFacts};

/** The names and ids of a table and its parents. */
type TableNames = {readonly [Part in 'database' | 'databaseId' | 'schema' | 'schemaId' | 'name' | 'id']: string};

/** Writes the databases, schemas, tables and columns of a warehouse CSV as JSON lines. The file must not have errors. */
export class ResourceLines implements Conversion {
	readonly fileName = 'resources.jsonl';
	readonly counts = {database: 0, schema: 0, table: 0, column: 0};
	readonly omitted: readonly string[];
	readonly #records: Records;
	readonly #tables: TableFacts;
	readonly #view: RowView;
	/** For rows other than the one that is written. */
	readonly #otherView: RowView;
	readonly #databases = new NameIds();
	readonly #schemas = new NameIds();
	#table: TableNames = {database: '', databaseId: '', schema: '', schemaId: '', name: '', id: ''};
	/** The row that `#table` is of. */
	#tableRow = 0;

	constructor({records, header, tables}: CheckedSource) {
		this.#records = records;
		this.#tables = tables;
		this.#view = new RowView(header, records);
		this.#otherView = new RowView(header, records);
		this.omitted = header.mapping.is_view === undefined ? [] : ['is_view'];
	}

	async *write(signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
		const records = this.#records;
		const {index} = records;
		for await (const {bytes, offset, firstRow, lastRow} of records.batches(records.firstRow, records.lastRow, signal)) {
			const lines: string[] = [];
			for (let row = firstRow; row <= lastRow; row++) {
				const inFile = bytes.subarray(index.start(row) - offset, index.end(row) - offset);
				const record = records.currentBytes(row, inFile);
				if (record.length === 0 || this.#view.read(row, record, 0, record.length).reader.isBlank) continue;
				this.#addRow(row, lines);
			}

			yield Buffer.from(lines.join(''));
		}
	}

	#addRow(row: number, lines: string[]): void {
		const view = this.#view;
		if (this.#tableRow === 0 || !this.#tables.isSameTable(row, this.#tableRow)) this.#readTable(row);
		if (this.#tables.isFirst(row)) this.#addTable(row, lines);
		// Secoda lower-cases the names of columns [doc].
		const name = trim(view.value('col_name')).toLowerCase();
		const line = resourceLine(
			{type: 'column', name, parent: this.#table.id},
			{description: given(view.value('col_description')), type: given(view.value('col_type'))},
		);
		const order = view.value('sort_order');
		lines.push(isNullMark(trim(order)) ? line : withDigits(line, 'sort_order', canonicalValue('sort_order', order)));
		this.counts.column++;
	}

	#readTable(row: number): void {
		const view = this.#view;
		const database = trim(view.value('database'));
		const schema = trim(view.value('schema'));
		const name = trim(view.value('name'));
		const databaseId = idOf(database);
		const schemaId = idOf(schema, databaseId);
		this.#table = {database, databaseId, schema, schemaId, name, id: idOf(name, schemaId)};
		this.#tableRow = row;
	}

	#addTable(row: number, lines: string[]): void {
		const {database, databaseId, schema, schemaId, name} = this.#table;
		if (isNew(this.#databases, databaseId)) {
			lines.push(resourceLine({type: 'database', name: database}));
			this.counts.database++;
		}

		if (isNew(this.#schemas, schemaId)) {
			lines.push(resourceLine({type: 'schema', name: schema, parent: databaseId}, {database}));
			this.counts.schema++;
		}

		const updated = this.#valueOf(row, 'last_updated_time');
		const members = {
			// If the table has null marks only, the description is that of its first row, as in the CSV that is sent.
			description: this.#valueOf(row, 'description') ?? given(this.#view.value('description')),
			external_updated_at: updated === undefined ? undefined : isoTime(Number(trim(updated))),
			database,
			schema,
		};
		lines.push(resourceLine({type: 'table', name, parent: schemaId}, members));
		this.counts.table++;
	}

	/** Returns the value of a field in the rows of a row's table. */
	#valueOf(row: number, field: TableField): string | undefined {
		const other = this.#tables.rowWithValue(row, field);
		if (other === undefined) return undefined;
		if (other === row) return this.#view.value(field);
		const record = this.#records.currentBytes(other);
		return this.#otherView.read(other, record, 0, record.length).value(field);
	}
}

function isNew(ids: NameIds, id: string): boolean {
	const known = ids.count;
	const bytes = Buffer.from(id);
	return ids.put(bytes, 0, bytes.length) > known;
}

/** Returns free text as it is; `undefined` if it is empty. */
function given(text: string): string | undefined {
	return trim(text) === '' ? undefined : text;
}

function isoTime(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
