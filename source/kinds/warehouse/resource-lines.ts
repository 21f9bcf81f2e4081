import type {Records} from '../../records/records.ts';
import type {Conversion} from '../conversion.ts';
import {NameIds} from '../keys/name-ids.ts';
import {isNullMark} from '../values/null-mark.ts';
import {trim} from '../values/trim.ts';
import {canonicalValue} from './canonical.ts';
import type {WarehouseHeader} from './header.ts';
import type {TableField} from './keys/conflicts.ts';
import type {TableFacts} from './keys/table-facts.ts';
import {columnLine, idOf, resourceLine, type TableName} from './resource-line.ts';
import {RowView} from './row-view.ts';

/** The open file, and the tables that its rows describe. */
export type CheckedSource = {readonly records: Records; readonly header: WarehouseHeader; readonly tables: TableFacts};

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
	#table: TableName = {database: '', schema: '', name: ''};
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
		if (this.#tableRow === 0 || !this.#tables.isSameTable(row, this.#tableRow)) {
			this.#table = {
				database: trim(view.value('database')),
				schema: trim(view.value('schema')),
				name: trim(view.value('name')),
			};
			this.#tableRow = row;
		}

		if (this.#tables.isFirst(row)) this.#addTable(row, lines);
		// Secoda lower-cases the names of columns [doc].
		const name = trim(view.value('col_name')).toLowerCase();
		lines.push(
			columnLine(this.#table, name, {
				description: given(view.value('col_description')),
				type: given(view.value('col_type')),
				sortOrder: isNullMark(trim(view.value('sort_order')))
					? undefined
					: canonicalValue('sort_order', view.value('sort_order')),
			}),
		);
		this.counts.column++;
	}

	#addTable(row: number, lines: string[]): void {
		const {database, schema, name} = this.#table;
		if (isNew(this.#databases, idOf(database))) {
			lines.push(resourceLine('database', [database]));
			this.counts.database++;
		}

		if (isNew(this.#schemas, idOf(database, schema))) {
			lines.push(resourceLine('schema', [database, schema], {database}));
			this.counts.schema++;
		}

		const updated = this.#valueOf(row, 'last_updated_time');
		lines.push(
			resourceLine('table', [database, schema, name], {
				// If the table has null marks only, the description is what the CSV sends.
				description: this.#valueOf(row, 'description') ?? given(this.#view.value('description')),
				external_updated_at: updated === undefined ? undefined : isoTime(Number(trim(updated))),
				database,
				schema,
			}),
		);
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
