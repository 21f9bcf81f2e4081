import {isUtf8} from 'node:buffer';
import type {Field} from '../rules/field.ts';
import type {Header, Mapping} from '../rules/header.ts';
import type {RowView} from '../rules/row-view.ts';
import {FieldSpans} from '../table/fields.ts';

/** A row read from CSV bytes. One instance is used for row after row. */
export class BytesRow implements RowView {
	row = 0;
	validUtf8 = true;
	readonly width: number;
	readonly spans = new FieldSpans();
	readonly #mapping: Mapping;
	readonly #values: Array<string | undefined> = [];

	constructor({mapping, labels}: Header) {
		this.#mapping = mapping;
		this.width = labels.length;
	}

	read(row: number, bytes: Buffer, start: number, end: number): this {
		this.row = row;
		this.spans.read(bytes, start, end);
		this.#values.length = 0;
		this.validUtf8 = isUtf8(bytes.subarray(start, end));
		return this;
	}

	get count(): number {
		return this.spans.count;
	}

	get blank(): boolean {
		return this.spans.blank;
	}

	get brokenQuote(): boolean {
		return this.spans.brokenQuote;
	}

	has(field: Field): boolean {
		return this.#mapping[field] !== undefined;
	}

	value(field: Field): string {
		const column = this.#mapping[field];
		if (column === undefined) return '';
		this.#values[column] ??= this.spans.value(column);
		return this.#values[column];
	}
}
