import {type CellSpans, cellKind} from '../../records/cell-spans.ts';
import {Content, type ContentPart, hashText} from '../content.ts';
import type {ListedPage} from '../resources.ts';
import {type Field, fields} from './field.ts';

/** Returns the column of a field in what is sent; -1 if it is not sent. */
export type ColumnOf = (field: Field) => number;

/** A field that counts as content, with its column. */
type ContentField = {readonly column: number; readonly seed: number; readonly part: ContentPart};

/** The fields of a column and of a table that are no names. */
export const columnFields = ['col_description', 'col_type', 'sort_order'] as const satisfies readonly Field[];
export const tableFields = ['description', 'is_view', 'last_updated_time'] as const satisfies readonly Field[];

const parts: Readonly<Partial<Record<Field, ContentPart>>> = {
	col_description: 'text',
	description: 'text',
	last_updated_time: 'time',
};

/** Reads the content of columns and tables from canonical records. */
export class WarehouseContent {
	readonly #column: readonly ContentField[];
	readonly #table: readonly ContentField[];
	/** The number of first cells of a record that have its content. */
	readonly columnWidth: number;
	readonly tableWidth: number;
	readonly #content = new Content();

	constructor(columnOf: ColumnOf) {
		const contentFields = (names: readonly Field[]) =>
			names
				.map(
					(field): ContentField => ({
						column: columnOf(field),
						seed: fields.indexOf(field),
						part: parts[field] ?? 'value',
					}),
				)
				.filter(({column}) => column >= 0);
		this.#column = contentFields(columnFields);
		this.#table = contentFields(tableFields);
		this.columnWidth = widthOf(this.#column);
		this.tableWidth = widthOf(this.#table);
	}

	/** Returns the details of the column that a record describes. Valid until the next call. */
	ofColumn(record: CellSpans, offset: number, table: number): Content {
		return this.#read(this.#content.start(offset, table), this.#column, record);
	}

	/** Returns the details of the table that a record describes. Valid until the next call. */
	ofTable(record: CellSpans, offset: number, group: number, name: string): Content {
		return this.#read(this.#content.start(offset, 0, group, name), this.#table, record);
	}

	#read(content: Content, known: readonly ContentField[], record: CellSpans): Content {
		for (const {column, seed, part} of known) {
			if (column >= record.readableCount) continue;
			const start = record.starts[column] as number;
			const end = record.ends[column] as number;
			if (start === end) continue;
			if (record.kinds[column] === cellKind.escaped) {
				const bytes = Buffer.from(record.value(column));
				content.add(part, seed, bytes, 0, bytes.length);
			} else {
				content.add(part, seed, record.bytes, start, end);
			}
		}

		return content;
	}
}

function widthOf(known: readonly ContentField[]): number {
	return Math.max(0, ...known.map(({column}) => column + 1));
}

/** Returns the hash of a description that a list of the catalog shows; `undefined` if it has none. */
export function descriptionHash(
	field: 'col_description' | 'description',
	{marks}: Pick<ListedPage, 'marks'>,
): number | undefined {
	return marks?.description === undefined ? undefined : hashText(marks.description, fields.indexOf(field));
}
