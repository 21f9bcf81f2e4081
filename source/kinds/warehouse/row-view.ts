import {isUtf8} from 'node:buffer';
import type {RecordScanner, UnreadRecord} from '../../records/record-scanner.ts';
import type {Records} from '../../records/records.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import type {Field} from './field.ts';
import type {WarehouseHeader, WarehouseMapping} from './header.ts';

/** Reads one row by field. Values are decoded on demand. Reuse one instance. */
export class RowView {
	row = 0;
	utf8: Utf8 = 'valid';
	/** The labels of the header, as `foldLabel` writes them. */
	readonly labels: readonly string[];
	readonly reader: RecordScanner;
	readonly #mapping: WarehouseMapping;
	readonly #values: Array<string | undefined> = [];

	constructor({mapping, folded}: WarehouseHeader, {format, limits}: Pick<Records, 'format' | 'limits'>) {
		this.#mapping = mapping;
		this.labels = folded;
		this.reader = format.scanner(limits);
	}

	read(row: number, bytes: Buffer, start: number, end: number): this {
		this.row = row;
		this.reader.read(bytes, start, end);
		this.#values.length = 0;
		this.utf8 = isUtf8(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end)) ? 'valid' : 'invalid';
		return this;
	}

	/** Views a row that is too long: it has no cells. */
	readNothing(row: number, record: UnreadRecord): this {
		this.row = row;
		this.reader.setUnread(record);
		this.#values.length = 0;
		this.utf8 = 'valid';
		return this;
	}

	/** Returns the value of a field, not trimmed; empty if the file does not have the column. */
	value(field: Field): string {
		const column = this.#mapping[field];
		if (column === undefined) return '';
		this.#values[column] ??= this.reader.value(column);
		return this.#values[column];
	}
}
